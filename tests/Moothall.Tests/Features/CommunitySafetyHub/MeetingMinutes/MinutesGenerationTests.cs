using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>The minutes exist when the meeting ends, and hold what practice section 3 asks.</summary>
public sealed class MinutesGenerationTests
{
    [Theory, BothDatabases]
    public async Task A_meeting_that_has_not_ended_has_no_minutes(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.Equal(HttpStatusCode.NotFound, (await carys.GetAsync(EndedMeeting.Address)).Status);
        Assert.False(await moot.WithAsync(db => db.Set<Minutes>().AnyAsync()));
    }

    [Theory, BothDatabases]
    public async Task Only_the_team_brings_the_draft_into_being_and_only_once(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await EndedMeeting.HoldAsync(moot);
        foreach (var person in new[] { People.Chair, People.Police, People.Approver })
        {
            using var browser = await moot.AsAsync(person);
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await browser.GetAsync(EndedMeeting.Address)).Status
            );
        }

        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.Contains(
            "To be drafted",
            (await carys.GetAsync("/Minutes")).Words,
            StringComparison.Ordinal
        );
        await Task.WhenAll(EndedMeeting.DraftAsync(moot), EndedMeeting.DraftAsync(moot));
        Assert.Equal(1, await moot.WithAsync(db => db.Set<Minutes>().CountAsync()));
    }

    [Theory, BothDatabases]
    [Rule("S1-6.2")]
    public async Task Each_item_has_its_summary_decision_dissent_and_actions(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await EndedMeeting.HoldAsync(moot);
        await EndedMeeting.DraftAsync(moot);
        var minutes = await EndedMeeting.MinutesAsync(moot);
        var item = minutes.Sections.Single(s => s.ItemId == EndedMeeting.OpenItem);
        Assert.Equal("CSH-2026-AAAA: Noise in a block of flats", item.Heading);
        Assert.Equal(
            """
            People in this case: TQ (alleged perpetrator).

            What agencies shared:

            - Testshire Police: Seven calls in two months.
              Handling: Not to be repeated to the tenant

            Chair's summary:

            Joint visit agreed.

            Decision:

            Keep open.

            A different view was recorded:

            Housing would warn first.

            Actions:

            | No. | Action | Owner | Due | Status |
            | 1 | Ring on Fridays | Testshire Police (Petra Novak) | 1 December 2026 | No change since last week |
            | 2 | Visit jointly | Testshire Police (Petra Novak) | 1 December 2026 | New |
            """,
            item.Text
        );
        Assert.StartsWith(
            "Not reached.",
            minutes.Sections.Single(s => s.ItemId == EndedMeeting.NotReachedItem).Text,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    [Rule("S1-5.1")]
    public async Task The_register_tells_who_came_who_stood_in_and_who_did_not(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await EndedMeeting.HoldAsync(moot);
        var page = await EndedMeeting.DraftAsync(moot);
        var minutes = await EndedMeeting.MinutesAsync(moot);
        var register = minutes.Sections.Single(s => s.Kind == MinutesSectionKind.Register).Text;
        Assert.Contains(
            "| Testshire Police | Dominic Lee | Deputy | 09:57 | at the end |",
            register,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "| Agency | Gita Shah | Guest speaker | 09:57 | 10:12 |",
            register,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Apologies:\n\n| Organisation | Name |\n| Testbourne Council - Housing Options | Hannah Wright |",
            register,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "Absent without apologies:\n\n- Domestic Abuse Support Agencies\n- Registered Social Landlords\n- Testbourne Council - Portfolio Lead for Crime",
            register,
            StringComparison.Ordinal
        );
        Assert.Contains("10:02 to 10:52", page.Words, StringComparison.Ordinal);
        Assert.Contains(
            "\nChair: Clive Hartley\n",
            minutes.Sections.Single(s => s.Kind == MinutesSectionKind.Meeting).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("OFFICIAL-SENSITIVE", page.Words, StringComparison.Ordinal);
        Assert.Contains(
            "passes to the member or organisation",
            page.Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    [Rule("S1-3.3")]
    public async Task An_open_action_of_a_case_without_an_item_is_listed_by_itself(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await EndedMeeting.HoldAsync(moot);
        await EndedMeeting.DraftAsync(moot);
        var minutes = await EndedMeeting.MinutesAsync(moot);
        var section = minutes.Sections.Single(s => s.Kind == MinutesSectionKind.Actions);
        Assert.Equal(EndedMeeting.QuietCase, section.CaseId);
        Assert.Contains(EndedMeeting.Marker, section.Text, StringComparison.Ordinal);
        Assert.Contains("No change since last week", section.Text, StringComparison.Ordinal);
    }
}
