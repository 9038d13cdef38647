using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Bodies;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>The minutes one may read, newest first; for the team also the meetings whose minutes are still to be drafted.</summary>
[Access(Permission.ReadMinutes)]
public sealed class IndexModel(MoothallDb db, HubViewers viewers) : PageModel
{
    private const int PageSize = 20;

    /// <summary>A meeting with its minutes, or none yet.</summary>
    public sealed record Row(
        Guid MeetingId,
        DateTime StartsAt,
        string Body,
        MinutesStatus? Status,
        DateTime? ReleasedAt,
        DateTime? AcknowledgedAt,
        bool SignedByMe
    );

    /// <summary>The filter: one status, or nothing for all.</summary>
    [BindProperty(SupportsGet = true)]
    public MinutesStatus? Status { get; set; }

    /// <summary>The page of the list, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Pages { get; private set; }
    public HubViewer Viewer { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Viewer = await viewers.CurrentAsync();
        var (userId, isTeam) = (Viewer.UserId, Viewer.IsTeam);
        var visible = db.Set<Minutes>().VisibleTo(Viewer, db);
        var all =
            from meeting in db.Set<HubMeeting>()
            where meeting.Status == MeetingStatus.Ended
            join body in db.Set<GovernanceBody>() on meeting.BodyId equals body.Id
            join one in visible on meeting.Id equals one.MeetingId into drafted
            from minutes in drafted.DefaultIfEmpty()
            where minutes != null || isTeam
            select new
            {
                meeting,
                Body = body.Name,
                minutes,
            };
        if (Status is { } wanted)
        {
            all = all.Where(row => row.minutes != null && row.minutes.Status == wanted);
        }

        Pages = (await all.CountAsync() + PageSize - 1) / PageSize;
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, Pages));
        Rows = await all.OrderByDescending(row => row.meeting.StartsAt)
            .ThenBy(row => row.meeting.Id)
            .Skip((PageNumber - 1) * PageSize)
            .Take(PageSize)
            .Select(row => new Row(
                row.meeting.Id,
                row.meeting.StartsAt,
                row.Body,
                row.minutes == null ? null : row.minutes.Status,
                row.minutes == null ? null : row.minutes.ReleasedAt,
                row.minutes == null
                    ? null
                    : row
                        .minutes.Readings.Where(reading => reading.UserId == userId)
                        .Select(reading => (DateTime?)reading.AcknowledgedAt)
                        .FirstOrDefault(),
                row.minutes != null
                    && row.minutes.Signatures.Any(signature =>
                        signature.UserId == userId && signature.VoidedAt == null
                    )
            ))
            .ToListAsync();
    }
}
