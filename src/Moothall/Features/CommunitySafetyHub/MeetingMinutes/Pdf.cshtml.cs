using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;
using Moothall.Platform.Documents;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>The reader's copy as a PDF, where Chromium is installed.</summary>
[Access(Permission.ReadMinutes)]
public sealed class PdfModel(MinutesFiles files, PdfPrinter printer) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid meetingId)
    {
        if (!printer.IsAvailable)
        {
            return NotFound();
        }

        if (await files.PaperAsync(meetingId, "MinutesPdf") is not { } paper)
        {
            return NotFound();
        }

        try
        {
            var pdf = await printer.PrintAsync(PaperHtml.Render(paper), HttpContext.RequestAborted);
            return MinutesFiles.Attachment(pdf, "application/pdf", "pdf");
        }
        catch (PdfNotPrintedException)
        {
            TempData["Notice"] = "The PDF could not be made just now. Take the Word file instead.";
            return LocalRedirect($"/Minutes/{meetingId}");
        }
    }
}
