using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Priorities;

/// <summary>Adds a priority or changes one; one that no longer holds is given a last day.</summary>
[Access(Permission.ManagePartnership)]
public sealed class EditModel(MoothallDb db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public PriorityInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (Id is null)
        {
            return Page();
        }

        var priority = await db.Set<Priority>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == Id);
        if (priority is null)
        {
            return NotFound();
        }

        (Input, Version) = (PriorityInput.Of(priority), priority.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var priority = Id is null
            ? new Priority { Name = "", Source = PrioritySource.Partnership }
            : await db.Set<Priority>().SingleOrDefaultAsync(one => one.Id == Id);
        if (priority is null)
        {
            return NotFound();
        }

        if (Input.Until < Input.From)
        {
            ModelState.AddModelError("Input.Until", "The last day is before the first day.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Id is null)
        {
            db.Add(priority);
        }
        else
        {
            db.Expect(priority, Version);
        }

        Input.ApplyTo(priority);
        await db.SaveChangesAsync();
        TempData["Notice"] = $"{priority.Name} is saved.";
        return RedirectToPage("Index");
    }
}
