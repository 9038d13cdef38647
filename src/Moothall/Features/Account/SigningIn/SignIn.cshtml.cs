using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Account.SecondFactor;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Account.SigningIn;

/// <summary>What a person types first.</summary>
public sealed class SignInDetails
{
    [Field(
        "E-mail address",
        Kind = FieldKind.Email,
        Required = "Enter your e-mail address",
        Limit = 256,
        Autocomplete = "username"
    )]
    public string Email { get; set; } = "";

    [Field(
        "Password",
        Kind = FieldKind.Password,
        Required = "Enter your password",
        Limit = 128,
        Autocomplete = "current-password"
    )]
    public string Password { get; set; } = "";
}

/// <summary>The first of two steps: e-mail address and password. The demonstration's people stand here as buttons (settled 26).</summary>
[Open("Everyone signs in here.")]
public sealed class SignInModel(
    MoothallDb db,
    Credentials credentials,
    HalfWay halfWay,
    Demonstration demonstration,
    KnownDevice device,
    CurrentUser user
) : PageModel
{
    [BindProperty]
    public SignInDetails Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The invented people one may be with one click; none anywhere but in a demonstration on this machine.</summary>
    public IReadOnlyList<DemonstrationPerson> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        People = await demonstration.PeopleAsync(HttpContext);
        if (user.SignedIn && People.Count == 0)
        {
            return LocalRedirect(Arrival.Destination(Url, ReturnUrl));
        }

        if (device.OnlyPerson(HttpContext) is { } personId)
        {
            Input.Email =
                await db.Set<User>()
                    .Where(person => person.Id == personId && person.LeftAt == null)
                    .Select(person => person.Email)
                    .SingleOrDefaultAsync()
                ?? "";
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await AgainAsync();
        }

        var (person, problem) = await credentials.CheckPasswordAsync(
            HttpContext,
            Input.Email,
            Input.Password
        );
        if (person is null)
        {
            ModelState.AddModelError("Input.Password", problem!);
            return await AgainAsync();
        }

        if (await db.Set<Authenticator>().AnyAsync(own => own.UserId == person.Id))
        {
            halfWay.AwaitCode(HttpContext, person);
            return Next("/Account/Code");
        }

        halfWay.AwaitNewAuthenticator(HttpContext, person, Totp.NewKey(), replaces: false);
        return Next("/Account/SetUpAuthenticator");
    }

    private async Task<PageResult> AgainAsync()
    {
        People = await demonstration.PeopleAsync(HttpContext);
        return Page();
    }

    private LocalRedirectResult Next(string page)
    {
        var destination = Arrival.Destination(Url, ReturnUrl);
        return LocalRedirect(QueryHelpers.AddQueryString(page, "returnUrl", destination));
    }
}
