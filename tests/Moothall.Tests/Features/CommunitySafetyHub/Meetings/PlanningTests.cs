using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Bodies;
using Moothall.Platform.Audit;
using Moothall.Platform.Time;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Meetings;

/// <summary>The weekly meetings exist before anyone asks for them.</summary>
public sealed class PlanningTests
{
    [Theory, BothDatabases]
    [Rule("S1-3.1a")]
    [Rule("S0-4")]
    public async Task The_next_eight_tuesdays_at_ten_are_planned_once(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        await carys.GetAsync("/Meetings");
        await carys.GetAsync("/Meetings");
        Assert.Equal(0, await RunAsync(moot));
        var meetings = await MeetingsAsync(moot);
        Assert.Equal(8, meetings.Count);
        Assert.Equal(8, meetings.Select(meeting => meeting.StartsAt).Distinct().Count());
        Assert.All(
            meetings,
            meeting =>
            {
                var start = UkTime.ToLocal(meeting.StartsAt);
                var cutOff = UkTime.ToLocal(meeting.CutOffAt);
                Assert.Equal(
                    (DayOfWeek.Tuesday, 10, 0),
                    (start.DayOfWeek, start.Hour, start.Minute)
                );
                Assert.Equal(
                    (DayOfWeek.Monday, 12, 0),
                    (cutOff.DayOfWeek, cutOff.Hour, cutOff.Minute)
                );
                Assert.Equal(60, meeting.Minutes);
                Assert.Equal(People.Chair.Id, meeting.ChairId);
            }
        );
    }

    [Theory]
    [InlineData(Database.Sqlite, "2027-03-10", "2027-03-23T10:00", "2027-03-30T09:00")]
    [InlineData(Database.Sqlite, "2027-10-13", "2027-10-26T09:00", "2027-11-02T10:00")]
    [InlineData(Database.Postgres, "2027-03-10", "2027-03-23T10:00", "2027-03-30T09:00")]
    [InlineData(Database.Postgres, "2027-10-13", "2027-10-26T09:00", "2027-11-02T10:00")]
    [Rule("S1-3.1a")]
    [Rule("S0-4")]
    public async Task Ten_stays_ten_across_both_changes_of_the_clocks(
        Database database,
        string today,
        string before,
        string after
    )
    {
        await using var moot = await Moot.StartAsync(database);
        moot.Clock.Set(Utc(today + "T12:00"));
        Assert.Equal(8, await RunAsync(moot));
        var starts = (await MeetingsAsync(moot)).ConvertAll(meeting => meeting.StartsAt);
        Assert.Contains(Utc(before), starts);
        Assert.Contains(Utc(after), starts);
    }

    [Theory, BothDatabases]
    public async Task The_job_has_a_name_of_its_own_in_the_audit(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        Assert.Equal(6, await RunAsync(moot));
        var payload = AuditPayload.FromJson(
            await moot.WithAsync(db =>
                db.Set<AuditContent>()
                    .OrderByDescending(c => c.Sequence)
                    .Select(c => c.Json)
                    .FirstAsync()
            )
        );
        Assert.Equal((ActorKind.Job, "planning of meetings"), (payload.ActorKind, payload.Actor));
    }

    [Theory]
    [InlineData("2026-11-23T09:00", "2026-11-24T05:00")]
    [InlineData("2026-11-23T04:00", "2026-11-23T05:00")]
    [InlineData("2027-03-27T12:00", "2027-03-28T04:00")]
    [InlineData("2027-10-30T12:00", "2027-10-31T05:00")]
    public void The_job_runs_at_five_in_london(string now, string run) =>
        Assert.Equal(Utc(run), PlanningJob.NextRun(Utc(now)));

