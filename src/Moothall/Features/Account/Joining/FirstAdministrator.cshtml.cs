using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Account.SecondFactor;
using Moothall.Features.Account.SigningIn;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Presets;
using Moothall.Features.Partnership.Settings;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Account.Joining;

/// <summary>Who the first administrator is.</summary>
public sealed class FirstAdministratorDetails
{
    [Field(
        "Your full name",
        Name = "Name",
        Required = "Enter your full name",
        Autocomplete = "name"
    )]
    public string Name { get; set; } = "";

    [Field("Your post", Name = "Post", Autocomplete = "organization-title")]
    public string Post { get; set; } = "";

    [Field(
        "Your e-mail address",
        Name = "E-mail address",
        Kind = FieldKind.Email,
        Required = "Enter your e-mail address",
        Limit = 256,
        Autocomplete = "username"
    )]
    public string Email { get; set; } = "";
}

/// <summary>Which partnership this is, where the database does not say yet.</summary>
public sealed class NewPartnershipDetails
{
    [Field(
        "Name of the partnership",
        Limit = 120,
        Required = "Enter the name of the partnership",
        Hint = "Shown at the top of every page and on papers. You can change it later."
    )]
    public string Name { get; set; } = "";

    [Field(
        "Area",
        Limit = 120,
        Required = "Enter the area the partnership covers",
        Hint = "For example, a district."
    )]
    public string AreaName { get; set; } = "";
}

/// <summary>Makes the first account of a partnership. It exists only while nobody has one.</summary>
[Open("Nobody has an account yet; the link printed on the server's console is the proof.")]
public sealed class FirstAdministratorModel(
    MoothallDb db,
    FirstAdministratorLink link,
    NewPartnership partnership,
    MeetingPlanner planner,
    UserManager<User> users,
    IPasswordHasher<User> hasher,
    HalfWay halfWay,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public FirstAdministratorDetails Input { get; set; } = new();

    [BindProperty]
    public NewPasswordDetails Secret { get; set; } = new();

    /// <summary>Asked for only where it is not known.</summary>
    public NewPartnershipDetails Own { get; } = new();

    /// <summary>Whether no preset has named the partnership.</summary>
    public bool IsNameless { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token) =>
        await IsOpenAsync(token) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string token)
    {
        if (!await IsOpenAsync(token))
        {
            return NotFound();
        }

        if (IsNameless)
        {
            await TryUpdateModelAsync(Own, nameof(Own));
        }

        Secret.Check(ModelState, nameof(Secret), Input.Name, Input.Email);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var person = new User
        {
            Id = RecordIdentifier.Next(),
            Name = Input.Name,
            Post = Input.Post,
            UserName = Input.Email,
            Email = Input.Email,
        };
        if (!await link.UseAsync(token, () => MakeAsync(person)))
        {
            return NotFound();
        }

        halfWay.AwaitNewAuthenticator(HttpContext, person, Totp.NewKey(), replaces: false);
        return LocalRedirect("/Account/SetUpAuthenticator");
    }

    private async Task MakeAsync(User person)
    {
        person.Give(Role.Administrator, UkTime.Today(clock));
        if (IsNameless)
        {
            partnership.Begin(Own.Name, Own.AreaName);
        }

        var made = await users.CreateAsync(person);
        if (!made.Succeeded)
        {
            throw new InvalidOperationException(
                string.Join(' ', made.Errors.Select(error => error.Description))
            );
        }

        Secret.GiveTo(person, hasher);
        await db.SaveChangesAsync();
        // The first referral may come today, before the night in which meetings are planned.
        await planner.KeepPlannedAsync();
        await db.CommitAsync();
    }

    private async Task<bool> IsOpenAsync(string token)
    {
        if (!link.Opens(token) || await db.Set<User>().AnyAsync())
        {
            return false;
        }

        IsNameless = !await db.Set<PartnershipSettings>().AnyAsync();
        return true;
    }
}
