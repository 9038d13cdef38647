using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Features.Account.SecondFactor;
using Moothall.Features.Account.SigningIn;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;

namespace Moothall.Features.Account.Joining;

/// <summary>Where an invitation leads: choose a password, then set up the authenticator.</summary>
[Open("Somebody who is invited has no account to sign in with yet; the link is the proof.")]
public sealed class InvitationModel(
    MoothallDb db,
    Invitations invitations,
    IPasswordHasher<User> hasher,
    HalfWay halfWay,
    AuditActor actor,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public NewPasswordDetails Input { get; set; } = new();

    /// <summary>Who is invited; nobody when the link no longer works.</summary>
    public User? Person { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token)
    {
        Person = (await invitations.FindAsync(token))?.Person;
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(string token)
    {
        if (await invitations.FindAsync(token) is not var (invitation, person))
        {
            return Shown();
        }

        Person = person;
        Input.Check(ModelState, nameof(Input), person.Name, person.Email ?? "");
        if (!ModelState.IsValid)
        {
            return Page();
        }

        actor.BePerson(person.Id, person.Name, actor.From, actor.Why);
        Input.GiveTo(person, hasher);
        person.EmailConfirmed = true;
        invitation.AcceptedAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync();
        halfWay.AwaitNewAuthenticator(HttpContext, person, Totp.NewKey(), replaces: false);
        return LocalRedirect("/Account/SetUpAuthenticator");
    }

    private PageResult Shown()
    {
        if (Person is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return Page();
    }
}
