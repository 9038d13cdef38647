using System.Net;
using System.Threading.RateLimiting;

namespace Moothall.Features.Partnership.Calendar;

/// <summary>How often one network address may ask for calendars: enough for an office whose programmes all ask each hour, too seldom to guess.</summary>
public sealed class FeedLimit : IDisposable
{
    /// <summary>Requests of one network address in a quarter of an hour.</summary>
    public const int PerAddress = 200;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<
        string,
        string
    >(address =>
        RateLimitPartition.GetFixedWindowLimiter(
            address,
            _ => new() { PermitLimit = PerAddress, Window = Window }
        )
    );

    /// <summary>Counts a request and says whether it is answered.</summary>
    public bool Allows(IPAddress? address)
    {
        using var lease = limiter.AttemptAcquire(address?.ToString() ?? "");
        return lease.IsAcquired;
    }

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();
}
