using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.PaperCopies;
using Moothall.Features.CommunitySafetyHub.Withdrawals;
using Moothall.Platform.Access;
using Moothall.Platform.Time;

namespace Moothall.Features.ThisWeek;

/// <summary>Paper that is still out after its meeting (S1-7.2b, S1-7.2c).</summary>
internal static class PaperWeek
{
    private const int DaysOfRecalls = 60;

    /// <summary>How long after its start a meeting is taken to be over.</summary>
    private const int HoursOfMeeting = 3;

    public static async Task<IEnumerable<WeekLine>> OfAsync(Week week, CancellationToken cancel)
    {
        var seen = week.Db.Set<HubMeeting>().VisibleTo(week.Viewer, week.Db);
        var still = await week
            .Db.Set<PaperCopy>()
            .Where(copy => copy.State == PaperState.Out)
            .Join(
                seen.Where(meeting => meeting.StartsAt < week.Now),
                copy => copy.MeetingId,
                meeting => meeting.Id,
                (copy, meeting) => meeting
            )
            .GroupBy(meeting => new { meeting.Id, meeting.StartsAt })
            .Select(group => new
            {
                group.Key.Id,
                group.Key.StartsAt,
                Count = group.Count(),
            })
            .OrderBy(one => one.StartsAt)
            .ToListAsync(cancel);
        var recalled = await RecalledAsync(week, cancel);
        recalled.AddRange(await NotHeldAsync(week, seen, cancel));
        recalled.AddRange(await NotEndedAsync(week, seen, cancel));
        return recalled.Concat(
            still.Select(one => new WeekLine(
                $"{Countdown.Count(one.Count, "paper copy", "paper copies")} of {UkTime.Day(UkTime.DateOf(one.StartsAt))} still out",
                "/CommunitySafetyHub/PaperCopies/Index"
            )
            {
                Values = new { id = one.Id },
                Urgency = Urgency.Soon,
                Tag = "To tick back in",
            })
        );
    }

    // A published meeting whose day is over and that nobody started was held on paper, or not at all.
    private static async Task<IEnumerable<WeekLine>> NotHeldAsync(
        Week week,
        IQueryable<HubMeeting> seen,
        CancellationToken cancel
    )
    {
        if (!week.User.May(Permission.WriteMinutes))
        {
            return [];
        }

        var (from, until) = (week.Now.AddDays(-DaysOfRecalls), week.Now.AddHours(-HoursOfMeeting));
        var unwritten = await seen.Where(meeting =>
                meeting.Status == MeetingStatus.Planned
                && meeting.PublishedAt != null
                && meeting.StartsAt > from
                && meeting.StartsAt < until
            )
            .OrderBy(meeting => meeting.StartsAt)
            .Select(meeting => new { meeting.Id, meeting.StartsAt })
            .ToListAsync(cancel);
        return unwritten.Select(one => new WeekLine(
            $"The hub of {UkTime.Day(UkTime.DateOf(one.StartsAt))} is not written down",
            "/CommunitySafetyHub/WriteUps/Index"
        )
        {
            Values = new { id = one.Id },
            Hint = "If it was held on paper, write it up. If it was not held, cancel it.",
            Urgency = Urgency.Soon,
            Tag = "To write up",
        });
    }

    /// <summary>The same for who took the chair over: they run that meeting to its end.</summary>
    public static Task<IEnumerable<WeekLine>> ChairedAsync(Week week, CancellationToken cancel)
    {
        var me = week.Viewer.UserId;
        var seen = week.Db.Set<HubMeeting>().VisibleTo(week.Viewer, week.Db);
        return NotEndedAsync(week, seen.Where(meeting => meeting.ChairId == me), cancel);
    }

    // Meetings that the network broke off: those being written up, and those that nobody ended.
    private static async Task<IEnumerable<WeekLine>> NotEndedAsync(
        Week week,
        IQueryable<HubMeeting> meetings,
        CancellationToken cancel
    )
    {
        var live = await meetings
            .AsNoTracking()
            .Where(meeting => meeting.Status == MeetingStatus.Live)
            .OrderBy(meeting => meeting.StartsAt)
            .ToListAsync(cancel);
        return live.Where(meeting =>
                meeting.IsOnPaper || meeting.StartsAt.AddHours(HoursOfMeeting) < week.Now
            )
            .Select(meeting => new WeekLine(
                meeting.IsOnPaper
                    ? $"The rest of the hub of {UkTime.Day(UkTime.DateOf(meeting.StartsAt))} waits to be written up"
                    : $"The hub of {UkTime.Day(UkTime.DateOf(meeting.StartsAt))} was never ended",
                "/CommunitySafetyHub/WriteUps/Index"
            )
            {
                Values = new { id = meeting.Id },
                Hint = meeting.IsOnPaper
                    ? $"{meeting.WrittenUpByName} said that the network failed."
                    : "If the network failed, write up the rest from paper. Otherwise end it on the screen.",
                Urgency = Urgency.Soon,
                Tag = "To write up",
            });
    }

    // Who was withdrawn in the last weeks and still holds something.
    private static async Task<List<WeekLine>> RecalledAsync(Week week, CancellationToken cancel)
    {
        var lines = new List<WeekLine>();
        if (!week.User.May(Permission.ManageMembers))
        {
            return lines;
        }

        var since = week.Now.AddDays(-DaysOfRecalls);
        var recent = await week
            .Db.Set<Withdrawal>()
            .AsNoTracking()
            .Where(one => one.At > since && one.UndoneAt == null)
            .ToListAsync(cancel);
        foreach (var one in recent)
        {
            var held = await ToRecall.OfAsync(week.Db, one, week.Now, cancel);
            if (held.Count(line => line.Tick is null) is var count and > 0)
            {
                lines.Add(
                    new(
                        $"{Countdown.Count(count, "thing")} to call back from {one.Who}",
                        "/CommunitySafetyHub/Withdrawals/Detail"
                    )
                    {
                        Values = new { id = one.Id },
                        Urgency = Urgency.Soon,
                        Tag = "To call back",
                    }
                );
            }
        }

        return lines;
    }
}
