using Moothall.Features.Partnership.Calendar;
using Moothall.Features.Plan.Initiatives;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Partnership.Calendar;

/// <summary>Of the calendar everybody reads what is for the public, once a second person has published it.</summary>
public sealed class CalendarPublishingTests
{
    [Theory, BothDatabases, Rule("S3-26")]
    public async Task What_is_for_the_public_is_published_with_what_partners_say(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var campaign = Initiative("Look out for each other", OnCalendar.Public);
        campaign.Stands(InitiativeStatus.Planned);
        await moot.AddAsync(
            Occasion("Knife crime week", CalendarAudience.Public, "Carrying one is no protection"),
            Occasion("Warrants at dawn", CalendarAudience.Partners, "Say nothing"),
            campaign,
            Initiative("Only an idea", OnCalendar.Public),
            Initiative("For partners", OnCalendar.Partners)
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        var draft = await carys.PostAsync(
            await carys.GetAsync("/Calendar/Publish"),
            "what is on 2026/27"
        );
        using var maureen = await moot.AsAsync(People.Manager);
        await maureen.PostAsync(await maureen.GetAsync(draft.Path), "Publish for everybody");
        using var visitor = moot.Visitor();
        var read = (await visitor.GetAsync($"/Public/{draft.Path.Split('/')[^1]}")).Words;
        foreach (
            var shown in new[]
            {
                "Knife crime week",
                "Carrying one is no protection",
                "Look out for each other",
                "December 2026",
            }
        )
        {
            Assert.Contains(shown, read, StringComparison.Ordinal);
        }

        foreach (
            var inside in new[]
            {
                "Warrants at dawn",
                "Only an idea",
                "For partners",
                "Posters in the office",
            }
        )
        {
            Assert.DoesNotContain(inside, read, StringComparison.Ordinal);
        }
    }

    private static CalendarOccasion Occasion(
        string title,
        CalendarAudience audience,
        string words
    ) =>
        new()
        {
            Details = new()
            {
                Title = title,
                Type = OccasionType.Campaign,
                First = new(2026, 12, 7),
                Audience = audience,
                Messages = words,
                Materials = "Posters in the office",
            },
        };

    private static Initiative Initiative(string title, OnCalendar shown) =>
        new()
        {
            LeadId = World.Police,
            Details = new()
            {
                Title = title,
                Kind = InitiativeKind.Campaign,
                From = new(2026, 12, 8),
                OnCalendar = shown,
            },
        };
}
