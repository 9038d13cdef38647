using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;

namespace Moothall.Features.Account.SigningIn;

/// <summary>Ends this session and takes its cookie away.</summary>
[Open("Signing out must also work when the session has already ended.")]
public sealed class SignOutModel(Sessions sessions, CurrentUser user) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (user.SignedIn)
        {
            await sessions.EndAsync(user.SessionId, user.Id);
        }

        await HttpContext.SignOutAsync(Sessions.Scheme);
        return LocalRedirect("/Account/SignIn");
    }
}
