using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Access;
using Moothall.Platform.Time;

namespace Moothall.Features.ThisWeek;

/// <summary>Minutes to sign, and minutes to read before the next hub (S1-5.2, S1-7.2j).</summary>
internal static class MinutesWeek
{
    private const int DaysBack = 70;

    public static async Task<WeekSection?> ToSignAsync(Week week, CancellationToken cancel)
    {
        if (!week.User.May(Permission.SignMinutes))
        {
            return null;
        }

        var userId = week.User.Id;
        var waiting = await week
            .Db.Set<Minutes>()
            .Where(minutes => minutes.Status != MinutesStatus.Released)
            .Join(
                week.Db.Set<HubMeeting>(),
                minutes => minutes.MeetingId,
                meeting => meeting.Id,
                (minutes, meeting) =>
                    new
                    {
                        minutes.Id,
                        minutes.MeetingId,
                        minutes.Status,
                        meeting.StartsAt,
                        Mine = minutes.Signatures.Any(signature => signature.UserId == userId),
                    }
            )
            .OrderBy(one => one.StartsAt)
            .ToListAsync(cancel);
        var undrafted = await UndraftedAsync(week, cancel);
        return waiting.Count + undrafted.Count == 0
            ? null
            : new(
                "Minutes to sign",
                [
                    .. undrafted,
                    .. waiting.Select(one => new WeekLine(
                        $"Minutes of {UkTime.Day(UkTime.DateOf(one.StartsAt))} to be checked and signed",
                        "/CommunitySafetyHub/MeetingMinutes/Sign"
                    )
                    {
                        Values = new { meetingId = one.MeetingId },
                        Hint =
                            one.Status == MinutesStatus.SignedOnce
                                ? "One signature. They go out when a second person has signed."
                                : "Draft. They go out when two people have signed.",
                        Urgency =
                            one.Mine && one.Status == MinutesStatus.SignedOnce
                                ? Urgency.None
                                : Urgency.Soon,
                        Tag = one switch
                        {
                            { Mine: true, Status: MinutesStatus.SignedOnce } =>
                                "Waiting for a second person",
                            { Status: MinutesStatus.SignedOnce } => "One signature",
                            _ => "Draft",
                        },
                    }),
                ]
            );
    }

    // A meeting that ended without its minutes gets them at the team's first look.
    private static async Task<List<WeekLine>> UndraftedAsync(Week week, CancellationToken cancel)
    {
        if (!week.Viewer.IsTeam)
        {
            return [];
        }

        var since = week.Now.AddDays(-DaysBack);
        var ended = await week
            .Db.Set<HubMeeting>()
            .Where(meeting =>
                meeting.Status == MeetingStatus.Ended
                && meeting.StartsAt > since
                && !week.Db.Set<Minutes>().Any(minutes => minutes.MeetingId == meeting.Id)
            )
            .OrderBy(meeting => meeting.StartsAt)
            .Select(meeting => new { meeting.Id, meeting.StartsAt })
            .ToListAsync(cancel);
        return
        [
            .. ended.Select(one => new WeekLine(
                $"Minutes of {UkTime.Day(UkTime.DateOf(one.StartsAt))} to be drafted, checked and signed",
                "/CommunitySafetyHub/MeetingMinutes/Read"
            )
            {
                Values = new { meetingId = one.Id },
                Urgency = Urgency.Soon,
                Tag = "To be drafted",
            }),
        ];
    }

    /// <summary>Minutes that two people signed and nobody has a copy of yet (S1-5.2, S1-7.2h).</summary>
    public static async Task<WeekSection?> ToCirculateAsync(Week week, CancellationToken cancel)
    {
        if (!week.User.May(Permission.CirculateMinutes))
        {
            return null;
        }

        var since = week.Now.AddDays(-DaysBack);
        var waiting = await week
            .Db.Set<Minutes>()
            .VisibleTo(week.Viewer, week.Db)
            .Where(minutes =>
                minutes.Status == MinutesStatus.Released
                && minutes.ReleasedAt > since
                && !week.Db.Set<CirculationCopy>().Any(copy => copy.MinutesId == minutes.Id)
            )
            .Join(
                week.Db.Set<HubMeeting>(),
                minutes => minutes.MeetingId,
                meeting => meeting.Id,
                (minutes, meeting) => new { minutes.MeetingId, meeting.StartsAt }
            )
            .OrderBy(one => one.StartsAt)
            .ToListAsync(cancel);
        return waiting.Count == 0
            ? null
            : new(
                "Minutes to circulate",
                [
                    .. waiting.Select(one => new WeekLine(
                        $"Minutes of {UkTime.Day(UkTime.DateOf(one.StartsAt))} are signed by two people and not circulated yet",
                        "/CommunitySafetyHub/Circulation/Circulate"
                    )
                    {
                        Values = new { meetingId = one.MeetingId },
                        Urgency = Urgency.Soon,
                        Tag = "To circulate",
                    }),
                ]
            );
    }

    public static async Task<WeekSection?> ToReadAsync(Week week, CancellationToken cancel)
    {
        if (!week.User.May(Permission.ReadMinutes) || week.Viewer.RunsHub)
        {
            return null;
        }

        var (userId, since) = (week.User.Id, week.Now.AddDays(-DaysBack));
        var meetings = week.Db.Set<HubMeeting>().VisibleTo(week.Viewer, week.Db);
        var unread = await week
            .Db.Set<Minutes>()
            .VisibleTo(week.Viewer, week.Db)
            .Where(minutes =>
                minutes.Status == MinutesStatus.Released
                && minutes.ReleasedAt > since
                && !minutes.Readings.Any(reading => reading.UserId == userId)
            )
            .Join(
                meetings,
                minutes => minutes.MeetingId,
                meeting => meeting.Id,
                (minutes, meeting) => new { minutes.MeetingId, meeting.StartsAt }
            )
            .OrderByDescending(one => one.StartsAt)
            .ToListAsync(cancel);
        return unread.Count == 0
            ? null
            : new(
                "Minutes to read",
                [
                    .. unread.Select(one => new WeekLine(
                        $"Minutes of {UkTime.Day(UkTime.DateOf(one.StartsAt))}",
                        "/CommunitySafetyHub/MeetingMinutes/Read"
                    )
                    {
                        Values = new { meetingId = one.MeetingId },
                        Urgency = Urgency.Soon,
                        Tag = "To read",
                    }),
                ]
            );
    }
}
