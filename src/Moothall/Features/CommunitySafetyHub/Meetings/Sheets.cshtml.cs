using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>The sheets that people signed on paper, attached to their signatures (settled 16, 25).</summary>
[Access(Permission.RunMeeting)]
[UploadLimit]
public sealed class SheetsModel(
    MoothallDb db,
    HubViewers viewers,
    IFileStore store,
    UploadKeeper uploads,
    IOptions<DocumentsOptions> documents
) : PageModel
{
    [BindProperty]
    [Field("Scan or photograph", Hint = UploadInspector.AcceptedKinds + ".", Conditional = true)]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    [Field("Whose signatures are on it", Conditional = true)]
    public List<Guid> Who { get; set; } = [];

    /// <summary>The meeting with its signatures.</summary>
    public HubMeeting Meeting { get; private set; } = null!;

    /// <summary>What is attached already.</summary>
    public IReadOnlyList<AgreementSheet> Sheets { get; private set; } = [];

    /// <summary>Signatures on paper without a sheet.</summary>
    public IReadOnlyList<SelectListItem> Without { get; private set; } = [];

    /// <summary>Largest file accepted, in bytes.</summary>
    public long Largest => documents.Value.LargestUpload;

    /// <summary>Whose signatures stand on a sheet.</summary>
    public string SignersOf(AgreementSheet sheet) =>
        string.Join(
            ", ",
            Meeting.Signatures.Where(one => one.SheetId == sheet.Id).Select(one => one.Name)
        );

    /// <summary>Shows the sheets, everyone who signed on paper ticked.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, bool tooLarge, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Who = [.. Without.Select(one => Guid.Parse(one.Value))];
        if (tooLarge)
        {
            ModelState.AddModelError(nameof(Upload), UploadLimitAttribute.Words(documents.Value));
        }

        return Page();
    }

    /// <summary>Sends a sheet as an attachment, never to be shown inside the page.</summary>
    public async Task<IActionResult> OnGetFileAsync(
        Guid id,
        Guid sheet,
        CancellationToken cancel
    ) =>
        await LoadAsync(id, cancel)
        && Sheets.FirstOrDefault(one => one.Id == sheet)?.File is { } file
            ? File(store.Open(file.ToContent()), file.ContentType, file.FileName)
            : NotFound();

    /// <summary>Keeps a sheet, encrypted, and ties the signatures on it to it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        var signers = Meeting.Signatures.FindAll(one =>
            Who.Contains(one.Id) && Without.Any(choice => choice.Value == $"{one.Id}")
        );
        if (signers.Count == 0)
        {
            ModelState.AddModelError(nameof(Who), "Tick whose signatures are on the sheet");
        }

        if (Upload is null)
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

        var sheet = new AgreementSheet
        {
            MeetingId = id,
            FileId = file.Id,
            AddedAt = file.CreatedAt,
            AddedByName = viewer.Name,
        };
        db.Add(file);
        db.Add(sheet);
        signers.ForEach(one => one.SheetId = sheet.Id);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The sheet is attached.";
        return LocalRedirect($"/Meetings/{id}/Sheets");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        var found = await db.Set<HubMeeting>()
            .VisibleTo(await viewers.CurrentAsync(cancel), db)
            .Include(meeting => meeting.Signatures)
            .SingleOrDefaultAsync(meeting => meeting.Id == id, cancel);
        if (found is null)
        {
            return false;
        }

        Meeting = found;
        Sheets = await db.Set<AgreementSheet>()
            .AsNoTracking()
            .Include(sheet => sheet.File)
            .Where(sheet => sheet.MeetingId == id)
            .OrderBy(sheet => sheet.Id)
            .ToListAsync(cancel);
        Without =
        [
            .. found
                .Signatures.Where(one => one.Manner == SigningManner.OnPaper && one.SheetId is null)
                .OrderBy(one => one.Name, StringComparer.OrdinalIgnoreCase)
                .Select(one => new SelectListItem(one.Name, $"{one.Id}")),
        ];
        return true;
    }
}
