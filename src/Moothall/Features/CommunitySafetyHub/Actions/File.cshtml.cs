using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;

namespace Moothall.Features.CommunitySafetyHub.Actions;

/// <summary>Hands out a file of an action, never to be shown inside the page; loading its row notes the look.</summary>
[Access(Permission.SeeActions)]
public sealed class FileModel(MoothallDb db, HubViewers viewers, IFileStore store) : PageModel
{
    /// <summary>Sends it as an attachment.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, Guid file, CancellationToken cancel)
    {
        var viewer = await viewers.CurrentAsync(cancel);
        var seen = db.Set<HubAction>().VisibleTo(viewer, db).Select(action => action.Id);
        var attachment = await db.Set<ActionAttachment>()
            .AsNoTracking()
            .Include(one => one.File)
            .SingleOrDefaultAsync(
                one => one.Id == file && one.ActionId == id && seen.Contains(one.ActionId),
                cancel
            );
        return attachment?.File is { } stored
            ? File(store.Open(stored.ToContent()), stored.ContentType, stored.FileName)
            : NotFound();
    }
}
