using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Moothall.Features.Partnership.Bodies;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Documents.Tables;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Import;

/// <summary>What is brought in, and the file.</summary>
public sealed class BringInput
{
    [Field("What do you bring?", Name = "What you bring", Required = "Choose what you bring")]
    public ImportKind? Kind { get; set; }

    [Field("Hub", Conditional = true)]
    public Guid? Hub { get; set; }

    [Field(
        "Day of the meeting",
        Conditional = true,
        Hint = "For past minutes only: the day on which the meeting was held."
    )]
    public DateOnly? HeldOn { get; set; }
}

/// <summary>The first step of moving in: what is brought and the file it is in. Nothing is written by it.</summary>
[Access(Permission.BringIn)]
[UploadLimit]
public sealed class IndexModel(
    MoothallDb db,
    ImportDrafts drafts,
    IOptions<DocumentsOptions> documents,
    TimeProvider clock
) : PageModel
{
    private const int MostShown = 50;

    /// <summary>What a link of another page wants to bring.</summary>
    [BindProperty(SupportsGet = true)]
    public ImportKind? Kind { get; set; }

    [BindProperty]
    public BringInput Input { get; set; } = new();

    [BindProperty]
    [Field("File", Hint = TableReader.AcceptedKinds + ", up to 10 MB.", Conditional = true)]
    public IFormFile? Upload { get; set; }

    public IReadOnlyList<SelectListItem> Hubs { get; private set; } = [];
    public IReadOnlyList<HubImport> Earlier { get; private set; } = [];

    /// <summary>What the person began and has not brought in yet.</summary>
    public IReadOnlyList<BegunImport> Begun { get; private set; } = [];

    /// <summary>Largest file accepted, in bytes.</summary>
    public long Largest => Math.Min(TableReader.LargestFile, documents.Value.LargestUpload);

    /// <summary>Shows the form and what was brought before.</summary>
    public async Task OnGetAsync(bool tooLarge, CancellationToken cancel)
    {
        await ListAsync(cancel);
        Input.Kind = Kind;
        if (tooLarge)
        {
            ModelState.AddModelError(nameof(Upload), UploadLimitAttribute.Words(documents.Value));
        }
    }

    /// <summary>Looks at the file and keeps it, encrypted, for the next step.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ListAsync(cancel);
        var hub = Hubs.Count == 1 ? Hubs[0].Value : Input.Hub?.ToString();
        if (Hubs.All(one => one.Value != hub))
        {
            ModelState.AddModelError("Input.Hub", "Choose the hub");
        }

        var isMinutes = Input.Kind == ImportKind.Minutes;
        if (isMinutes && Input.HeldOn is null)
        {
            ModelState.AddModelError("Input.HeldOn", "Enter the day of the meeting");
        }
        else if (isMinutes && Input.HeldOn > UkTime.Today(clock))
        {
            ModelState.AddModelError("Input.HeldOn", "The day of the meeting is in the future");
        }

        if (Upload is null)
        {
            ModelState.AddModelError(nameof(Upload), "Choose a file");
        }

        if (!ModelState.IsValid || Upload is null || Input.Kind is not { } kind)
        {
            return Page();
        }

        using var buffer = new MemoryStream();
        await Upload.CopyToAsync(buffer, cancel);
        var content = buffer.ToArray();
        var read = TableReader.Read(content, Upload.FileName);
        var refusal = isMinutes
            ? TableReader.ReadWords(content, Upload.FileName).Refusal
            : read.Refusal;
        if (refusal.Length > 0)
        {
            ModelState.AddModelError(nameof(Upload), refusal);
            return Page();
        }

        var draft = drafts.Keep(
            Guid.Parse(hub!),
            kind,
            new(
                FileNames.Clean(Upload.FileName),
                read.ContentType,
                content,
                isMinutes ? Input.HeldOn : null
            )
        );
        await db.SaveChangesAsync(cancel);
        return Redirect($"/BringIn/{draft.Id}");
    }

    private async Task ListAsync(CancellationToken cancel)
    {
        Hubs = await db.Set<GovernanceBody>()
            .Where(body => body.Type == BodyType.Hub)
            .OrderBy(body => body.Name)
            .Select(body => new Choice(body.Name, body.Id))
            .ToItemsAsync(cancel);
        Begun = await drafts.BegunAsync(cancel);
        Earlier = await db.Set<HubImport>()
            .AsNoTracking()
            .OrderByDescending(one => one.At)
            .Take(MostShown)
            .ToListAsync(cancel);
    }
}
