using System.Net;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Cases;

/// <summary>
/// Every viewer × every level × every naming × shut out or not × every state of the agenda, against the rule written a
/// second time in plain steps, through the real list and page.
/// </summary>
public sealed class CaseAccessTests
{
    private enum Named
    {
        Nobody,
        PoliceAgency,
        CharityAgency,
        LapsedAgency,
        PoliceOfficer,
        LapsedOfficer,
        Councillor,
        Coordinator,
    }

    private enum Agenda
    {
        NotListed,
        Unpublished,
        PublishedUnsigned,
        PublishedSigned,
    }

    private sealed record Situation(HubCase Case, Named Named, bool IsShutOut, Agenda Agenda);

    private static readonly Guid Unsigned = Guid.CreateVersion7();
    private static readonly Guid Signed = Guid.CreateVersion7();

    private static readonly Person[] Viewers =
    [
        People.Coordinator,
        People.Manager,
        People.Chair,
        People.Police,
        People.PoliceDeputy,
        People.Housing,
        People.Charity,
        People.Lapsed,
        People.Councillor,
    ];

    [Theory, BothDatabases, Rule("S1-4.2")]
    public async Task The_list_and_the_page_show_what_the_rule_says(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var all = Situations();
        await moot.AddAsync([.. all.SelectMany(Records), .. Meetings()]);
        Assert.Equal(3 * 8 * 2 * 4, all.Count);
        foreach (var viewer in Viewers)
        {
            using var browser = await moot.AsAsync(viewer);
            var (visible, open) = await ListedAsync(browser);
            foreach (var situation in all)
            {
                var words =
                    $"{viewer.Name}: {situation.Case.Visibility}, named {situation.Named}, shut out {situation.IsShutOut}, {situation.Agenda}";
                Assert.True(
                    visible.Contains(situation.Case.Reference) == IsVisible(viewer, situation),
                    $"visible? {words}"
                );
                Assert.True(
                    open.Contains(situation.Case.Reference) == IsOpen(viewer, situation),
                    $"open? {words}"
                );
            }

            foreach (var situation in all.Where((_, index) => index % 17 == 0))
            {
                var page = await browser.GetAsync($"/Cases/{situation.Case.Reference}");
                Assert.Equal(
                    IsVisible(viewer, situation) ? HttpStatusCode.OK : HttpStatusCode.NotFound,
                    page.Status
                );
                Assert.Equal(
                    IsOpen(viewer, situation),
                    page.Words.Contains("Who can see this case", StringComparison.Ordinal)
                );
            }
        }
    }

    private static bool IsVisible(Person viewer, Situation situation)
    {
        if (situation.IsShutOut || viewer == People.Lapsed)
        {
            return false;
        }

        if (IsNamedByName(viewer, situation))
        {
            return true;
        }

        if (situation.Case.Visibility == CaseVisibility.NamedPeople)
        {
            return false;
        }

        if (RunsHub(viewer))
        {
            return true;
        }

        if (viewer == People.Councillor)
        {
            return false;
        }

        var agencyIsNamed =
            (situation.Named == Named.PoliceAgency && viewer.OrganisationId == World.Police)
            || (situation.Named == Named.CharityAgency && viewer.OrganisationId == World.Charity);
        return agencyIsNamed
            || (
                situation.Case.Visibility == CaseVisibility.Hub
                && situation.Agenda is (Agenda.PublishedUnsigned or Agenda.PublishedSigned)
            );
    }

    private static bool IsOpen(Person viewer, Situation situation) =>
        IsVisible(viewer, situation)
        && (
            RunsHub(viewer)
            || IsNamedByName(viewer, situation)
            || situation.Agenda == Agenda.PublishedSigned
        );

    private static bool RunsHub(Person viewer) =>
        viewer == People.Coordinator || viewer == People.Manager || viewer == People.Chair;

    private static bool IsNamedByName(Person viewer, Situation situation) =>
        situation.Named switch
        {
            Named.PoliceOfficer => viewer == People.Police,
            Named.Councillor => viewer == People.Councillor,
            Named.Coordinator => viewer == People.Coordinator,
            _ => false,
        };

    private static List<Situation> Situations()
    {
        var all = new List<Situation>();
        foreach (var visibility in Enum.GetValues<CaseVisibility>())
        foreach (var named in Enum.GetValues<Named>())
        foreach (var isShutOut in new[] { false, true })
        foreach (var agenda in Enum.GetValues<Agenda>())
        {
            all.Add(
                new(
                    CaseSample.Case(all.Count, $"Case number {all.Count}", visibility),
                    named,
                    isShutOut,
                    agenda
                )
            );
        }

        return all;
    }

    private static IEnumerable<Record> Records(Situation situation)
    {
        var hubCase = situation.Case;
        yield return hubCase;
        (Guid? Agency, Guid? Person) named = situation.Named switch
        {
            Named.PoliceAgency => (World.Police, null),
            Named.CharityAgency => (World.Charity, null),
            Named.LapsedAgency => (World.Landlord, null),
            Named.PoliceOfficer => (null, People.Police.Id),
            Named.LapsedOfficer => (null, People.Lapsed.Id),
            Named.Councillor => (null, People.Councillor.Id),
            Named.Coordinator => (null, People.Coordinator.Id),
            _ => (null, null),
        };
        if (situation.Named != Named.Nobody)
        {
            yield return new CaseShare
            {
                CaseId = hubCase.Id,
                OrganisationId = named.Agency,
                UserId = named.Person,
                Why = "Needed",
            };
        }

        foreach (var viewer in Viewers.Where(_ => situation.IsShutOut))
        {
            yield return new CaseExclusion
            {
                CaseId = hubCase.Id,
                UserId = viewer.Id,
                Why = "A neighbour",
            };
        }

        var meeting = situation.Agenda switch
        {
            Agenda.Unpublished => World.NextMeeting,
            Agenda.PublishedUnsigned => Unsigned,
            Agenda.PublishedSigned => Signed,
            _ => (Guid?)null,
        };
        if (meeting is { } id)
        {
            yield return CaseSample.Item(hubCase, id);
        }
    }

    private static IEnumerable<Record> Meetings() =>
        [
            Meeting(Unsigned, -7),
            Meeting(Signed, -14),
            .. Viewers.Select(viewer => CaseSample.Signature(viewer, Signed)),
        ];

    private static HubMeeting Meeting(Guid id, int days) =>
        new()
        {
            Id = id,
            BodyId = World.Hub,
            StartsAt = TestClock.MondayMorning.AddDays(days),
            Minutes = 60,
            CutOffAt = TestClock.MondayMorning.AddDays(days - 1),
            PublishedAt = TestClock.MondayMorning.AddDays(days - 1),
        };

    private static async Task<(HashSet<string> Visible, HashSet<string> Open)> ListedAsync(
        Browser browser
    )
    {
        var (visible, open) = (new HashSet<string>(), new HashSet<string>());
        for (var number = 1; ; number++)
        {
            var page = await browser.GetAsync($"/Cases?Status=all&Sort=oldest&PageNumber={number}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            foreach (var row in page.Document.QuerySelectorAll("main tbody tr"))
            {
                var reference = row.QuerySelector(".moot-reference")!.TextContent;
                Assert.True(visible.Add(reference));
                if (row.QuerySelector("[colspan]") is null)
                {
                    open.Add(reference);
                }
            }

            if (page.Document.QuerySelector(".govuk-pagination__next") is null)
            {
                return (visible, open);
            }
        }
    }
}
