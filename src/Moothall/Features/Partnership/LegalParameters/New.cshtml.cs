using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.LegalParameters;

/// <summary>Adds a value from a date; values that were in force stay as they are.</summary>
[Access(Permission.ManagePartnership)]
public sealed class NewModel(MoothallDb db) : PageModel
{
    [BindProperty(SupportsGet = true), Required]
    public string Key { get; set; } = "";

    [BindProperty]
    public ParameterInput Input { get; set; } = new();

    public string Meaning { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LastAsync() is not { } last)
        {
            return NotFound();
        }

        (Meaning, Input.Unit) = (last.Meaning, last.Unit);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LastAsync() is not { } last)
        {
            return NotFound();
        }

        Meaning = last.Meaning;
        if (Input.Value.Length > 0 && Input.Unit.Length == 0)
        {
            ModelState.AddModelError("Input.Unit", "Enter the unit of the number.");
        }

        if (
            await db.Set<LegalParameter>()
                .AnyAsync(one => one.Key == Key && one.EffectiveFrom == Input.EffectiveFrom)
        )
        {
            ModelState.AddModelError(
                "Input.EffectiveFrom",
                "There is a value from this day already. Values are not changed; choose another day."
            );
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Add(
            new LegalParameter
            {
                Key = Key,
                Meaning = Meaning,
                Value = Input.Value,
                Unit = Input.Unit,
                Words = Input.Words,
                Source = Input.Source,
                Confidence = Input.Confidence!.Value,
                EffectiveFrom = Input.EffectiveFrom!.Value,
            }
        );
        await db.SaveChangesAsync();
        TempData["Notice"] = "The new value is added.";
        return RedirectToPage("Index");
    }

    private Task<LegalParameter?> LastAsync() =>
        db.Set<LegalParameter>()
            .AsNoTracking()
            .Where(one => one.Key == Key)
            .OrderByDescending(one => one.EffectiveFrom)
            .FirstOrDefaultAsync();
}
