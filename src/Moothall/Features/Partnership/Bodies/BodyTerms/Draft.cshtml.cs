using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Bodies.BodyTerms;

/// <summary>Writes the next version of a body's terms, as a draft.</summary>
[Access(Permission.KeepBodies)]
[UploadLimit]
public sealed class DraftModel(MoothallDb db, BodyFiles files, IOptions<DocumentsOptions> documents)
    : PageModel
{
    [BindProperty]
    [Field("Terms", Limit = 40000, Rows = 20, Conditional = true)]
    public string Text { get; set; } = "";

    [BindProperty]
    [Field("Document", Hint = "Instead of typing them, or beside the text.")]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public GovernanceBody Body { get; private set; } = null!;

    private TermsVersion? draft;

    /// <summary>Shows the draft; a new one begins with the words in force.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, bool tooLarge, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Version = draft?.Version ?? 0;
        Text =
            draft?.Text
            ?? await db.Set<TermsVersion>()
                .Where(one => one.BodyId == id && one.Status == TermsStatus.InForce)
                .Select(one => one.Text)
                .SingleOrDefaultAsync(cancel)
            ?? "";
        if (tooLarge)
        {
            ModelState.AddModelError(nameof(Upload), UploadLimitAttribute.Words(documents.Value));
        }

        return Page();
    }

    /// <summary>Keeps it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        var file = await files.KeepAsync(Upload, ModelState, cancel);
        var terms =
            draft
            ?? new TermsVersion
            {
                BodyId = id,
                Number =
                    1 + await db.Set<TermsVersion>().CountAsync(one => one.BodyId == id, cancel),
            };
        if (ModelState.IsValid && terms.Write(Text, file?.Id) is { } problem)
        {
            ModelState.AddModelError(nameof(Text), problem);
        }

        if (!ModelState.IsValid)
        {
            db.ChangeTracker.Clear();
            return Page();
        }

        if (draft is null)
        {
            db.Add(terms);
        }
        else
        {
            db.Expect(terms, Version);
        }

        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The draft is saved. It is in force once it is adopted.";
        return Redirect($"/Bodies/Terms/{terms.Id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        Body = (
            await db.Set<GovernanceBody>()
                .AsNoTracking()
                .SingleOrDefaultAsync(one => one.Id == id, cancel)
        )!;
        draft = await db.Set<TermsVersion>()
            .SingleOrDefaultAsync(
                one => one.BodyId == id && one.Status == TermsStatus.Draft,
                cancel
            );
        return Body is not null;
    }
}
