using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan.Layouts;

/// <summary>Says how a plan is laid out in the partnership's own way.</summary>
[Access(Permission.ManagePlan)]
public sealed class EditModel(MoothallDb db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public LayoutInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Shows the form, filled from the layout that the plan has.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } plan)
        {
            return NotFound();
        }

        (Input, Version) = (LayoutInput.Of(plan.Layout), plan.Version);
        return Page();
    }

    /// <summary>Keeps it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } plan)
        {
            return NotFound();
        }

        // The columns there are, whatever was sent.
        if (
            !Input
                .Columns.Select(one => one.Column)
                .Order()
                .SequenceEqual(Enum.GetValues<ActionColumn>())
        )
        {
            return BadRequest();
        }

        foreach (var (field, problem) in Input.Problems())
        {
            ModelState.AddModelError(field.Length == 0 ? "" : $"Input.{field}", problem);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Expect(plan, Version);
        plan.LayOut(Input.ToLayout());
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] =
            "The layout is saved. What a column holds is kept where it is left out.";
        return Redirect($"/Plan/{Id}");
    }

    private Task<PartnershipPlan?> FindAsync(CancellationToken cancel) =>
        db.Set<PartnershipPlan>().SingleOrDefaultAsync(one => one.Id == Id, cancel);
}
