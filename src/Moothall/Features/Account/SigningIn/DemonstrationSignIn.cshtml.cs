using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Account.SigningIn;

/// <summary>Signs in as an invented person, where that exists.</summary>
[Open("Exists only in a demonstration, on the machine it runs on.")]
public sealed class DemonstrationSignInModel(
    MoothallDb db,
    Demonstration demonstration,
    Arrival arrival
) : PageModel
{
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(Guid personId, string? returnUrl)
    {
        if (!await demonstration.IsOpenAsync(HttpContext))
        {
            return NotFound();
        }

        var person = await db.Set<User>()
            .SingleOrDefaultAsync(one => one.Id == personId && one.LeftAt == null);
        if (person is null)
        {
            return NotFound();
        }

        await arrival.RecordAsync(HttpContext, person, "signed in to the demonstration");
        await arrival.BeginAsync(HttpContext, person);
        return LocalRedirect(Arrival.Destination(Url, returnUrl));
    }
}
