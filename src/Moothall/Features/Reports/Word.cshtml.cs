using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Ui;

namespace Moothall.Features.Reports;

/// <summary>A report as a Word file.</summary>
[Access(Permission.SeeReports)]
public sealed class WordModel(MoothallDb db, CurrentUser reader, Masthead masthead) : PageModel
{
    /// <summary>Gives it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await ReportDesk.ReadAsync(db, reader, id, cancel) is { } report
            ? File(
                WordWriter.ToBytes(ReportPaper.Of(report, masthead.Name)),
                WordWriter.Type,
                FileNames.Clean(
                    $"{report.Details.Title}{(report.IssuedAt is null ? " (draft)" : "")}.docx"
                )
            )
            : NotFound();
}
