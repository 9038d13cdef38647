using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Moothall.Features.Account.Joining;
using Moothall.Platform.Access;
using Moothall.Platform.Time;

namespace Moothall.Features.Admin.People;

/// <summary>Gives somebody an account and shows, once, the link to hand over.</summary>
[Access(Permission.ManageAccounts)]
public sealed class InviteModel(Accounts accounts, TimeProvider clock) : PageModel
{
    [BindProperty]
    public PersonDetails Input { get; set; } = new();

    [BindProperty]
    public RoleDetails Given { get; set; } = new();

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    /// <summary>The link, once there is one.</summary>
    public InvitationLink? Link { get; private set; }

    public async Task OnGetAsync()
    {
        Given.From = UkTime.Today(clock);
        Organisations = await accounts.OrganisationsAsync();
    }

    public async Task OnPostAsync()
    {
        if (Given.Problem is { } problem)
        {
            ModelState.AddModelError("Given.Until", problem);
        }

        if (ModelState.IsValid)
        {
            Link = await accounts.InviteAsync(Input, Given, ModelState);
        }

        Organisations = await accounts.OrganisationsAsync();
    }
}
