using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Account.Joining;
using Moothall.Features.Account.SigningIn;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Account.Own;

/// <summary>The password that is to be replaced.</summary>
public sealed class OldPasswordDetails
{
    [Field(
        "Your password now",
        Name = "Password",
        Kind = FieldKind.Password,
        Required = "Enter your password",
        Limit = PasswordRules.Longest,
        Autocomplete = "current-password"
    )]
    public string Password { get; set; } = "";
}

/// <summary>Changes the password and signs out every other device.</summary>
[SignedIn("Everyone looks after their own account.")]
public sealed class PasswordModel(
    MoothallDb db,
    Credentials credentials,
    IPasswordHasher<User> hasher,
    Sessions sessions,
    CurrentUser user
) : PageModel
{
    [BindProperty]
    public OldPasswordDetails Input { get; set; } = new();

    [BindProperty]
    public NewPasswordDetails Secret { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        var person = await db.Set<User>().SingleAsync(one => one.Id == user.Id);
        Secret.Check(ModelState, nameof(Secret), person.Name, person.Email ?? "");
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (owner, problem) = await credentials.CheckPasswordAsync(
            HttpContext,
            person.Email ?? "",
            Input.Password
        );
        if (owner is null)
        {
            ModelState.AddModelError("Input.Password", ConfirmItsYou.Words(problem!));
            return Page();
        }

        Secret.GiveTo(person, hasher);
        await db.SaveChangesAsync();
        await sessions.EndAllAsync(user.Id, except: user.SessionId);
        TempData["Notice"] = "Your password is changed. Every other device is signed out.";
        return LocalRedirect("/Account");
    }
}
