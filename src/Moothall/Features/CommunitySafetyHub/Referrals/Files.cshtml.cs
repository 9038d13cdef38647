using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>The files of a referral: a step of their own after it is safely sent (settled 25).</summary>
[Access(Permission.MakeReferral)]
[UploadLimit]
public sealed class FilesModel(
    MoothallDb db,
    HubViewers viewers,
    IFileStore store,
    UploadKeeper uploads,
    IOptions<DocumentsOptions> documents
) : PageModel
{
    /// <summary>Most files a referral may have.</summary>
    private const int MostFiles = 20;

    [BindProperty]
    [Field(
        "File",
        Hint = UploadInspector.AcceptedKinds + ". Programs and documents with macros are refused.",
        Conditional = true
    )]
    public IFormFile? Upload { get; set; }

    public string Reference { get; private set; } = "";
    public IReadOnlyList<ReferralAttachment> Attachments { get; private set; } = [];

    /// <summary>The files the viewer attached and may still take away.</summary>
    public IReadOnlyList<ReferralAttachment> Removable { get; private set; } = [];

    /// <summary>Largest file accepted, in bytes.</summary>
    public long Largest => documents.Value.LargestUpload;

    /// <summary>Shows the files.</summary>
    public async Task<IActionResult> OnGetAsync(
        string reference,
        bool tooLarge,
        CancellationToken cancel
    )
    {
        if (await LoadAsync(reference, cancel) is null)
        {
            return NotFound();
        }

        if (tooLarge)
        {
            ModelState.AddModelError(nameof(Upload), UploadLimitAttribute.Words(documents.Value));
        }

        return Page();
    }

    /// <summary>Keeps a file, encrypted, once its content has been looked at.</summary>
    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await LoadAsync(reference, cancel) is not { } referralId)
        {
            return NotFound();
        }

        if (Attachments.Count >= MostFiles)
        {
            ModelState.AddModelError(nameof(Upload), $"A referral can have {MostFiles} files.");
        }

        if (Upload is null && ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(Upload), "Choose a file");
        }

        if (!ModelState.IsValid || Upload is null)
        {
            return Page();
        }

        var viewer = await viewers.CurrentAsync(cancel);
        var (file, problem) = await uploads.KeepAsync(Upload, viewer.UserId, cancel);
        if (file is null)
        {
            ModelState.AddModelError(nameof(Upload), problem);
            return Page();
        }

        db.Add(file);
        db.Add(
            new ReferralAttachment
            {
                ReferralId = referralId,
                FileId = file.Id,
                AddedByName = viewer.Name,
            }
        );
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The file is attached.";
        return LocalRedirect($"/Referrals/{Reference}/Files");
    }

    /// <summary>Takes away a file that its own sender attached by mistake, while nothing is decided yet; the audit keeps that it was there.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(
        string reference,
        Guid file,
        CancellationToken cancel
    )
    {
        if (
            await LoadAsync(reference, cancel) is null
            || Removable.FirstOrDefault(one => one.Id == file) is not { } attachment
        )
        {
            return NotFound();
        }

        db.Remove(attachment);
        db.Remove(attachment.File!);
        db.AfterCommit(() => store.Delete(attachment.File!.StoreName));
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The file is removed.";
        return LocalRedirect($"/Referrals/{Reference}/Files");
    }

    private async Task<Guid?> LoadAsync(string reference, CancellationToken cancel)
    {
        var viewer = await viewers.CurrentAsync(cancel);
        var found = await db.Set<Referral>()
            .VisibleTo(viewer, db)
            .Where(referral => referral.Reference == reference)
            .Select(referral => new
            {
                referral.Id,
                referral.Reference,
                referral.Status,
            })
            .SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        Reference = found.Reference;
        Attachments = await db.Set<ReferralAttachment>()
            .AsNoTracking()
            .Include(attachment => attachment.File)
            .Where(attachment => attachment.ReferralId == found.Id)
            .OrderBy(attachment => attachment.Id)
            .ToListAsync(cancel);
        var isUndecided = found.Status is ReferralStatus.Submitted or ReferralStatus.Returned;
        Removable =
        [
            .. Attachments.Where(one => isUndecided && one.File!.CreatedBy == viewer.UserId),
        ];
        return found.Id;
    }
}
