using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;
using Moothall.Platform.Documents;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>The reader's copy as a Word file.</summary>
[Access(Permission.ReadMinutes)]
public sealed class WordModel(MinutesFiles files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid meetingId) =>
        await files.PaperAsync(meetingId, "MinutesWord") is { } paper
            ? MinutesFiles.Attachment(WordWriter.ToBytes(paper), WordWriter.Type, "docx")
            : NotFound();
}
