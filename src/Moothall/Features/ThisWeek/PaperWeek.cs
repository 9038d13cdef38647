using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.PaperCopies;
using Moothall.Platform.Time;

namespace Moothall.Features.ThisWeek;

/// <summary>Paper that is still out after its meeting (S1-7.2b, S1-7.2c).</summary>
internal static class PaperWeek
{
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
        return still.Select(one => new WeekLine(
            $"{Countdown.Count(one.Count, "paper copy", "paper copies")} of {UkTime.Day(UkTime.DateOf(one.StartsAt))} still out",
            "/CommunitySafetyHub/PaperCopies/Index"
        )
        {
            Values = new { id = one.Id },
            Urgency = Urgency.Soon,
            Tag = "To tick back in",
        });
    }
}
