using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>Who has acknowledged the minutes, and whom to chase before the next hub (S1-5.2).</summary>
[Access(Permission.WriteMinutes)]
public sealed class ReadersModel(MoothallDb db, HubViewers viewers, TimeProvider clock) : PageModel
{
    /// <summary>A person who gets the minutes or has acknowledged them.</summary>
    public sealed record Row(string Name, string OrganisationName, DateTime? AcknowledgedAt);

    public Minutes Minutes { get; private set; } = null!;

    /// <summary>Those who have not acknowledged come first.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Start of the next hub after the meeting, where one is planned.</summary>
    public DateTime? NextHub { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid meetingId)
    {
        var viewer = await viewers.CurrentAsync();
        var found = await db.Set<Minutes>()
            .VisibleTo(viewer, db)
            .Include(minutes => minutes.Readings)
            .SingleOrDefaultAsync(minutes =>
                minutes.MeetingId == meetingId && minutes.Status == MinutesStatus.Released
            );
        if (found is null)
        {
            return NotFound();
        }

        Minutes = found;
        var recipients = await MinutesRecipients.ForAsync(db, meetingId, UkTime.Today(clock));
        var read = found.Readings.ToDictionary(reading => reading.UserId);
        var expected = recipients.Select(one => one.UserId).OfType<Guid>().ToHashSet();
        Rows =
        [
            .. recipients
                .Select(one => new Row(
                    one.Name,
                    one.OrganisationName,
                    one.UserId is { } id ? read.GetValueOrDefault(id)?.AcknowledgedAt : null
                ))
                .Concat(
                    found
                        .Readings.Where(reading => !expected.Contains(reading.UserId))
                        .Select(reading => new Row(reading.Name, "", reading.AcknowledgedAt))
                )
                .OrderBy(row => row.AcknowledgedAt is not null)
                .ThenBy(row => row.OrganisationName, StringComparer.OrdinalIgnoreCase)
                .ThenBy(row => row.Name, StringComparer.OrdinalIgnoreCase),
        ];
        NextHub = await db.Set<HubMeeting>()
            .Where(next =>
                next.Status != MeetingStatus.Cancelled
                && db.Set<HubMeeting>()
                    .Any(m =>
                        m.Id == meetingId && m.BodyId == next.BodyId && m.StartsAt < next.StartsAt
                    )
            )
            .OrderBy(next => next.StartsAt)
            .Select(next => (DateTime?)next.StartsAt)
            .FirstOrDefaultAsync();
        return Page();
    }
}
