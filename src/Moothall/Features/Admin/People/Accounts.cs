using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Account.Joining;
using Moothall.Features.Account.SecondFactor;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Admin.People;

/// <summary>What administrators do to accounts, with the refusals that keep the partnership safe from a slip or from one of them.</summary>
public sealed class Accounts(
    MoothallDb db,
    UserManager<User> users,
    Invitations invitations,
    Sessions sessions,
    CurrentUser user,
    TimeProvider clock
)
{
    private const string OwnRoles = "You cannot change your own roles. Ask another administrator.";
    private const string LastAdministrator =
        "This is the last administrator. Make somebody else an administrator first.";

    private const string NamedBeforehand =
        "A reserve minute approver is named beforehand, so the first day must be today or later.";

    /// <summary>The person with their roles, or nothing.</summary>
    public Task<User?> FindAsync(Guid id) =>
        db.Set<User>()
            .Include(person => person.Grants)
            .SingleOrDefaultAsync(person => person.Id == id);

    /// <summary>The organisations to choose from.</summary>
    public async Task<IReadOnlyList<SelectListItem>> OrganisationsAsync() =>
        [
            .. (
                await db.Set<Organisation>()
                    .OrderBy(one => one.Name)
                    .Select(one => new { one.Id, one.Name })
                    .ToListAsync()
            ).Select(one => new SelectListItem(one.Name, one.Id.ToString())),
        ];

    /// <summary>Makes an account and the link to begin with, or says beside the field why not.</summary>
    public async Task<InvitationLink?> InviteAsync(
        PersonDetails details,
        RoleDetails roles,
        ModelStateDictionary state
    )
    {
        var person = new User { Id = RecordIdentifier.Next(), Name = details.Name };
        await PutAsync(person, details, state);
        if (IsBackdatedReserve(roles))
        {
            state.AddModelError("Given.From", NamedBeforehand);
        }

        if (!state.IsValid)
        {
            return null;
        }

        foreach (var role in roles.Roles.Distinct())
        {
            person.Give(role, roles.From!.Value, roles.Until);
        }

        Report(await users.CreateAsync(person), state);
        return state.IsValid ? await invitations.IssueAsync(person.Id) : null;
    }

    /// <summary>Gives a person who is known but never had a role their first one, from today, and makes the link to begin with.</summary>
    public Task<InvitationLink> InviteKnownAsync(User person, Role role)
    {
        // Of two administrators who invite the same person at the same moment the second is refused, not the role given twice.
        person.ConcurrencyStamp = RandomNumberGenerator.GetHexString(32);
        db.Add(person.Give(role, Today));
        return invitations.IssueAsync(person.Id);
    }

    /// <summary>Changes who a person is.</summary>
    public async Task ChangeAsync(User person, PersonDetails details, ModelStateDictionary state)
    {
        await PutAsync(person, details, state);
        if (state.IsValid)
        {
            Report(await users.UpdateAsync(person), state);
        }
    }

    /// <summary>Gives roles; the words of a refusal otherwise.</summary>
    public async Task<string?> GiveAsync(User person, RoleDetails roles)
    {
        if (person.Id == user.Id)
        {
            return OwnRoles;
        }

        if (IsBackdatedReserve(roles))
        {
            return NamedBeforehand;
        }

        foreach (var role in roles.Roles.Distinct())
        {
            db.Add(person.Give(role, roles.From!.Value, roles.Until));
        }

        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>Takes a role away from this moment; the words of a refusal otherwise.</summary>
    public async Task<string?> TakeAsync(User person, RoleGrant grant)
    {
        if (person.Id == user.Id)
        {
            return OwnRoles;
        }

        if (grant.Role == Role.Administrator && !await OthersAdministerAsync(person))
        {
            return LastAdministrator;
        }

        EndGrant(grant, Today.AddDays(-1));
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>Ends a person's part in the partnership now: sessions, roles, representation, and what they signed in with.</summary>
    public async Task<string?> LeaveAsync(User person)
    {
        if (person.Id == user.Id)
        {
            return "You cannot record that you have left. Ask another administrator.";
        }

        if (!await OthersAdministerAsync(person))
        {
            return LastAdministrator;
        }

        person.LeftAt = clock.GetUtcNow().UtcDateTime;
        person.Grants.ToList().ForEach(grant => EndGrant(grant, Today));
        var acting = await db.Set<Representative>()
            .Where(one => one.UserId == person.Id && (one.Until == null || one.Until > Today))
            .ToListAsync();
        acting.ForEach(one => one.Until = Today);
        await TakeCredentialsAsync(person);
        return null;
    }

    /// <summary>Takes away password, authenticator and recovery codes and makes a link to begin anew; the words of a refusal otherwise.</summary>
    public async Task<(InvitationLink? Link, string? Problem)> ResetAsync(User person)
    {
        if (person.Id == user.Id)
        {
            return (null, "Change your own password and authenticator under your account.");
        }

        person.LeftAt = null;
        await TakeCredentialsAsync(person);
        return (await invitations.IssueAsync(person.Id), null);
    }

    // With a day that is past, a reserve could be made for minutes that wait for a signature already (settled 15).
    private bool IsBackdatedReserve(RoleDetails roles) =>
        roles.Roles.Contains(Role.MinuteApprover) && roles.From < Today;

    private async Task TakeCredentialsAsync(User person)
    {
        person.PasswordHash = null;
        person.SecurityStamp = RandomNumberGenerator.GetHexString(32);
        await SecondFactors.RemoveAsync(db, person.Id);
        await invitations.WithdrawAsync(person.Id);
        await sessions.EndAllAsync(person.Id);
    }

    private void EndGrant(RoleGrant grant, DateOnly lastDay)
    {
        if (grant.From > lastDay)
        {
            db.Remove(grant);
        }
        else if (grant.Until is null || grant.Until > lastDay)
        {
            grant.Until = lastDay;
        }
    }

    // Only someone who can sign in counts; otherwise nobody would be left to let anybody in.
    private async Task<bool> OthersAdministerAsync(User person)
    {
        var today = Today;
        return !person.Grants.Any(grant =>
                grant.Role == Role.Administrator && grant.IsHeldOn(today)
            )
            || await db.Set<User>()
                .AnyAsync(other =>
                    other.Id != person.Id
                    && other.LeftAt == null
                    && (other.PasswordHash != null || other.Id == user.Id)
                    && other.Grants.Any(grant =>
                        grant.Role == Role.Administrator
                        && grant.From <= today
                        && (grant.Until == null || grant.Until >= today)
                    )
                );
    }

    private async Task PutAsync(User person, PersonDetails details, ModelStateDictionary state)
    {
        (person.Name, person.Post) = (details.Name, details.Post);
        (person.Email, person.UserName) = (details.Email, details.Email);
        person.OrganisationId = details.OrganisationId;
        if (
            details.OrganisationId is { } id
            && !await db.Set<Organisation>().AnyAsync(one => one.Id == id)
        )
        {
            state.AddModelError(
                "Input.OrganisationId",
                "Organisation: choose one of the answers offered"
            );
        }

        if (details.NewOrganisation.Length > 0)
        {
            if (details.OrganisationId is not null)
            {
                state.AddModelError(
                    "Input.NewOrganisation",
                    "Choose an organisation from the list or enter a new one, not both"
                );
            }

            if (state.IsValid)
            {
                person.OrganisationId = (
                    await Organisation.NamedAsync(db, details.NewOrganisation)
                ).Id;
            }
        }
    }

    private static void Report(IdentityResult result, ModelStateDictionary state)
    {
        if (!result.Succeeded)
        {
            var taken = result.Errors.Any(error =>
                error.Code.StartsWith("Duplicate", StringComparison.Ordinal)
            );
            state.AddModelError(
                "Input.Email",
                taken
                    ? "Somebody already has an account with this e-mail address"
                    : "E-mail address must be an e-mail address, like name@example.gov.uk"
            );
        }
    }

    private DateOnly Today => UkTime.Today(clock);
}
