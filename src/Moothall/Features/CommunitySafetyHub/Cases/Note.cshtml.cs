using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>What a note is; kept apart as R14.7 asks.</summary>
public enum NoteKind
{
    [Display(Name = "Fact: something that happened or was said")]
    Fact,

    [Display(Name = "Opinion: what somebody thinks of it")]
    Opinion,
}

/// <summary>A note as it is written.</summary>
public sealed class NoteForm
{
    [Field("Is it fact or opinion?", Required = "Say whether it is fact or opinion")]
    public NoteKind? Kind { get; set; }

    [Field(
        "Note",
        Hint = "Say where it comes from. It stays as you save it; to correct it, add another.",
        Required = "Enter the note",
        Limit = 10_000,
        Rows = 8
    )]
    public string Text { get; set; } = "";
}

/// <summary>Adds a note to a case between meetings.</summary>
[Access(Permission.ManageCases)]
public sealed class NoteModel(
    MoothallDb db,
    CaseFinder finder,
    HubViewers viewers,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public NoteForm Input { get; set; } = new();

    public HubCase Case { get; private set; } = null!;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) =>
        await LoadAsync(reference, cancel) ? Page() : NotFound();

    /// <summary>Saves the note.</summary>
    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (!await LoadAsync(reference, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var viewer = await viewers.CurrentAsync(cancel);
        db.Add(
            new CaseNote
            {
                CaseId = Case.Id,
                AuthorId = viewer.UserId,
                AuthorName = viewer.Name,
                At = clock.GetUtcNow().UtcDateTime,
                Text = Input.Text,
                IsOpinion = Input.Kind == NoteKind.Opinion,
            }
        );
        TempData["Notice"] = "The note is added.";
        return Redirect($"/Cases/{Case.Reference}#timeline");
    }

    private async Task<bool> LoadAsync(string reference, CancellationToken cancel)
    {
        Case = (await finder.ToManageAsync(reference, cancel))!;
        return Case is not null;
    }
}
