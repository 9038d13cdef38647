using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;
using Moothall.Platform.Documents;

namespace Moothall.Features.CommunitySafetyHub.AgencySheets;

/// <summary>A sheet as a PDF, where Chromium is installed.</summary>
[Access(Permission.CirculateMinutes)]
public sealed class PdfModel(SheetFiles files, PdfPrinter printer) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, SheetKind kind, CancellationToken cancel)
    {
        if (
            !printer.IsAvailable
            || await files.PaperAsync(id, kind, "AgencySheetPdf", cancel) is not { } found
        )
        {
            return NotFound();
        }

        try
        {
            var pdf = await printer.PrintAsync(PaperHtml.Render(found.Paper), cancel);
            return File(pdf, "application/pdf", "papers.pdf");
        }
        catch (PdfNotPrintedException)
        {
            TempData["Notice"] = "The PDF could not be made just now. Take the Word file instead.";
            return LocalRedirect($"/AgencySheets/{id}");
        }
    }
}
