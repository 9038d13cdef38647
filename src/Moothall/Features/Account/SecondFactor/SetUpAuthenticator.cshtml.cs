using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Account.SigningIn;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Account.SecondFactor;

/// <summary>The first code of a new authenticator, which proves that it was added.</summary>
public sealed class FirstCodeDetails
{
    [Field(
        "The 6 digits the app now shows",
        Name = "Code",
        Required = "Enter the 6 digits the app now shows",
        Limit = 40,
        Width = 10,
        Autocomplete = "one-time-code"
    )]
    public string Code { get; set; } = "";
}

/// <summary>Adds the authenticator app without which no session begins, and hands out recovery codes.</summary>
[Open("Reached with the right password, before there is a session.")]
public sealed class SetUpAuthenticatorModel(
    MoothallDb db,
    HalfWay halfWay,
    AuthenticatorKeys keys,
    Arrival arrival,
    Sessions sessions,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public FirstCodeDetails Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The secret as it can be typed into an app.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The new recovery codes, shown this once.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>Where to go on.</summary>
    public string Destination => Arrival.Destination(Url, ReturnUrl);

    public async Task<IActionResult> OnGetAsync() =>
        await FindAsync() is null ? Redirect("/Account/SignIn") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { NewKey: { } key } found)
        {
            return Redirect("/Account/SignIn");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Totp.StepOf(key, Input.Code, clock.GetUtcNow().UtcDateTime) is not { } step)
        {
            ModelState.AddModelError(
                "Input.Code",
                "That is not the code of this key. Check that your telephone's clock is right and type the digits shown now."
            );
            return Page();
        }

        await arrival.RecordAsync(
            HttpContext,
            found.Person,
            "added an authenticator and signed in"
        );
        await KeepAsync(found.Person, key, step);
        await sessions.EndAllAsync(found.Person.Id);
        await arrival.BeginAsync(HttpContext, found.Person);
        return Page();
    }

    // Somebody with the password alone may add a first authenticator, never replace one.
    private async Task<HalfWayPerson?> FindAsync()
    {
        if (await halfWay.FindAsync(HttpContext) is not { NewKey: { } key } found)
        {
            return null;
        }

        Key = Totp.Written(key);
        var has = await db.Set<Authenticator>().AnyAsync(own => own.UserId == found.Person.Id);
        return has == found.Replaces ? found : null;
    }

    private async Task KeepAsync(User person, byte[] key, long step)
    {
        // The old one goes first, in a save of its own: a person has one.
        await SecondFactors.RemoveAsync(db, person.Id);
        db.Add(
            new Authenticator
            {
                UserId = person.Id,
                SealedKey = keys.Seal(person.Id, key),
                AddedAt = clock.GetUtcNow().UtcDateTime,
                LastStep = step,
            }
        );
        (Codes, var rows) = RecoveryCode.New(person.Id);
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }
}
