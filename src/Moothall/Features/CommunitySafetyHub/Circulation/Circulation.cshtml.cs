using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>Where every copy of a meeting's minutes stands, whom to ring for the password, and to whom nothing went.</summary>
[Access(Permission.CirculateMinutes)]
public sealed class CirculationModel(
    MoothallDb db,
    HubViewers viewers,
    PasswordList passwords,
    TimeProvider clock
) : PageModel
{
    public HubMeeting Meeting { get; private set; } = null!;
    public IReadOnlyList<CirculationCopy> Copies { get; private set; } = [];
    public IReadOnlyList<NotCirculated> Nothing { get; private set; } = [];

    /// <summary>Who has a locked file and has not been given this month's password.</summary>
    public IReadOnlyList<PasswordReceiver> ToRing { get; private set; } = [];
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>What wants a decision stands first, then what is on its way, then the rest.</summary>
    public IEnumerable<CirculationCopy> InOrder =>
        Copies
            .OrderBy(copy =>
                copy.StatusNow(Now) switch
                {
                    CopyStatus.Uncertain or CopyStatus.Refused or CopyStatus.Held => 0,
                    CopyStatus.Waiting or CopyStatus.Sending => 1,
                    CopyStatus.Withdrawn => 3,
                    _ => 2,
                }
            )
            .ThenBy(copy => copy.OrganisationName, StringComparer.OrdinalIgnoreCase)
            .ThenBy(copy => copy.RecipientName, StringComparer.OrdinalIgnoreCase);

    public async Task<IActionResult> OnGetAsync(Guid meetingId, CancellationToken cancel)
    {
        var viewer = await viewers.CurrentAsync(cancel);
        var minutesId = await db.Set<Minutes>()
            .VisibleTo(viewer, db)
            .Where(minutes => minutes.MeetingId == meetingId)
            .Select(minutes => (Guid?)minutes.Id)
            .SingleOrDefaultAsync(cancel);
        if (minutesId is null)
        {
            return NotFound();
        }

        Meeting = await db.Set<HubMeeting>()
            .AsNoTracking()
            .SingleAsync(m => m.Id == meetingId, cancel);
        Copies = await db.Set<CirculationCopy>()
            .AsNoTracking()
            .Where(copy => copy.MinutesId == minutesId)
            .ToListAsync(cancel);
        var have = Copies.Select(copy => copy.UserId).ToHashSet();
        var nothing = await db.Set<NotCirculated>()
            .AsNoTracking()
            .Where(one => one.MinutesId == minutesId)
            .OrderByDescending(one => one.At)
            .ToListAsync(cancel);
        Nothing =
        [
            .. nothing
                .Where(one => one.UserId is not { } id || !have.Contains(id))
                .DistinctBy(one => (one.UserId, one.Name)),
        ];
        var locked = Copies
            .Where(copy => copy.Route == CirculationRoute.LockedFile)
            .Select(copy => copy.UserId)
            .ToHashSet();
        ToRing =
        [
            .. (await passwords.OfMonthAsync(passwords.ThisMonth, cancel)).Where(one =>
                one.Given is null && locked.Contains(one.UserId)
            ),
        ];
        return Page();
    }
}