    [Theory, BothDatabases]
    public async Task A_second_hub_is_only_data(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var south = new GovernanceBody
        {
            Name = "South Hub",
            Type = BodyType.Hub,
            MeetsWeekly = true,
            Times = new()
            {
                Day = DayOfWeek.Thursday,
                Start = new(14, 30),
                CutOffDaysBefore = 2,
                CutOffTime = new(17, 0),
                Venue = "South library",
            },
        };
        await moot.AddAsync(south);
        using var carys = await moot.AsAsync(People.Coordinator);
        await carys.GetAsync("/Meetings");
        var page = await carys.GetAsync($"/Meetings?body={south.Id}");
        Assert.Contains("Meetings of the South Hub", page.Words, StringComparison.Ordinal);
        Assert.Contains("Thursday 26 November 2026 at 14:30", page.Words, StringComparison.Ordinal);
        Assert.Contains("24 Nov 2026, 17:00", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Tuesday 24 November 2026", page.Words, StringComparison.Ordinal);
        var meeting = (await MeetingsAsync(moot, south.Id))[0];
        var agenda = await carys.GetAsync($"/Meetings/{meeting.Id}/Agenda");
        Assert.Contains("South library", agenda.Words, StringComparison.Ordinal);
        Assert.Contains("Any other business", agenda.Words, StringComparison.Ordinal);

        // Members of the first hub see nothing of the second.
        await Agendas.Week.PublishAsync(moot, meeting.Id);
        using var petra = await moot.AsAsync(People.Police);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await petra.GetAsync($"/Meetings?body={south.Id}")).Status
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await petra.GetAsync($"/Meetings/{meeting.Id}/Agenda")).Status
        );
    }

    [Theory, BothDatabases]
    [Rule("C4")]
    public async Task A_bank_holiday_tuesday_is_told_and_offered_to_be_moved_or_cancelled(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        moot.Clock.Set(Utc("2028-12-13T12:00"));
        using var carys = await moot.AsAsync(People.Coordinator);
        var list = await carys.GetAsync("/Meetings");
        Assert.Contains(
            "Tuesday 26 December 2028 at 10:00 Boxing Day",
            list.Words,
            StringComparison.Ordinal
        );
        var meeting = (await MeetingsAsync(moot)).Single(one =>
            one.StartsAt == Utc("2028-12-26T10:00")
        );
        Assert.NotNull(list.Document.QuerySelector($"a[href='/Meetings/{meeting.Id}/Cancel']"));
        // Planned on the day itself until a person decides; the form suggests the next working day.
        var move = await carys.GetAsync($"/Meetings/{meeting.Id}/Move");
        await carys.PostAsync(move, (string?)null, null, ("Input.Because", "Boxing Day"));
        var moved = (await MeetingsAsync(moot)).Single(one => one.Id == meeting.Id);
        Assert.Equal(Utc("2028-12-27T10:00"), moved.StartsAt);
        Assert.Equal(Utc("2028-12-26T12:00"), moved.CutOffAt);
        // The empty place is not filled again.
        Assert.Equal(0, await RunAsync(moot));
        await carys.GetAsync("/Meetings");
        Assert.DoesNotContain(
            await MeetingsAsync(moot),
            one => one.StartsAt == Utc("2028-12-26T10:00")
        );
    }

    [Theory, BothDatabases]
    public async Task Members_see_meetings_whose_agenda_is_published_and_plan_none(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var petra = await moot.AsAsync(People.Police);
        var page = await petra.GetAsync("/Meetings");
        Assert.Contains(
            "No meeting's agenda is published yet",
            page.Words,
            StringComparison.Ordinal
        );
        Assert.Equal(2, (await MeetingsAsync(moot)).Count);
        await Agendas.Week.PublishAsync(moot, World.NextMeeting);
        page = await petra.GetAsync("/Meetings");
        Assert.Contains("Tuesday 24 November 2026", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("1 December", page.Words, StringComparison.Ordinal);
        foreach (var part in new[] { "Plan", "Move", "Cancel", "Invite" })
        {
            var refused = await petra.GetAsync($"/Meetings/{World.NextMeeting}/{part}");
            Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        }
    }

    internal static Task<int> RunAsync(Moot moot) =>
        moot.Services.GetRequiredService<PlanningJob>().RunAsync();

    internal static Task<List<HubMeeting>> MeetingsAsync(Moot moot, Guid? body = null)
    {
        var id = body ?? World.Hub;
        return moot.WithAsync(db =>
            db.Set<HubMeeting>()
                .AsNoTracking()
                .Where(meeting => meeting.BodyId == id)
                .OrderBy(meeting => meeting.StartsAt)
                .ToListAsync()
        );
    }

    internal static DateTime Utc(string text) =>
        DateTime.Parse(
            text,
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AssumeUniversal
                | System.Globalization.DateTimeStyles.AdjustToUniversal
        );
}
