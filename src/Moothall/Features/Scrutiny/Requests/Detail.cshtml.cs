using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Scrutiny.Requests;

/// <summary>
/// One request: what was asked, what was given and what follows. The two gates and the reasons given at them stay with the team;
/// they may name operations (R4.5).
/// </summary>
[Access(Permission.SeeScrutinyRequests)]
public sealed class DetailModel(MoothallDb db, TimeProvider clock) : PageModel
{
    public InformationRequest Asked { get; private set; } = null!;
    public RequestStanding Standing { get; private set; }

    /// <summary>Whether it may be given, and why.</summary>
    public Verdict Gates { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var found = await db.Set<InformationRequest>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (found is null)
        {
            return NotFound();
        }

        Asked = found;
        Gates = ReleaseGates.Decide(found.Release);
        Standing = ReleaseGates.Standing(
            found.Details.By!.Value,
            found.Release,
            UkTime.Today(clock)
        );
        return Page();
    }
}
