using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>Someone who may be told a month's password, because a locked file of that month is theirs.</summary>
/// <param name="UserId">Their account.</param>
/// <param name="Name">The person.</param>
/// <param name="OrganisationName">The membership or agency they act for.</param>
/// <param name="Telephone">The number the account holds; empty where there is none.</param>
/// <param name="Given">The last time it was given to them, if ever.</param>
public sealed record PasswordReceiver(
    Guid UserId,
    string Name,
    string OrganisationName,
    string Telephone,
    PasswordGiving? Given
);

/// <summary>The recognised recipients of a month's password (S1-7.2i): nobody else can be chosen.</summary>
public sealed class PasswordList(MoothallDb db, FilePasswords passwords)
{
    /// <summary>The month in force, as its first day in London.</summary>
    public DateOnly ThisMonth => passwords.ThisMonth;

    /// <summary>Those whose locked file has this month's password or, in the month in force, is about to have it; leavers are not.</summary>
    public async Task<IReadOnlyList<PasswordReceiver>> OfMonthAsync(
        DateOnly month,
        CancellationToken cancel = default
    )
    {
        var passwordId = (await passwords.FindAsync(month, cancel))?.Id;
        var inForce = month == ThisMonth;
        var copies = await db.Set<CirculationCopy>()
            .AsNoTracking()
            .Where(copy => copy.Route == CirculationRoute.LockedFile)
            .Where(copy => copy.Status != CopyStatus.Withdrawn)
            .Where(copy =>
                (passwordId != null && copy.Attempts.Any(a => a.PasswordId == passwordId))
                || (
                    inForce && (copy.Status == CopyStatus.Waiting || copy.Status == CopyStatus.Held)
                )
            )
            .Join(
                db.Set<User>().Where(user => user.LeftAt == null),
                copy => copy.UserId,
                user => user.Id,
                (copy, user) =>
                    new
                    {
                        user.Id,
                        user.Name,
                        copy.OrganisationName,
                        user.PhoneNumber,
                    }
            )
            .ToListAsync(cancel);
        var given = await GivingsAsync(passwordId, cancel);
        return
        [
            .. copies
                .DistinctBy(one => one.Id)
                .OrderBy(one => one.OrganisationName, StringComparer.OrdinalIgnoreCase)
                .ThenBy(one => one.Name, StringComparer.OrdinalIgnoreCase)
                .Select(one => new PasswordReceiver(
                    one.Id,
                    one.Name,
                    one.OrganisationName,
                    one.PhoneNumber ?? "",
                    given.FirstOrDefault(giving => giving.ToUserId == one.Id)
                )),
        ];
    }

    /// <summary>Every giving of a password, latest first.</summary>
    public async Task<IReadOnlyList<PasswordGiving>> GivingsAsync(
        Guid? passwordId,
        CancellationToken cancel = default
    ) =>
        await db.Set<PasswordGiving>()
            .AsNoTracking()
            .Where(giving => giving.PasswordId == passwordId)
            .OrderByDescending(giving => giving.GivenAt)
            .ToListAsync(cancel);
}
