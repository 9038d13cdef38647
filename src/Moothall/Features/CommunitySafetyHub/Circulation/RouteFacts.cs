using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.SharingProtocols;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>What the choice of route needs to know of some people at one moment, read once for all of them.</summary>
internal sealed record RouteFacts(
    SecureDomains Domains,
    IReadOnlySet<Guid> CanSignIn,
    IReadOnlyDictionary<Guid, CirculationRoute?> Agreed,
    IReadOnlySet<Guid> Given,
    DateOnly Today
)
{
    /// <summary>Reads the facts of these accounts.</summary>
    public static async Task<RouteFacts> ReadAsync(
        MoothallDb db,
        IReadOnlyCollection<Guid> people,
        DateTime now,
        CancellationToken cancel
    ) =>
        new(
            await db.SecureDomainsAsync(cancel),
            await AbleToSignIn.AmongAsync(db, people, cancel),
            await AgreedAsync(db, people, cancel),
            await GivenAsync(db, people, ArchivePassword.MonthOf(now), cancel),
            UkTime.DateOf(now)
        );

    /// <summary>The facts of one person, without an account where there is none, to be completed with what the paper holds for them.</summary>
    public Recipient Of(
        RecipientKind kind,
        User? account,
        bool protocolCurrent,
        int items,
        int open
    ) =>
        new()
        {
            Kind = kind,
            CanSignIn = account is not null && CanSignIn.Contains(account.Id),
            Prefers = account is null ? null : Agreed.GetValueOrDefault(account.Id),
            Email = account?.Email,
            ProtocolCurrent = protocolCurrent,
            Items = items,
            ItemsOpen = open,
            PasswordGivenThisMonth = account is not null && Given.Contains(account.Id),
        };

    private static async Task<Dictionary<Guid, CirculationRoute?>> AgreedAsync(
        MoothallDb db,
        IReadOnlyCollection<Guid> people,
        CancellationToken cancel
    )
    {
        var agreed = await db.Set<AgreedRoute>()
            .AsNoTracking()
            .Where(route => people.Contains(route.UserId) && route.EndedAt == null)
            .OrderBy(route => route.AgreedAt)
            .ToListAsync(cancel);
        return agreed
            .GroupBy(route => route.UserId)
            .ToDictionary(group => group.Key, group => (CirculationRoute?)group.Last().Route);
    }

    private static async Task<HashSet<Guid>> GivenAsync(
        MoothallDb db,
        IReadOnlyCollection<Guid> people,
        DateOnly month,
        CancellationToken cancel
    )
    {
        var password = db.Set<FilePassword>().Where(p => p.Month == month).Select(p => p.Id);
        return await db.Set<PasswordGiving>()
            .Where(giving => password.Contains(giving.PasswordId))
            .Where(giving => people.Contains(giving.ToUserId))
            .Select(giving => giving.ToUserId)
            .ToHashSetAsync(cancel);
    }
}
