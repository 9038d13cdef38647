using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;

namespace Moothall.Features.Admin.AuditLog;

/// <summary>Who did and saw what, when and why. Looking here is recorded too.</summary>
[Access(Permission.SeeAudit)]
public sealed class AuditModel(MoothallDb db, ReadNotes reads) : PageModel
{
    /// <summary>Entries on a page.</summary>
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public AuditFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];

    public int Pages { get; private set; }

    public int Found { get; private set; }

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <summary>What walking the chain found, where that was asked for.</summary>
    public AuditVerdict? Verdict { get; private set; }

    public Task OnGetAsync() => FillAsync();

    public async Task OnPostVerifyAsync()
    {
        Verdict = await AuditVerifier.VerifyAsync(db, HttpContext.RequestAborted);
        await FillAsync();
    }

    private async Task FillAsync()
    {
        People =
        [
            .. (
                await db.Set<User>()
                    .OrderBy(person => person.Name)
                    .Select(person => new { person.Id, person.Name })
                    .ToListAsync()
            ).Select(person => new SelectListItem(person.Name, person.Id.ToString())),
        ];
        if (!ModelState.IsValid)
        {
            return;
        }

        var query = await AuditQuery.FindAsync(db, Filter);
        Found = await query.CountAsync();
        Pages = (Found + PageSize - 1) / PageSize;
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, Pages));
        var shown = await query.Skip((PageNumber - 1) * PageSize).Take(PageSize).ToListAsync();
        Lines = [.. shown.Select(AuditLine.Of)];
        reads.Note("Audit", Filter.Person ?? Guid.Empty);
    }
}
