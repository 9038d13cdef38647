using System.Globalization;

namespace Moothall.Features.Plan.Initiatives;

/// <summary>Money as people type and read it; kept in whole pence.</summary>
public static class Pounds
{
    private const decimal Most = 1_000_000_000m;

    /// <summary>The pence of "£1,250", "1250.50" or "12k"; nothing where it is no amount.</summary>
    public static long? Read(string text)
    {
        var bare = text.Trim().TrimStart('£').Trim();
        var thousands = bare.EndsWith('k') || bare.EndsWith('K');
        bare = thousands ? bare[..^1].TrimEnd() : bare;
        if (
            !decimal.TryParse(
                bare,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
                CultureInfo.InvariantCulture,
                out var amount
            )
            || amount > Most
        )
        {
            return null;
        }

        var pence = amount * (thousands ? 100_000 : 100);
        return pence == decimal.Truncate(pence) ? (long)pence : null;
    }

    /// <summary>"£1,250" or "£1,250.50".</summary>
    public static string Words(long pence) =>
        pence % 100 == 0
            ? string.Create(CultureInfo.InvariantCulture, $"£{pence / 100:N0}")
            : string.Create(CultureInfo.InvariantCulture, $"£{pence / 100m:N2}");
}
