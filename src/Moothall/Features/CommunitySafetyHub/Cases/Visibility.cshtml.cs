using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>Who may see a case, to be changed.</summary>
public sealed class VisibilityForm
{
    [Field("Who may see this case?", Required = "Choose who may see it")]
    public CaseVisibility? Level { get; set; }

    [Field("Why?", Name = "Why", Required = "Say why", Limit = 1_000, Rows = 3)]
    public string Why { get; set; } = "";

    [Field("I know that I will no longer see this case", Conditional = true)]
    public bool LeavingIsMeant { get; set; }
}

/// <summary>Who may see a case: its level, who is named, and who is shut out for a conflict of interest (settled 7).</summary>
[Access(Permission.ManageCases)]
public sealed class VisibilityModel(
    MoothallDb db,
    CaseFinder finder,
    CaseReader reader,
    CaseChoices choices,
    HubViewers viewers,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public VisibilityForm Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public HubCase Case { get; private set; } = null!;
    public string Sentence { get; private set; } = "";

    /// <summary>That too few could sign minutes which mention the case.</summary>
    public string? Warning { get; private set; }
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } =
        new Dictionary<Guid, string>();

    /// <summary>Shows who may see it.</summary>
    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (!await LoadAsync(reference, cancel))
        {
            return NotFound();
        }

        (Version, Input.Level) = (Case.Version, Case.Visibility);
        return Page();
    }

    /// <summary>Changes the level.</summary>
    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (!await LoadAsync(reference, cancel))
        {
            return NotFound();
        }

        var viewer = await viewers.CurrentAsync(cancel);
        var before = Case.Visibility;
        Case.Visibility = Input.Level ?? before;
        if (
            ModelState.IsValid
            && ConflictGuard.Problem(Case, viewer, Input.LeavingIsMeant) is { } problem
        )
        {
            ModelState.AddModelError("Input.Level", problem);
        }

        if (
            ModelState.IsValid
            && await ProtectedGuard.ProblemAsync(db, Case, cancel) is { } unreadable
        )
        {
            ModelState.AddModelError("Input.Level", unreadable);
        }

        if (!ModelState.IsValid)
        {
            Case.Visibility = before;
            return Page();
        }

        db.Expect(Case, Version);
        Case.Happened(
            CaseEventKind.VisibilityChanged,
            clock.GetUtcNow().UtcDateTime,
            viewer.Name,
            $"From: {DisplayNames.Of(before)}. To: {DisplayNames.Of(Case.Visibility)}. {Input.Why}"
        );
        await db.SaveChangesAsync(cancel);
        var warning = await Approvers.WarningAsync(db, Case, UkTime.Today(clock), cancel);
        TempData["Notice"] = $"Who may see the case is changed. {warning}".TrimEnd();
        return Redirect(
            CaseAccess.StaysVisibleTo(Case, viewer.UserId)
                ? $"/Cases/{Case.Reference}/Visibility"
                : "/Cases"
        );
    }

    private async Task<bool> LoadAsync(string reference, CancellationToken cancel)
    {
        if (await finder.ToManageAsync(reference, cancel) is not { } found)
        {
            return false;
        }

        Case = found;
        Sentence = await reader.SentenceAsync(Case, cancel);
        Warning = await Approvers.WarningAsync(db, Case, UkTime.Today(clock), cancel);
        Names = await choices.NamesAsync(Case, cancel);
        return true;
    }
}
