using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Ui;

namespace Moothall.Features.Reports;

/// <summary>A report as a Word file. It leaves the product with it, so the audit tells who took it.</summary>
[Access(Permission.SeeReports)]
public sealed class WordModel(MoothallDb db, CurrentUser reader, Masthead masthead, ReadNotes reads)
    : PageModel
{
    /// <summary>Gives it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await ReportDesk.ReadAsync(db, reader, id, cancel) is not { } report)
        {
            return NotFound();
        }

        reads.Note(nameof(Report), report.Id);
        return File(
            WordWriter.ToBytes(ReportPaper.Of(report, masthead.Name)),
            WordWriter.Type,
            FileNames.Clean(
                $"{report.Details.Title}{(report.IssuedAt is null ? " (draft)" : "")}.docx"
            )
        );
    }
}
