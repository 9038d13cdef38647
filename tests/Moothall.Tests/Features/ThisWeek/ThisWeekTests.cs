using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Concerns;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Features.CommunitySafetyHub.Cases;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.ThisWeek;

/// <summary>Home is this week for whoever signed in, with counts that follow visibility.</summary>
public sealed class ThisWeekTests
{
    [Theory, BothDatabases]
    public async Task The_team_sees_cut_off_triage_agenda_minutes_and_lapses(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await WeekWorld.FillAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var words = (await carys.GetAsync("/")).Words;
        Assert.Contains("2 referrals waiting for triage", words, StringComparison.Ordinal);
        Assert.Contains(
            "Referrals close in 3 hours, Monday 23 November at 12:00",
            words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "The agenda for Tuesday 24 November is a draft",
            words,
            StringComparison.Ordinal
        );
        Assert.Contains("Minutes of Tuesday 17 November", words, StringComparison.Ordinal);
        Assert.Contains(
            "2 actions due by Tuesday 24 November without a report",
            words,
            StringComparison.Ordinal
        );
        Assert.Contains("Meeting content is shut to 1 member", words, StringComparison.Ordinal);
        moot.Clock.Advance(TimeSpan.FromHours(4));
        using var later = await moot.AsAsync(People.Coordinator);
        words = (await later.GetAsync("/")).Words;
        Assert.Contains("Referrals closed 1 hour ago", words, StringComparison.Ordinal);
        Assert.Contains("To publish", words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_manager_shut_out_of_a_case_does_not_count_its_concerns(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var hubCase = CaseSample.Case(1);
        await moot.AddAsync(
            hubCase,
            new Concern
            {
                CaseId = hubCase.Id,
                RaisedById = People.Chair.Id,
                RaisedByName = People.Chair.Name,
                RaisedAt = TestClock.MondayMorning,
                Text = "Worried",
            }
        );
        using var maureen = await moot.AsAsync(People.Manager);
        const string waiting = "1 concern waiting for your answer";
        Assert.Contains(waiting, (await maureen.GetAsync("/")).Words, StringComparison.Ordinal);
        await moot.AddAsync(
            new CaseExclusion
            {
                CaseId = hubCase.Id,
                UserId = People.Manager.Id,
                Why = "neighbour",
            }
        );
        Assert.DoesNotContain(
            "waiting for your answer",
            (await maureen.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task A_member_sees_their_own_agency_and_nothing_of_others(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await WeekWorld.FillAsync(moot);
        using var petra = await moot.AsAsync(People.Police);
        var words = (await petra.GetAsync("/")).Words;
        Assert.Contains(
            "1 action of your agency due by Tuesday 24 November",
            words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("triage", words, StringComparison.Ordinal);
        Assert.DoesNotContain("is shut to", words, StringComparison.Ordinal);
        using var hannah = await moot.AsAsync(People.Housing);
        words = (await hannah.GetAsync("/")).Words;
        Assert.Contains("Your agency has no action due", words, StringComparison.Ordinal);
        Assert.Contains(
            "1 referral returned to you for information",
            words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task Papers_to_sign_and_research_appear_with_the_published_agenda(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await WeekWorld.FillAsync(moot);
        using var petra = await moot.AsAsync(People.Police);
        Assert.DoesNotContain(
            "Sign the confidentiality",
            (await petra.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
        await moot.WithAsync(async db =>
            (
                await db.Set<HubMeeting>().SingleAsync(one => one.Id == World.NextMeeting)
            ).PublishedAt = TestClock.MondayMorning
        );
        var words = (await petra.GetAsync("/")).Words;
        Assert.Contains("Sign the confidentiality agreement", words, StringComparison.Ordinal);
        // The second case on the agenda is open to named agencies only, and the police are not one of them.
        Assert.Contains("Look up 1 name in your own records", words, StringComparison.Ordinal);
        // Once an officer is named on a case of named people, it is theirs to research too, and both pages count the same.
        await moot.WithAsync(async db =>
        {
            var named = await db.Set<HubCase>()
                .SingleAsync(one => one.Reference == "CSH-2026-BBBB");
            named.Visibility = CaseVisibility.NamedPeople;
            db.Add(
                new CaseShare
                {
                    CaseId = named.Id,
                    UserId = People.Police.Id,
                    Why = "leads",
                }
            );
        });
        words = (await petra.GetAsync("/")).Words;
        Assert.Contains("Look up 2 names in your own records", words, StringComparison.Ordinal);
        Assert.Contains(
            "0 of 2 answered",
            (await petra.GetAsync($"/Meetings/{World.NextMeeting}/Research")).Words,
            StringComparison.Ordinal
        );
        await moot.AddAsync(
            new ConfidentialitySignature
            {
                MeetingId = World.NextMeeting,
                UserId = People.Police.Id,
                Name = People.Police.Name,
                WordingId = World.Wording,
                SignedAt = TestClock.MondayMorning,
                Manner = SigningManner.InProduct,
            }
        );
        Assert.DoesNotContain(
            "Sign the confidentiality",
            (await petra.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task Minutes_are_read_until_acknowledged(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await WeekWorld.FillAsync(moot);
        using var petra = await moot.AsAsync(People.Police);
        Assert.DoesNotContain(
            "Minutes to read",
            (await petra.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
        var id = await moot.WithAsync(async db =>
        {
            var minutes = await db.Set<Minutes>().SingleAsync();
            db.Entry(minutes).Property(one => one.Status).CurrentValue = MinutesStatus.Released;
            db.Entry(minutes).Property(one => one.ReleasedAt).CurrentValue =
                TestClock.MondayMorning.AddDays(-1);
            return minutes.Id;
        });
        Assert.Contains(
            "Minutes to read Minutes of Tuesday 17 November",
            (await petra.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
        using var gita = await moot.AsAsync(People.Guest);
        Assert.DoesNotContain(
            "Minutes",
            (await gita.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
        await moot.AddAsync(
            new MinutesReading
            {
                MinutesId = id,
                UserId = People.Police.Id,
                Name = People.Police.Name,
                AcknowledgedAt = TestClock.MondayMorning,
            }
        );
        Assert.DoesNotContain(
            "Minutes to read",
            (await petra.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task A_guest_sees_their_own_invitation_only(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var caseItem = await WeekWorld.FillAsync(moot);
        using var gita = await moot.AsAsync(People.Guest);
        Assert.Contains(
            "You are not invited to a meeting at present",
            (await gita.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
        var entry = new AttendanceEntry
        {
            MeetingId = World.NextMeeting,
            UserId = People.Guest.Id,
            Name = People.Guest.Name,
            OrganisationName = "Scams team",
            Kind = AttendeeKind.Invitee,
        };
        entry.Items.Add(new() { EntryId = entry.Id, ItemId = caseItem });
        await moot.AddAsync(entry);
        // Nobody but whoever runs the hub sees an agenda that is still a draft.
        Assert.DoesNotContain("PLANTED", (await gita.GetAsync("/")).Text, StringComparison.Ordinal);
        await moot.WithAsync(async db =>
            (
                await db.Set<HubMeeting>().SingleAsync(one => one.Id == World.NextMeeting)
            ).PublishedAt = TestClock.MondayMorning
        );
        var words = (await gita.GetAsync("/")).Words;
        Assert.Contains(
            "You are invited to the hub, Tuesday 24 November at 10:00",
            words,
            StringComparison.Ordinal
        );
        Assert.Contains("PLANTED-HUB-TITLE", words, StringComparison.Ordinal);
        Assert.DoesNotContain("PLANTED-NAMED-TITLE", words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_others_see_what_is_theirs_and_no_case(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await WeekWorld.FillAsync(moot);
        foreach (
            var (person, expected) in new[]
            {
                (People.Administrator, "Accounts and settings"),
                (People.DataProtection, "The audit"),
                (People.Approver, "Minutes to sign"),
                (People.Analyst, "There is nothing here for your role this week."),
                (People.Scrutiny, "There is nothing here for your role this week."),
                (People.Commissioner, "There is nothing here for your role this week."),
                (People.Lapsed, "was due for review on 31 October 2026"),
            }
        )
        {
            using var browser = await moot.AsAsync(person);
            var page = await browser.GetAsync("/");
            Assert.Contains(expected, page.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("PLANTED", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("triage", page.Words, StringComparison.Ordinal);
        }
    }
}
