using System.Diagnostics;

namespace Moothall.Bench.Pages;

/// <summary>What a few seconds of one page came to.</summary>
/// <param name="Milliseconds">How long each request took, the shortest first.</param>
/// <param name="Seconds">How long the slice was.</param>
internal sealed record Slice(IReadOnlyList<double> Milliseconds, double Seconds)
{
    public double Rate => Milliseconds.Count / Seconds;

    /// <summary>The time within which so many in a hundred requests were answered.</summary>
    public double At(int percent) =>
        Milliseconds[Math.Min(Milliseconds.Count - 1, Milliseconds.Count * percent / 100)];

    /// <summary>Asks again and again, each client as soon as it was answered, for so long.</summary>
    /// <param name="clients">What each client asks next.</param>
    /// <param name="wire">The way to the server.</param>
    /// <param name="length">For how long.</param>
    /// <exception cref="InvalidOperationException">An answer was not what a reader would have got.</exception>
    public static async Task<Slice> RunAsync(
        IReadOnlyList<Func<Asked>> clients,
        HttpMessageInvoker wire,
        TimeSpan length
    )
    {
        var begun = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(
            clients.Select(next =>
                Task.Run(async () =>
                {
                    var own = new List<double>(4096);
                    do
                    {
                        var asked = next();
                        var at = Stopwatch.GetTimestamp();
                        await asked.SendAsync(wire);
                        own.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
                    } while (Stopwatch.GetElapsedTime(begun) < length);
                    return own;
                })
            )
        );
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        return new([.. times.SelectMany(own => own).Order()], seconds);
    }

    /// <summary>The one in the middle.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1
            ? sorted[sorted.Count / 2]
            : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
