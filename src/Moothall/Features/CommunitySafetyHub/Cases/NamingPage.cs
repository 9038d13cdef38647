using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>A page on which whoever runs the hub names somebody who may, or may not, see a case.</summary>
public abstract class NamingPage(CaseFinder finder, CaseChoices choices) : PageModel
{
    public HubCase Case { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <summary>What there is to choose from.</summary>
    protected CaseChoices Choices => choices;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) =>
        await LoadAsync(reference, cancel) ? Page() : NotFound();

    /// <summary>Loads the case and the people; false where it is not for this person to work on.</summary>
    protected virtual async Task<bool> LoadAsync(string reference, CancellationToken cancel)
    {
        if (await finder.ToManageAsync(reference, cancel) is not { } found)
        {
            return false;
        }

        Case = found;
        People = await choices.PeopleAsync(cancel);
        return true;
    }
}
