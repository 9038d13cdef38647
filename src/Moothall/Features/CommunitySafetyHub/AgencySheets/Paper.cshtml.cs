using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;

namespace Moothall.Features.CommunitySafetyHub.AgencySheets;

/// <summary>A sheet as a page.</summary>
[Access(Permission.CirculateMinutes)]
public sealed class PaperModel(SheetFiles files) : PageModel
{
    public HubMembership Member { get; private set; } = null!;
    public Platform.Documents.Paper Paper { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, SheetKind kind, CancellationToken cancel)
    {
        if (await files.PaperAsync(id, kind, "AgencySheetPage", cancel) is not { } found)
        {
            return NotFound();
        }

        (Member, Paper) = found;
        return Page();
    }
}
