using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Bodies.BodyTerms;

/// <summary>Notes that a draft was adopted; from then on it stays as it is.</summary>
[Access(Permission.KeepBodies)]
public sealed class AdoptModel(MoothallDb db, TimeProvider clock) : PageModel
{
    /// <summary>The days.</summary>
    public sealed class AdoptInput
    {
        [Field("Adopted on", Required = "Enter the day of adoption")]
        public DateOnly? On { get; set; }

        [Field("Review by", Hint = "A year after adoption where it is left empty.")]
        public DateOnly? ReviewOn { get; set; }
    }

    [BindProperty]
    public AdoptInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public TermsVersion Terms { get; private set; } = null!;

    /// <summary>Asks for the days.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        (Input.On, Version) = (UkTime.Today(clock), Terms.Version);
        return Page();
    }

    /// <summary>Puts it in force.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        if (Input.On > UkTime.Today(clock))
        {
            ModelState.AddModelError("Input.On", "The day of adoption is not after today.");
        }

        if (ModelState.IsValid)
        {
            var before = await db.Set<TermsVersion>()
                .SingleOrDefaultAsync(
                    one => one.BodyId == Terms.BodyId && one.Status == TermsStatus.InForce,
                    cancel
                );
            var on = Input.On!.Value;
            if (Terms.Adopt(before, on, Input.ReviewOn ?? on.AddYears(1)) is { } problem)
            {
                ModelState.AddModelError("Input.On", problem);
            }
        }

        if (!ModelState.IsValid)
        {
            db.ChangeTracker.Clear();
            return Page();
        }

        db.Expect(Terms, Version);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = $"Version {Terms.Number} is in force.";
        return Redirect($"/Bodies/{Terms.BodyId}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        Terms = (
            await db.Set<TermsVersion>()
                .SingleOrDefaultAsync(
                    one => one.Id == id && one.Status == TermsStatus.Draft,
                    cancel
                )
        )!;
        return Terms is not null;
    }
}
