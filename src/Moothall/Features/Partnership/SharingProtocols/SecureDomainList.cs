using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.Partnership.Presets;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.SharingProtocols;

/// <summary>The two lists together that decide which addresses are secure: the ten of the published terms and the partnership's own (S1-7.2h).</summary>
public static class SecureDomainList
{
    private static readonly Lazy<IReadOnlyList<HistoricSuffix>> Ten = new(() =>
        PresetFile.Load(PresetFile.CannockChase).HistoricSuffixes
    );

    /// <summary>The ten suffixes of the published terms with what became of each (settled 8).</summary>
    public static IReadOnlyList<HistoricSuffix> Historic => Ten.Value;

    /// <summary>The rule over both lists as they are now.</summary>
    public static async Task<SecureDomains> SecureDomainsAsync(
        this MoothallDb db,
        CancellationToken cancel = default
    )
    {
        var own = await db.Set<SecureDomainEntry>().AsNoTracking().ToListAsync(cancel);
        return new(
            Historic,
            [
                .. own.Select(entry => new AllowedDomain(
                    entry.Domain,
                    entry.Evidence,
                    entry.CheckedOn,
                    entry.ReviewOn
                )),
            ]
        );
    }
}
