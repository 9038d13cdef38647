using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Documents.Mail;

namespace Moothall.Features.CommunitySafetyHub.MailIn;

/// <summary>Takes in saved e-mails and Word documents, several at once, each by itself: one that is refused keeps no other out.</summary>
[Access(Permission.ConfirmMail)]
[UploadLimit]
public sealed class AddModel(
    MoothallDb db,
    MessageIntake intake,
    HubViewers viewers,
    IOptions<DocumentsOptions> documents
) : PageModel
{
    private const int MostFiles = 30;

    [BindProperty]
    public List<IFormFile> Uploads { get; set; } = [];

    /// <summary>Those that were added before others were refused.</summary>
    public IReadOnlyList<string> Added { get; private set; } = [];

    /// <summary>Those that were refused, each with its reason.</summary>
    public IReadOnlyList<string> Refused { get; private set; } = [];

    /// <summary>Largest upload, in bytes.</summary>
    public long Largest => documents.Value.LargestUpload;

    /// <summary>Shows the form.</summary>
    public void OnGet(bool tooLarge)
    {
        if (tooLarge)
        {
            ModelState.AddModelError(nameof(Uploads), UploadLimitAttribute.Words(documents.Value));
        }
    }

    /// <summary>Takes each file in, or says why not.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Uploads.Count == 0)
        {
            ModelState.AddModelError(nameof(Uploads), "Choose one file or more");
        }
        else if (Uploads.Count > MostFiles)
        {
            ModelState.AddModelError(nameof(Uploads), $"Choose at most {MostFiles} files at once");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var viewer = await viewers.CurrentAsync(cancel);
        var (added, refused) = (new List<string>(), new List<string>());
        foreach (var upload in Uploads)
        {
            var name = FileNames.Clean(upload.FileName);
            if (await AddAsync(upload, viewer, cancel) is { } problem)
            {
                refused.Add($"{name}: {problem}");
            }
            else
            {
                added.Add(name);
            }
        }

        (Added, Refused) = (added, refused);
        if (refused.Count > 0)
        {
            ModelState.AddModelError(
                nameof(Uploads),
                refused.Count == 1
                    ? "1 file was not added. The reason stands below."
                    : $"{refused.Count} files were not added. The reasons stand below."
            );
            return Page();
        }

        TempData["Notice"] =
            added.Count == 1 ? "1 message was added." : $"{added.Count} messages were added.";
        return LocalRedirect("/Messages");
    }

    private async Task<string?> AddAsync(
        IFormFile upload,
        HubViewer viewer,
        CancellationToken cancel
    )
    {
        using var buffer = new MemoryStream();
        await upload.CopyToAsync(buffer, cancel);
        var bytes = buffer.ToArray();
        if (await intake.EarlierAsync(bytes, cancel) is { } earlier)
        {
            return earlier.IsSettled
                ? $"This message was added before. {earlier.SettledWords()}"
                : "This message was added before and waits to be confirmed.";
        }

        try
        {
            var taken = MailIntake.ReadFile(bytes, upload.FileName, Largest);
            await intake.KeepAsync(bytes, taken, viewer, cancel);
            await db.SaveChangesAsync(cancel);
            return null;
        }
        catch (UnreadableMailException problem)
        {
            return problem.Message;
        }
        catch (StorageFullException)
        {
            return "There is no room left for files. Tell the administrator; it was not kept.";
        }
        catch (DbUpdateException)
        {
            // Someone else added the same bytes at the same moment.
            db.ChangeTracker.Clear();
            return "This message was added before and waits to be confirmed.";
        }
    }
}
