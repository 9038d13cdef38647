using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Bodies;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>
/// Keeps the weekly meetings of every body that meets weekly planned ahead (S1-3.1a, S0-4). Another hub is another row with a
/// schedule of its own, nothing else (settled 4).
/// </summary>
public sealed class MeetingPlanner(MoothallDb db, TimeProvider clock)
{
    /// <summary>How many weekly meetings are kept planned.</summary>
    public const int WeeksAhead = 8;

    /// <summary>
    /// Adds the meetings that are missing among the next eight of each body. Planning again adds nothing; a place in the
    /// schedule whose meeting was moved or cancelled is not filled a second time.
    /// </summary>
    /// <returns>How many meetings were added.</returns>
    public async Task<int> KeepPlannedAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var bodies = await db.Set<GovernanceBody>()
            .AsNoTracking()
            .Where(body => body.MeetsWeekly)
            .ToListAsync(cancel);
        var taken = (
            await db.Set<HubMeeting>()
                .Where(meeting => meeting.StartsAt > now || meeting.Slot > now)
                .Select(meeting => new
                {
                    meeting.BodyId,
                    meeting.StartsAt,
                    meeting.Slot,
                })
                .ToListAsync(cancel)
        ).SelectMany(meeting => new[] { (meeting.BodyId, meeting.StartsAt), (meeting.BodyId, meeting.Slot ?? meeting.StartsAt) }).ToHashSet();
        var chair = await ChairAsync(cancel);
        var added = 0;
        foreach (var body in bodies)
        {
            var schedule = body.Times.ToSchedule();
            foreach (
                var start in schedule
                    .Occurrences(now, now.AddDays(7 * WeeksAhead))
                    .Where(start => !taken.Contains((body.Id, start)))
            )
            {
                db.Add(Plan(body, schedule, start, chair));
                added++;
            }
        }

        return added > 0 && await SavedAsync(cancel) ? added : 0;
    }

    private static HubMeeting Plan(
        GovernanceBody body,
        MeetingSchedule schedule,
        DateTime start,
        User? chair
    ) =>
        new()
        {
            BodyId = body.Id,
            StartsAt = start,
            Slot = start,
            Minutes = schedule.Minutes,
            CutOffAt = schedule.CutOff(start),
            Place = body.Times.Venue,
            ChairId = chair?.Id,
            ChairName = chair?.Name ?? "",
        };

    // Where a partnership has one chair today, that is who chairs; where it has several, the meeting says so on the day.
    private async Task<User?> ChairAsync(CancellationToken cancel)
    {
        var today = UkTime.Today(clock);
        var chairs = await db.Set<User>()
            .AsNoTracking()
            .Where(user =>
                user.LeftAt == null
                && user.Grants.Any(grant =>
                    grant.Role == Role.Chair
                    && grant.From <= today
                    && (grant.Until == null || grant.Until >= today)
                )
            )
            .Take(2)
            .ToListAsync(cancel);
        return chairs is [var only] ? only : null;
    }

    private async Task<bool> SavedAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException)
        {
            // Someone else planned the same meetings at the same moment, which is all that was wanted.
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
