using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>Hands out a file of a referral, never to be shown inside the page; loading its row notes the look.</summary>
[Access(Permission.MakeReferral)]
public sealed class FileModel(MoothallDb db, HubViewers viewers, IFileStore store) : PageModel
{
    /// <summary>Sends it as an attachment.</summary>
    public async Task<IActionResult> OnGetAsync(string reference, Guid id, CancellationToken cancel)
    {
        var viewer = await viewers.CurrentAsync(cancel);
        var seen = db.Set<Referral>()
            .VisibleTo(viewer, db)
            .Where(referral => referral.Reference == reference)
            .Select(referral => referral.Id);
        var attachment = await db.Set<ReferralAttachment>()
            .AsNoTracking()
            .Include(one => one.File)
            .SingleOrDefaultAsync(one => one.Id == id && seen.Contains(one.ReferralId), cancel);
        return attachment?.File is { } file
            ? File(store.Open(file.ToContent()), file.ContentType, file.FileName)
            : NotFound();
    }
}
