using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Presets;
using Moothall.Features.Partnership.SharingProtocols;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>The two lists that say which addresses are secure: the ten of the published terms and the partnership's own (S1-7.2h, C1).</summary>
public static class SecureAddressBook
{
    private static readonly Lazy<IReadOnlyList<HistoricSuffix>> Terms = new(() =>
        PresetFile.Load(PresetFile.CannockChase).HistoricSuffixes
    );

    /// <summary>The ten suffixes with what became of each.</summary>
    public static IReadOnlyList<HistoricSuffix> Historic => Terms.Value;

    /// <summary>Both lists as they stand now.</summary>
    public static async Task<SecureDomains> LoadAsync(
        MoothallDb db,
        CancellationToken cancel = default
    ) =>
        new(
            Historic,
            await db.Set<SecureDomainEntry>()
                .Select(entry => new AllowedDomain(
                    entry.Domain,
                    entry.Evidence,
                    entry.CheckedOn,
                    entry.ReviewOn
                ))
                .ToListAsync(cancel)
        );
}
