using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Account.SecondFactor;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Account.SigningIn;

/// <summary>What a person types second.</summary>
public sealed class CodeDetails
{
    [Field(
        "Code from your authenticator app",
        Name = "Code",
        Hint = "6 digits. If you don't have your telephone, type one of your recovery codes instead.",
        Required = "Enter the code from your authenticator app",
        Limit = 40,
        Width = 20,
        Autocomplete = "one-time-code"
    )]
    public string Code { get; set; } = "";
}

/// <summary>The second of two steps. Only here, with both factors right, does a session begin.</summary>
[Open("Reached with the right password, before there is a session.")]
public sealed class CodeModel(
    MoothallDb db,
    HalfWay halfWay,
    Credentials credentials,
    Arrival arrival
) : PageModel
{
    [BindProperty]
    public CodeDetails Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await halfWay.FindAsync(HttpContext) is { NewKey: null } ? Page() : FromTheStart();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await halfWay.FindAsync(HttpContext) is not { NewKey: null } found)
        {
            return FromTheStart();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var person = found.Person;
        if (await credentials.CheckCodeAsync(HttpContext, person, Input.Code) is { } problem)
        {
            ModelState.AddModelError("Input.Code", problem);
            return Page();
        }

        var withApp = Totp.HasShape(Input.Code);
        await arrival.RecordAsync(
            HttpContext,
            person,
            withApp ? "signed in" : "signed in with a recovery code"
        );
        await arrival.BeginAsync(HttpContext, person);
        if (!withApp)
        {
            var left = await db.Set<RecoveryCode>()
                .CountAsync(code => code.UserId == person.Id && code.UsedAt == null);
            TempData["Notice"] =
                $"You used a recovery code; it will not work again. You have {left} left. You can make new ones under your account.";
        }

        return LocalRedirect(Arrival.Destination(Url, ReturnUrl));
    }

    private RedirectResult FromTheStart() =>
        Redirect(
            QueryHelpers.AddQueryString(
                "/Account/SignIn",
                "returnUrl",
                Arrival.Destination(Url, ReturnUrl)
            )
        );
}
