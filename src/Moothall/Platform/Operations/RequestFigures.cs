using System.Collections.Concurrent;
using System.Globalization;

namespace Moothall.Platform.Operations;

/// <summary>How long pages took since the start, by page.</summary>
public sealed class RequestFigures
{
    private static readonly double[] Limits =
    [
        0.005,
        0.01,
        0.025,
        0.05,
        0.1,
        0.25,
        0.5,
        1,
        2.5,
        10,
    ];

    private readonly ConcurrentDictionary<(string Method, string Route), Figures> pages = [];
    private readonly ConcurrentDictionary<
        (string Method, string Route, int Status),
        long
    > answers = [];

    /// <summary>Counts one request.</summary>
    public void Add(string method, string route, int status, double seconds)
    {
        answers.AddOrUpdate((method, route, status), 1, (_, count) => count + 1);
        pages.GetOrAdd((method, route), _ => new()).Add(seconds);
    }

    /// <summary>Writes them down in Prometheus' words.</summary>
    public void Write(TextWriter text)
    {
        text.Write("# TYPE moothall_requests_total counter\n");
        foreach (var ((method, route, status), count) in answers)
        {
            text.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"moothall_requests_total{{method=\"{method}\",route=\"{Escaped(route)}\",status=\"{status}\"}} {count}\n"
                )
            );
        }

        text.Write("# TYPE moothall_request_seconds histogram\n");
        foreach (var ((method, route), page) in pages)
        {
            page.Write(text, $"method=\"{method}\",route=\"{Escaped(route)}\"");
        }
    }

    private static string Escaped(string route) =>
        route
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal);

    private sealed class Figures
    {
        private readonly Lock oneAtATime = new();
        private readonly long[] counts = new long[Limits.Length];
        private long count;
        private double sum;

        public void Add(double seconds)
        {
            lock (oneAtATime)
            {
                count++;
                sum += seconds;
                for (var index = 0; index < Limits.Length; index++)
                {
                    counts[index] += seconds <= Limits[index] ? 1 : 0;
                }
            }
        }

        public void Write(TextWriter text, string labels)
        {
            lock (oneAtATime)
            {
                var lines = Limits
                    .Select(
                        (limit, index) =>
                            Invariant($"_bucket{{{labels},le=\"{limit}\"}} {counts[index]}")
                    )
                    .Append(Invariant($"_bucket{{{labels},le=\"+Inf\"}} {count}"))
                    .Append(Invariant($"_sum{{{labels}}} {sum}"))
                    .Append(Invariant($"_count{{{labels}}} {count}"));
                foreach (var line in lines)
                {
                    text.Write($"moothall_request_seconds{line}\n");
                }
            }
        }

        private static string Invariant(FormattableString line) =>
            line.ToString(CultureInfo.InvariantCulture);
    }
}
