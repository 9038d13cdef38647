using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;
using Moothall.Platform.Time;

namespace Moothall.Features.Admin.People;

/// <summary>Gives a person roles from one day until another.</summary>
[Access(Permission.ManageAccounts)]
public sealed class GiveRoleModel(Accounts accounts, TimeProvider clock) : PageModel
{
    [BindProperty]
    public RoleDetails Input { get; set; } = new();

    public required User Person { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        Input.From = UkTime.Today(clock);
        return await LoadAsync(id) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (Input.Problem is { } wrong)
        {
            ModelState.AddModelError("Input.Until", wrong);
        }

        if (ModelState.IsValid && await accounts.GiveAsync(Person, Input) is { } refused)
        {
            ModelState.AddModelError("", refused);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        TempData["Notice"] = "The role is given.";
        return LocalRedirect($"/Admin/People/{id}");
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await accounts.FindAsync(id) is not { LeftAt: null } person)
        {
            return false;
        }

        Person = person;
        return true;
    }
}
