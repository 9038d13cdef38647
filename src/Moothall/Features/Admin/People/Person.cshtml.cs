using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Account.Joining;
using Moothall.Features.Account.SigningIn;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Admin.People;

/// <summary>One person's account: who they are, their roles with days, and the ways to a new link or out.</summary>
[Access(Permission.ManageAccounts)]
public sealed class PersonModel(
    MoothallDb db,
    Accounts accounts,
    CurrentUser user,
    AuditQueue audit,
    AuditActor actor,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public PersonDetails Input { get; set; } = new();

    public required User Person { get; set; }

    public AccountState State { get; private set; }

    /// <summary>When tries to sign in were stopped, where that still holds (UTC).</summary>
    public DateTime? LockedAt { get; private set; }

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    /// <summary>Whether this is the administrator's own account, whose roles another must change.</summary>
    public bool IsOwn => Person.Id == user.Id;

    public DateOnly Today => UkTime.Today(clock);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        Input = new()
        {
            Name = Person.Name,
            Post = Person.Post,
            Email = Person.Email ?? "",
            OrganisationId = Person.OrganisationId,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            await accounts.ChangeAsync(Person, Input, ModelState);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        return Done(id, "Saved.");
    }

    public async Task<IActionResult> OnPostTakeAsync(Guid id, Guid grant)
    {
        // Another form's fields were not sent; nothing is wrong with them.
        ModelState.Clear();
        if (
            !await LoadAsync(id)
            || Person.Grants.SingleOrDefault(one => one.Id == grant) is not { } role
        )
        {
            return NotFound();
        }

        if (await accounts.TakeAsync(Person, role) is { } problem)
        {
            ModelState.AddModelError("", problem);
            return await OnGetAsync(id);
        }

        return Done(id, "The role is taken away, from now on.");
    }

    /// <summary>Lets somebody try again at once whose account was stopped after too many tries.</summary>
    public async Task<IActionResult> OnPostUnlockAsync(Guid id)
    {
        ModelState.Clear();
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        await audit.AppendAsync(
            AuditPayload.Of(AuditKind.SignIn, actor) with
            {
                Note = "may try again at once after too many tries",
                Subjects = [new(nameof(Platform.Access.User), id)],
            }
        );
        await SignInLimits.LetTryAgainAsync(db, Person);
        return Done(id, $"{Person.Name} can try to sign in again.");
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await accounts.FindAsync(id) is not { } person)
        {
            return false;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        Person = person;
        Organisations = await accounts.OrganisationsAsync();
        LockedAt = (await SignInLimits.StoppedAsync(db, now)).Of(person);
        State = PersonRow.StateOf(
            person,
            await db.Set<Invitation>()
                .AnyAsync(one => one.UserId == id && one.AcceptedAt == null && one.ExpiresAt > now),
            LockedAt is not null
        );
        return true;
    }

    private LocalRedirectResult Done(Guid id, string notice)
    {
        TempData["Notice"] = notice;
        return LocalRedirect($"/Admin/People/{id}");
    }
}
