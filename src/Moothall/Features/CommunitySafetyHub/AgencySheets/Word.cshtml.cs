using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;
using Moothall.Platform.Documents;

namespace Moothall.Features.CommunitySafetyHub.AgencySheets;

/// <summary>A sheet as a Word file, under a neutral name.</summary>
[Access(Permission.CirculateMinutes)]
public sealed class WordModel(SheetFiles files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(
        Guid id,
        SheetKind kind,
        CancellationToken cancel
    ) =>
        await files.PaperAsync(id, kind, "AgencySheetWord", cancel) is { } found
            ? File(WordWriter.ToBytes(found.Paper), WordWriter.Type, SheetCopies.DocumentName)
            : NotFound();
}
