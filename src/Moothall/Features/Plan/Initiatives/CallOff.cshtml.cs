using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Public;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Initiatives;

/// <summary>Asks once more before an initiative is called off, and why. The record stays.</summary>
[Access(Permission.KeepInitiatives)]
public sealed class CallOffModel(MoothallDb db, CurrentUser user) : PageModel
{
    /// <summary>Why it is called off.</summary>
    public sealed class CallOffInput
    {
        [Field(
            "Why it is called off",
            Limit = 1000,
            Rows = 3,
            Required = "Say why it is called off"
        )]
        public string Because { get; set; } = "";
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public CallOffInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public Initiative Initiative { get; private set; } = null!;

    /// <summary>Whether visitors may read of it in the calendar that is published.</summary>
    public bool IsPublic { get; private set; }

    /// <summary>Shows the question.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } refusal)
        {
            return refusal;
        }

        Version = Initiative.Version;
        return Initiative.CannotBeCalledOff() is null ? Page() : Redirect($"/Initiatives/{Id}");
    }

    /// <summary>Calls it off.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } refusal)
        {
            return refusal;
        }

        if (ModelState.IsValid && Initiative.CallOff(Input.Because) is { } problem)
        {
            ModelState.AddModelError("Input.Because", problem);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Expect(Initiative, Version);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = IsPublic
            ? "The initiative is called off. Everybody can still read of it in the published calendar: publish the calendar again."
            : "The initiative is called off.";
        return Redirect($"/Initiatives/{Id}");
    }

    private async Task<IActionResult?> FindAsync(CancellationToken cancel)
    {
        if (
            await db.Set<Initiative>().SingleOrDefaultAsync(one => one.Id == Id, cancel)
            is not { } found
        )
        {
            return NotFound();
        }

        Initiative = found;
        IsPublic =
            found.IsForEverybody
            && await db.Published()
                .Current()
                .AnyAsync(one => one.Kind == PublicationKind.Calendar, cancel);
        var verdict = InitiativeAccess.MayChange(
            user.May(Permission.KeepInitiatives),
            user.IsCommunitySafetyTeam,
            user.OrganisationId,
            found.LeadId
        );
        if (verdict.Allowed)
        {
            return null;
        }

        Refusal.Because(HttpContext, verdict.Reason);
        return StatusCode(StatusCodes.Status403Forbidden);
    }
}
