using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;
using Moothall.Platform.Documents;

namespace Moothall.Features.CommunitySafetyHub.MailIn;

/// <summary>Hands out a file of a message, never to be shown inside the page; loading its message notes the look.</summary>
[Access(Permission.ConfirmMail)]
public sealed class FileModel(MessageDesk desk, IFileStore store) : PageModel
{
    /// <summary>Sends it as an attachment.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, Guid file, CancellationToken cancel)
    {
        var open = await desk.FindAsync(id, cancel);
        return open?.Message.Files.Find(one => one.Id == file)?.File is { } stored
            ? File(store.Open(stored.ToContent()), stored.ContentType, stored.FileName)
            : NotFound();
    }
}
