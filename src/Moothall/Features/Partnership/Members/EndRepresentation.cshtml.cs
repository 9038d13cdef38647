using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Members;

/// <summary>Gives a representative or deputy a last day; the row stays, for what they did while they acted.</summary>
[Access(Permission.ManageMembers)]
public sealed class EndRepresentationModel(MoothallDb db, TimeProvider clock) : PageModel
{
    public sealed class EndInput
    {
        [Field(
            "Last day",
            Required = "Enter the last day",
            Hint = "The person acts for the member until the end of this day."
        )]
        public DateOnly? Until { get; set; }
    }

    [BindProperty]
    public EndInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public Representative Person { get; private set; } = null!;

    public string PersonName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        (Input.Until, Version) = (UkTime.Today(clock), Person.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (Input.Until < Person.From)
        {
            ModelState.AddModelError(
                "Input.Until",
                $"The person has acted since {UkTime.Date(Person.From)}. Enter a later day."
            );
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Expect(Person, Version);
        Person.Until = Input.Until;
        await db.SaveChangesAsync();
        TempData["Notice"] =
            $"{PersonName} acts for the member until {UkTime.Date(Input.Until!.Value)}.";
        return RedirectToPage("Detail", new { id = Person.MembershipId });
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        Person = (await db.Set<Representative>().SingleOrDefaultAsync(one => one.Id == id))!;
        if (Person is null)
        {
            return false;
        }

        PersonName = await db.Set<User>()
            .Where(user => user.Id == Person.UserId)
            .Select(user => user.Name)
            .SingleAsync();
        return true;
    }
}
