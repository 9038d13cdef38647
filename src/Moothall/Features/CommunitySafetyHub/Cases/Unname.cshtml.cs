using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>Why a name is taken off a case's list.</summary>
public sealed class UnnameForm
{
    [Field("Why?", Name = "Why", Required = "Say why", Limit = 1_000, Rows = 3)]
    public string Why { get; set; } = "";

    [Field("I know that I will no longer see this case", Conditional = true)]
    public bool LeavingIsMeant { get; set; }
}

/// <summary>Takes an agency or a person off the list of those named, or lets in again a person who was shut out.</summary>
[Access(Permission.ManageCases)]
public sealed class UnnameModel(
    MoothallDb db,
    CaseFinder finder,
    CaseChoices choices,
    HubViewers viewers,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public UnnameForm Input { get; set; } = new();

    public HubCase Case { get; private set; } = null!;

    /// <summary>Whose name it is.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether it ends a shutting out rather than a naming.</summary>
    public bool LetsIn => exclusion is not null;

    private CaseShare? share;
    private CaseExclusion? exclusion;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(
        string reference,
        Guid id,
        CancellationToken cancel
    ) => await LoadAsync(reference, id, cancel) ? Page() : NotFound();

    /// <summary>Takes the name off.</summary>
    public async Task<IActionResult> OnPostAsync(
        string reference,
        Guid id,
        CancellationToken cancel
    )
    {
        if (!await LoadAsync(reference, id, cancel))
        {
            return NotFound();
        }

        var viewer = await viewers.CurrentAsync(cancel);
        Case.Shares.RemoveAll(one => one == share);
        Case.Exclusions.RemoveAll(one => one == exclusion);
        if (
            ModelState.IsValid
            && ConflictGuard.Problem(Case, viewer, Input.LeavingIsMeant) is { } problem
        )
        {
            ModelState.AddModelError("Input.Why", problem);
        }

        if (
            ModelState.IsValid
            && await ProtectedGuard.ProblemAsync(db, Case, cancel) is { } unreadable
        )
        {
            ModelState.AddModelError("Input.Why", unreadable);
        }

        if (!ModelState.IsValid)
        {
            // The page is shown again and nothing is saved: the changes in memory go.
            db.ChangeTracker.Clear();
            return Page();
        }

        db.Remove((Record?)share ?? exclusion!);
        Case.Happened(
            LetsIn ? CaseEventKind.ConflictOfInterest : CaseEventKind.VisibilityChanged,
            clock.GetUtcNow().UtcDateTime,
            viewer.Name,
            LetsIn ? "A person was let in again." : $"No longer named: {Name}. {Input.Why}"
        );
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = LetsIn
            ? $"{Name} is no longer shut out."
            : $"{Name} is no longer named.";
        return Redirect(
            CaseAccess.StaysVisibleTo(Case, viewer.UserId)
                ? $"/Cases/{Case.Reference}/Visibility"
                : "/Cases"
        );
    }

    private async Task<bool> LoadAsync(string reference, Guid id, CancellationToken cancel)
    {
        if (await finder.ToManageAsync(reference, cancel) is not { } found)
        {
            return false;
        }

        Case = found;
        share = Case.Shares.Find(one => one.Id == id);
        exclusion = Case.Exclusions.Find(one => one.Id == id);
        var names = await choices.NamesAsync(Case, cancel);
        Name = names.GetValueOrDefault(
            share?.OrganisationId ?? share?.UserId ?? exclusion?.UserId ?? Guid.Empty,
            "Somebody whose account is gone"
        );
        return share is not null || exclusion is not null;
    }
}
