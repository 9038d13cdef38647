using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Features.Account.Joining;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;

namespace Moothall.Features.Admin.People;

/// <summary>Lets a person begin anew who forgot their password, lost their telephone or let the invitation run out; it needs a reason.</summary>
[Access(Permission.ManageAccounts)]
public sealed class NewLinkModel(Accounts accounts, AuditActor actor) : PageModel
{
    [BindProperty]
    public ReasonDetails Input { get; set; } = new();

    public required User Person { get; set; }

    /// <summary>The link, once there is one.</summary>
    public InvitationLink? Link { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id) =>
        await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            actor.Why = Input.Reason;
            (Link, var problem) = await accounts.ResetAsync(Person);
            if (problem is not null)
            {
                ModelState.AddModelError("", problem);
            }
        }

        return Page();
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await accounts.FindAsync(id) is not { } person)
        {
            return false;
        }

        Person = person;
        return true;
    }
}
