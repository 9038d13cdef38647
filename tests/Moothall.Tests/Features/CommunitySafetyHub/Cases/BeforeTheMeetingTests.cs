using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Search;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Cases;

/// <summary>What a member does not yet see of a case that it knows of (settled 9).</summary>
public sealed class BeforeTheMeetingTests
{
    [Theory, BothDatabases]
    public async Task Anothers_research_waits_for_its_meeting_though_the_case_is_open(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var hubCase = CaseSample.Case(1);
        await moot.AddAsync(
            hubCase,
            CaseSample.Item(hubCase, World.NextMeeting),
            CaseSample.Item(hubCase, World.MeetingAfter),
            CaseSample.Signature(People.Charity, World.NextMeeting),
            new ResearchReturn
            {
                MeetingId = World.MeetingAfter,
                CaseId = hubCase.Id,
                MembershipId = World.HousingMember,
                Answer = ResearchAnswer.Known,
                Summary = "Arrears since June",
                GivenByName = "Hannah",
                GivenAt = TestClock.MondayMorning,
            }
        );
        await moot.PublishAsync(World.NextMeeting);
        await moot.PublishAsync(World.MeetingAfter);
        using var zainab = await moot.AsAsync(People.Charity);
        var address = $"/Cases/{hubCase.Reference}";
        var before = await zainab.GetAsync(address);
        Assert.Contains("Case opened", before.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Arrears", before.Text, StringComparison.Ordinal);

        await moot.WithAsync(async db =>
            (await db.Set<HubMeeting>().SingleAsync(m => m.Id == World.MeetingAfter)).Status =
                MeetingStatus.Live
        );
        var then = await zainab.GetAsync(address);
        Assert.Contains("Arrears since June", then.Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_search_finds_no_place_of_a_persons_case_before_one_signs(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var (about, park) = (CaseSample.Case(1), CaseSample.Case(2, kind: CaseKind.Place));
        await moot.AddAsync(
            about,
            park,
            CaseSample.Person(about, "Harry", "Moss", new(1990, 5, 5)),
            new CasePlace { CaseId = about.Id, Description = "Bandstand steps" },
            new CasePlace { CaseId = park.Id, Description = "Bandstand lawn" },
            CaseSample.Item(about, World.NextMeeting),
            CaseSample.Item(park, World.NextMeeting, 2)
        );
        await moot.PublishAsync(World.NextMeeting);
        using var petra = await moot.AsAsync(People.Police);
        var before = await SearchAsync(petra);
        Assert.DoesNotContain("steps", before.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(about.Reference, before.Text, StringComparison.Ordinal);
        Assert.Contains("Bandstand lawn", before.Words, StringComparison.Ordinal);

        await moot.AddAsync(CaseSample.Signature(People.Police, World.NextMeeting));
        var then = await SearchAsync(petra);
        Assert.Contains("Bandstand steps", then.Words, StringComparison.Ordinal);
    }

    private static async Task<Page> SearchAsync(Browser browser) =>
        await browser.PostAsync(
            await browser.GetAsync("/Search"),
            fields:
            [
                ("Input.Place", "bandstand"),
                ("Input.Purpose", nameof(SearchPurpose.CurrentWork)),
                ("Input.Details", "Checking"),
            ]
        );
}
