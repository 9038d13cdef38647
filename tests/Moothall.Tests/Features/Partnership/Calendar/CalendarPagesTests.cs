using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Calendar;
using Moothall.Features.Partnership.LegalParameters;
using Moothall.Features.Plan.Initiatives;
using Moothall.Tests.Features.CommunitySafetyHub.Cases;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Partnership.Calendar;

/// <summary>A year on one page, put together from what partners enter and do, when they meet and what the law asks.</summary>
public sealed class CalendarPagesTests
{
    [Theory, BothDatabases]
    public async Task Partners_see_it_and_only_the_team_changes_it(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var id = await AddedAsync(moot, "Stall in the market", new(2026, 12, 4));
        foreach (var outsider in new[] { People.Guest, People.Administrator, People.Scrutiny })
        {
            using var browser = await moot.AsAsync(outsider);
            foreach (var path in new[] { "/Calendar", $"/Calendar/{id}", "/Calendar/Feed" })
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(path)).Status);
            }
        }

        using var petra = await moot.AsAsync(People.Police);
        var read = await petra.GetAsync($"/Calendar/{id}");
        Assert.Contains("Stall in the market", read.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Change", read.Words, StringComparison.Ordinal);
        foreach (
            var path in new[]
            {
                "/Calendar/Entry",
                $"/Calendar/Entry/{id}",
                $"/Calendar/Remove/{id}",
                "/Calendar/National",
            }
        )
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await petra.GetAsync(path)).Status);
        }

        using var carys = await moot.AsAsync(People.Coordinator);
        var nothing = Guid.CreateVersion7();
        foreach (var path in new[] { $"/Calendar/{nothing}", $"/Calendar/Entry/{nothing}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await carys.GetAsync(path)).Status);
        }
    }

    [Theory, BothDatabases, Rule("S3-26")]
    public async Task A_year_on_one_page_holds_entries_initiatives_meetings_and_what_the_law_asks(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await AddedAsync(moot, "Stall in the market", new(2026, 12, 4));
        await AddedAsync(moot, "Stall of next year", new(2027, 4, 1));
        var kits = Initiative(
            "Six bleed kits",
            OnCalendar.Public,
            new(2026, 4, 1),
            new(2027, 3, 1)
        );
        var quiet = Initiative("Quiet visits", OnCalendar.No, new(2026, 9, 1), null);
        var off = Initiative("Play in schools", OnCalendar.Partners, new(2026, 9, 1), null);
        off.CallOff("No money");
        await moot.AddAsync(
            kits,
            quiet,
            off,
            new LegalParameter
            {
                Key = "csp.plan_revision",
                Meaning = "The partnership plan is revised",
                Value = "",
                Unit = "",
                Words = "before the next 1 April",
                Source = "2007 Regulations (R2.13)",
                EffectiveFrom = new(2007, 8, 1),
            }
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync("/Calendar");
        Assert.Contains("1 April 2026 to 31 March 2027", page.Words, StringComparison.Ordinal);
        Assert.Equal(12, page.Document.QuerySelectorAll(".moot-calendar-month").Length);
        Assert.Contains("Fri 4 Stall in the market", page.Words, StringComparison.Ordinal);
        Assert.Contains(
            "Longer than a month 1 April 2026 to 1 March 2027 Six bleed kits",
            page.Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Partnership plan is revised for the next year Statutory date 2007 Regulations (R2.13): before the next 1 April",
            page.Words,
            StringComparison.Ordinal
        );
        Assert.Contains("Community Safety Hub", page.Words, StringComparison.Ordinal);
        foreach (var absent in new[] { "Stall of next year", "Quiet visits", "Play in schools" })
        {
            Assert.DoesNotContain(absent, page.Words, StringComparison.Ordinal);
        }

        var next = await carys.GetAsync("/Calendar?year=2027");
        Assert.Contains("Stall of next year", next.Words, StringComparison.Ordinal);
        var open = await carys.GetAsync("/Calendar?year=2026&audience=Public");
        Assert.Contains("Six bleed kits", open.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Stall in the market", open.Words, StringComparison.Ordinal);
        var events = await carys.GetAsync("/Calendar?type=Event");
        Assert.Contains("Stall in the market", events.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Six bleed kits", events.Words, StringComparison.Ordinal);
        Assert.Contains(
            "Nothing of this sort is on the calendar",
            (await carys.GetAsync("/Calendar?type=WeekOfAction")).Words,
            StringComparison.Ordinal
        );

        // Members learn of a meeting when its agenda is published, and the analyst never.
        using var petra = await moot.AsAsync(People.Police);
        Assert.DoesNotContain(
            "Community Safety Hub",
            (await petra.GetAsync("/Calendar")).Words,
            StringComparison.Ordinal
        );
        await moot.PublishAsync(World.NextMeeting);
        Assert.Contains(
            "Community Safety Hub",
            (await petra.GetAsync("/Calendar")).Words,
            StringComparison.Ordinal
        );
        using var anton = await moot.AsAsync(People.Analyst);
        var analysts = await anton.GetAsync("/Calendar");
        Assert.Contains("Six bleed kits", analysts.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Community Safety Hub", analysts.Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases, Rule("S4-2.2a")]
    public async Task An_entry_is_made_changed_by_one_at_a_time_and_taken_off(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var form = await carys.GetAsync("/Calendar/Entry");
        var wrong = await carys.PostAsync(
            form,
            fields: [("Details.Messages", "You said, we did"), ("Details.Ends", "10:00")]
        );
        string[] expected =
        [
            "Enter a title",
            "Choose the type",
            "Enter the first day",
            "Enter when it starts too.",
        ];
        Assert.All(expected, message => Assert.Contains(message, wrong.Errors));
        Assert.Contains("You said, we did", wrong.Text, StringComparison.Ordinal);
        (string, string?)[] right =
        [
            ("Details.Title", "Week of action in the centre"),
            ("Details.Type", "WeekOfAction"),
            ("Details.First.Day", "5"),
            ("Details.First.Month", "10"),
            ("Details.First.Year", "2026"),
            ("Details.Last.Day", "11"),
            ("Details.Last.Month", "10"),
            ("Details.Last.Year", "2026"),
            ("Details.Messages", "You said, we did"),
            ("LeadId", World.Police.ToString()),
        ];
        var made = await carys.PostAsync(form, fields: right);
        Assert.Empty(made.Errors);
        Assert.Contains("5 to 11 October 2026", made.Words, StringComparison.Ordinal);
        Assert.Contains("Led by Testshire Police", made.Words, StringComparison.Ordinal);
        var id = made.Path.Split('/')[^1];
        var early = await carys.GetAsync($"/Calendar/Entry/{id}");
        await carys.PostAsync(
            await carys.GetAsync($"/Calendar/Entry/{id}"),
            fields: [("Details.Evaluation", "Forty shops took part")]
        );
        var late = await carys.PostAsync(early, fields: [("Details.Evaluation", "Nobody came")]);
        Assert.DoesNotContain("is saved", late.Words, StringComparison.Ordinal);
        Assert.Contains(
            "Forty shops took part",
            (await carys.GetAsync($"/Calendar/{id}")).Words,
            StringComparison.Ordinal
        );
        var ask = await carys.GetAsync($"/Calendar/Remove/{id}");
        Assert.Contains("cannot be undone", ask.Words, StringComparison.Ordinal);
        Assert.Contains(
            "The entry is off the calendar.",
            (await carys.PostAsync(ask)).Words,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.NotFound, (await carys.GetAsync($"/Calendar/{id}")).Status);
    }

    [Theory, BothDatabases]
    public async Task National_days_are_added_several_at_once(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var form = await carys.GetAsync("/Calendar/National?year=2026");
        Assert.Equal(["Choose at least one to add."], (await carys.PostAsync(form)).Errors);
        var wrong = await carys.PostAsync(
            form,
            fields: [("Days[0].IsChosen", "true"), ("Days[2].IsChosen", "true"), .. At(2, 2028)]
        );
        Assert.Equal(
            [
                "Enter the first day of National Stalking Awareness Week.",
                "6 July 2028 is not between 1 April 2026 and 31 March 2027.",
            ],
            wrong.Errors
        );
        var added = await carys.PostAsync(
            form,
            fields:
            [
                ("Days[2].IsChosen", "true"),
                .. At(2, 2026),
                ("Days[5].IsChosen", "true"),
                ("Days[6].IsChosen", "true"),
            ]
        );
        Assert.Contains("3 entries are on the calendar.", added.Words, StringComparison.Ordinal);
        foreach (
            var words in new[]
            {
                "Mon 6 ASB Awareness Week",
                "Wed 25 White Ribbon Day",
                "25 to 10 Dec 16 Days of Action",
                "Public may know",
            }
        )
        {
            Assert.Contains(words, added.Words, StringComparison.Ordinal);
        }

        Assert.Contains(
            "White Ribbon Day On the calendar of this year already.",
            (await carys.GetAsync("/Calendar/National?year=2026")).Words,
            StringComparison.Ordinal
        );
    }

    private static (string, string?)[] At(int index, int year) =>
        [
            ($"Days[{index}].First.Day", "6"),
            ($"Days[{index}].First.Month", "7"),
            ($"Days[{index}].First.Year", $"{year}"),
        ];

    internal static Initiative Initiative(
        string title,
        OnCalendar where,
        DateOnly from,
        DateOnly? until
    )
    {
        var one = new Initiative
        {
            Details = new()
            {
                Title = title,
                Kind = InitiativeKind.Hardening,
                From = from,
                Until = until,
                OnCalendar = where,
            },
            LeadId = World.Police,
        };
        one.Stands(InitiativeStatus.Planned);
        return one;
    }

    internal static async Task<Guid> AddedAsync(Moot moot, string title, DateOnly day)
    {
        var occasion = new CalendarOccasion
        {
            Details = new()
            {
                Title = title,
                Type = OccasionType.Event,
                First = day,
            },
        };
        await moot.AddAsync(occasion);
        return occasion.Id;
    }
}
