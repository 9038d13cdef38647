using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;

namespace Moothall.Features.Admin.People;

/// <summary>Records, after a check, that a person has left; from that moment nothing lets them in.</summary>
[Access(Permission.ManageAccounts)]
public sealed class LeaveModel(Accounts accounts) : PageModel
{
    public required User Person { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id) =>
        await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (await accounts.LeaveAsync(Person) is { } problem)
        {
            ModelState.AddModelError("", problem);
            return Page();
        }

        TempData["Notice"] = $"{Person.Name} has left. They are signed out everywhere.";
        return LocalRedirect("/Admin/People");
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
