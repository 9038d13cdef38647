using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Account.Joining;
using Moothall.Features.Account.SigningIn;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Admin.People;

/// <summary>How far a person's account is.</summary>
public enum AccountState
{
    [Display(Name = "Active"), TagColour("green")]
    Active,

    [Display(Name = "Locked for now"), TagColour("red")]
    Locked,

    [Display(Name = "Invited"), TagColour("blue")]
    Invited,

    [Display(Name = "Not invited"), TagColour("grey")]
    NotInvited,

    [Display(Name = "Invitation ran out"), TagColour("yellow")]
    InvitationRanOut,

    [Display(Name = "Left"), TagColour("grey")]
    Left,
}

/// <summary>A person as the list shows them.</summary>
public sealed record PersonRow(
    Guid Id,
    string Name,
    string Post,
    string Organisation,
    string Roles,
    AccountState State
)
{
    /// <summary>Everyone who has or had an account: those who are here first, by name.</summary>
    public static async Task<IReadOnlyList<PersonRow>> AllAsync(
        MoothallDb db,
        DateOnly today,
        DateTime now
    )
    {
        var people = await db.Set<User>()
            .AsNoTracking()
            .Include(person => person.Grants)
            .ToListAsync();
        var organisations = await db.Set<Organisation>()
            .ToDictionaryAsync(one => one.Id, one => one.Name);
        var invited = (
            await db.Set<Invitation>()
                .Where(one => one.AcceptedAt == null && one.ExpiresAt > now)
                .Select(one => one.UserId)
                .ToListAsync()
        ).ToHashSet();
        var stopped = await SignInLimits.StoppedAsync(db, now);
        return
        [
            .. people
                .Select(person => new PersonRow(
                    person.Id,
                    person.Name,
                    person.Post,
                    organisations.GetValueOrDefault(person.OrganisationId ?? Guid.Empty, ""),
                    RolesOf(person, today),
                    StateOf(person, invited.Contains(person.Id), stopped.Of(person) is not null)
                ))
                .OrderBy(row => row.State == AccountState.Left)
                .ThenBy(row => row.Name, StringComparer.CurrentCultureIgnoreCase),
        ];
    }

    /// <summary>How far an account is; one without a password cannot sign in yet.</summary>
    public static AccountState StateOf(User person, bool hasOpenInvitation, bool isStopped) =>
        person switch
        {
            { LeftAt: not null } => AccountState.Left,
            { PasswordHash: not null } when isStopped => AccountState.Locked,
            { PasswordHash: not null } => AccountState.Active,
            { Grants.Count: 0 } when !hasOpenInvitation => AccountState.NotInvited,
            _ => hasOpenInvitation ? AccountState.Invited : AccountState.InvitationRanOut,
        };

    private static string RolesOf(User person, DateOnly today) =>
        string.Join(
            ", ",
            person
                .Grants.Where(grant => grant.IsHeldOn(today))
                .Select(grant => grant.Role)
                .Distinct()
                .Order()
                .Select(role => DisplayNames.Of(role))
        );
}
