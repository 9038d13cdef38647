using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Email;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Concerns;

/// <summary>A concern as it is raised.</summary>
public sealed class ConcernForm
{
    [Field(
        "Reference of the case",
        Hint = "For example CSH-2026-K7QM. Leave it empty for a concern about a member.",
        Limit = 40,
        Width = 20,
        Conditional = true
    )]
    public string Reference { get; set; } = "";

    [Field("Or the member", Name = "Member", Conditional = true)]
    public Guid? Member { get; set; }

    [Field(
        "What is your concern?",
        Name = "Concern",
        Hint = "Say what worries you and what you would like to happen.",
        Required = "Say what your concern is",
        Limit = 4_000,
        Rows = 6
    )]
    public string Text { get; set; } = "";

    [Field(
        "It challenges a decision about the case: show it, and the answer, on the case's timeline",
        Name = "Challenge"
    )]
    public bool IsChallenge { get; set; }
}

/// <summary>Raises a concern about a case or a member with the Community Safety Manager (S1-6.8, S1-5.8).</summary>
[Access(Permission.RaiseConcern)]
public sealed class NewModel(
    MoothallDb db,
    CaseFinder finder,
    HubViewers viewers,
    Notices notices,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public ConcernForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];

    /// <summary>Shows the form, for the case in the address where there is one.</summary>
    public async Task OnGetAsync(string? about, CancellationToken cancel)
    {
        Input.Reference = about ?? "";
        await LoadAsync(cancel);
    }

    /// <summary>Raises it and tells the managers that there is one.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var caseId = await CaseAsync(cancel);
        if (Input.Member is { } member && Members.All(item => item.Value != member.ToString()))
        {
            ModelState.AddModelError("Input.Member", "Choose the member from the list");
        }

        if (Input.IsChallenge && Input.Reference.Length == 0)
        {
            ModelState.AddModelError(
                "Input.Reference",
                "Enter the reference of the case whose decision you challenge"
            );
        }

        var managers = await ConcernAccess
            .Answering(db, caseId, UkTime.Today(clock))
            .ToListAsync(cancel);
        if (managers.Count == 0)
        {
            ModelState.AddModelError(
                "",
                "No Community Safety Manager may see this, so nobody could answer. Speak to the Community Safety Team."
            );
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var viewer = await viewers.CurrentAsync(cancel);
        var concern = new Concern
        {
            CaseId = caseId,
            MembershipId = Input.Member,
            IsChallenge = Input.IsChallenge,
            RaisedById = viewer.UserId,
            RaisedByName = viewer.Name,
            RaisedAt = clock.GetUtcNow().UtcDateTime,
            Text = Input.Text,
        };
        db.Add(concern);
        managers.ForEach(manager =>
            notices.Write(manager, NoticeAbout.ConcernRaised, $"/Concerns/{concern.Id}")
        );
        TempData["Notice"] =
            "The Community Safety Manager has been told. You will see the answer here.";
        return Redirect($"/Concerns/{concern.Id}");
    }

    private async Task<Guid?> CaseAsync(CancellationToken cancel)
    {
        if (Input.Reference.Length == 0 == Input.Member is null)
        {
            ModelState.AddModelError(
                "Input.Reference",
                "Enter the reference of a case, or choose a member"
            );
            return null;
        }

        if (Input.Reference.Length == 0)
        {
            return null;
        }

        var found = await (await finder.OpenAsync(Input.Reference, cancel))
            .Select(c => (Guid?)c.Id)
            .SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            // The same words for a case that is not there and one that is not open (settled 20).
            ModelState.AddModelError(
                "Input.Reference",
                "There is no case with this reference that is open to you"
            );
        }

        return found;
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var today = UkTime.Today(clock);
        Members = await db.Set<HubMembership>()
            .Where(one => one.LeftOn == null || one.LeftOn >= today)
            .OrderBy(one => one.Name)
            .Select(one => new Choice(one.Name, one.Id))
            .ToItemsAsync(cancel);
    }
}
