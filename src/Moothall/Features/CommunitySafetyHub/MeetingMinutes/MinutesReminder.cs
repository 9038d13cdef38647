using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Email;
using Moothall.Platform.Jobs;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>
/// The day before the next hub, reminds those who have not acknowledged the last minutes: members read them before the
/// meeting starts (S1-5.2). Once a set of minutes.
/// </summary>
public sealed class MinutesReminder(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<MinutesReminder> log
) : RecurringJob(scopes, clock, log)
{
    /// <inheritdoc/>
    protected override string Name => "reminding of minutes";

    /// <inheritdoc/>
    protected override TimeSpan Interval => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task RunAsync(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<MoothallDb>();
        var notices = services.GetRequiredService<Notices>();
        var today = UkTime.DateOf(Now);
        var (from, until) = (Midnight(today.AddDays(1)), Midnight(today.AddDays(2)));
        var morning = Midnight(today);
        var bodies = await db.Set<HubMeeting>()
            .Where(m => m.StartsAt >= from && m.StartsAt < until)
            .Where(m => m.Status != MeetingStatus.Cancelled)
            .Select(m => m.BodyId)
            .Distinct()
            .ToListAsync(cancel);
        // Those released today have their own notice today; a reminder on its heels would only teach people to ignore both.
        var waiting = await db.Set<Minutes>()
            .Include(minutes => minutes.Readings)
            .Where(minutes => minutes.RemindedAt == null && minutes.ReleasedAt < morning)
            .Where(minutes => minutes.Status == MinutesStatus.Released)
            .Where(minutes =>
                db.Set<HubMeeting>()
                    .Any(m => m.Id == minutes.MeetingId && bodies.Contains(m.BodyId))
            )
            .ToListAsync(cancel);
        foreach (var minutes in waiting)
        {
            var unread = await UnreadAsync(db, minutes, today, cancel);
            unread.ForEach(user =>
                notices.Write(user, NoticeAbout.MinutesToRead, $"/Minutes/{minutes.MeetingId}")
            );
            minutes.RemindedAt = Now;
            await db.SaveChangesAsync(cancel);
        }
    }

    private static async Task<List<User>> UnreadAsync(
        MoothallDb db,
        Minutes minutes,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var read = minutes.Readings.Select(reading => reading.UserId).ToHashSet();
        var ids = (await MinutesRecipients.ForAsync(db, minutes.MeetingId, today, cancel))
            .Select(recipient => recipient.UserId)
            .OfType<Guid>()
            .Where(id => !read.Contains(id))
            .ToList();
        return await db.Set<User>().Where(user => ids.Contains(user.Id)).ToListAsync(cancel);
    }

    private static DateTime Midnight(DateOnly day) => UkTime.ToUtc(day, TimeOnly.MinValue);
}
