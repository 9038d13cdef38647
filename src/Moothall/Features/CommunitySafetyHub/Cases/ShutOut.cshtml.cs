using Microsoft.AspNetCore.Mvc;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>A person to be shut out of a case.</summary>
public sealed class ShutOutForm
{
    [Field("Who has a conflict of interest?", Name = "Person", Required = "Choose the person")]
    public Guid? Person { get; set; }

    [Field(
        "What is the conflict?",
        Name = "The conflict",
        Hint = "For example: a neighbour of somebody in the case. Only whoever runs the hub reads this.",
        Required = "Say what the conflict is",
        Limit = 1_000,
        Rows = 3
    )]
    public string Why { get; set; } = "";

    [Field("I know that I will no longer see this case", Conditional = true)]
    public bool LeavingIsMeant { get; set; }
}

/// <summary>Shuts a person out of a case for a conflict of interest, at once and whatever their role.</summary>
[Access(Permission.ManageCases)]
public sealed class ShutOutModel(
    MoothallDb db,
    CaseFinder finder,
    CaseChoices choices,
    HubViewers viewers,
    TimeProvider clock
) : NamingPage(finder, choices)
{
    [BindProperty]
    public ShutOutForm Input { get; set; } = new();

    /// <summary>Shuts the person out.</summary>
    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (!await LoadAsync(reference, cancel))
        {
            return NotFound();
        }

        var person = People.FirstOrDefault(item => item.Value == Input.Person?.ToString());
        if (Input.Person is not null && person is null)
        {
            ModelState.AddModelError("Input.Person", "Choose the person from the list");
        }
        else if (Case.Exclusions.Exists(one => one.UserId == Input.Person))
        {
            ModelState.AddModelError("Input.Person", $"{person!.Text} is shut out already");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var viewer = await viewers.CurrentAsync(cancel);
        var exclusion = new CaseExclusion
        {
            CaseId = Case.Id,
            UserId = Input.Person!.Value,
            Why = Input.Why,
        };
        Case.Exclusions.Add(exclusion);
        if (ConflictGuard.Problem(Case, viewer, Input.LeavingIsMeant) is { } problem)
        {
            Case.Exclusions.Remove(exclusion);
            ModelState.AddModelError("Input.Person", problem);
            return Page();
        }

        // The timeline says that it happened, not who: the members of the hub need not know.
        Case.Happened(
            CaseEventKind.ConflictOfInterest,
            clock.GetUtcNow().UtcDateTime,
            viewer.Name,
            "A person was shut out."
        );
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = $"{person!.Text} no longer sees the case.";
        return Redirect(
            CaseAccess.StaysVisibleTo(Case, viewer.UserId)
                ? $"/Cases/{Case.Reference}/Visibility"
                : "/Cases"
        );
    }
}
