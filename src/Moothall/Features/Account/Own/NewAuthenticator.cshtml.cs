using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Features.Account.SecondFactor;
using Moothall.Features.Account.SigningIn;
using Moothall.Platform.Access;

namespace Moothall.Features.Account.Own;

/// <summary>Puts another authenticator app in the place of the one there is.</summary>
[SignedIn("Everyone looks after their own account.")]
public sealed class NewAuthenticatorModel(ConfirmItsYou confirm, HalfWay halfWay) : PageModel
{
    [BindProperty]
    public ConfirmDetails Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await confirm.CheckAsync(HttpContext, ModelState, Input) is not { } person)
        {
            return Page();
        }

        halfWay.AwaitNewAuthenticator(HttpContext, person, Totp.NewKey(), replaces: true);
        return LocalRedirect("/Account/SetUpAuthenticator?returnUrl=%2FAccount");
    }
}
