using System.Diagnostics;
using System.Globalization;

namespace Moothall.Bench.Matching;

/// <summary>How quickly and how rightly a search answered.</summary>
internal sealed class Tally(string name)
{
    private readonly List<double> milliseconds = [];
    private readonly Dictionary<Referral, bool> right = [];

    public int Count => milliseconds.Count;

    public double P95 => At(0.95);

    public async Task TimeAsync(Referral referral, Func<Task<int?>> search)
    {
        var start = Stopwatch.GetTimestamp();
        var found = await search();
        milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        right[referral] = found == referral.Person;
    }

    /// <summary>How many of a hundred of the referrals that another was asked were found first here.</summary>
    public double RightOf(Tally other) =>
        100.0 * other.right.Keys.Count(referral => right[referral]) / other.Count;

    /// <summary>The faults of those that were not found first, the commonest first.</summary>
    public string Missed()
    {
        var missed = right
            .Where(answer => !answer.Value)
            .CountBy(answer =>
                answer.Key.Faults.Count == 0 ? "no fault" : string.Join(" and ", answer.Key.Faults)
            )
            .OrderByDescending(group => group.Value)
            .Take(8)
            .Select(group => $"{group.Key} ({group.Value})");
        return string.Join("; ", missed);
    }

    /// <summary>How many of a hundred were found first, by the number of faults.</summary>
    private string ByFaults() =>
        string.Join(
            ", ",
            right
                .GroupBy(answer => answer.Key.Faults.Count)
                .OrderBy(group => group.Key)
                .Select(group =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{group.Key} faults {100.0 * group.Count(answer => answer.Value) / group.Count():0.0}"
                    )
                )
        );

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{name, -26} p50 {At(0.5), 8:0.00} ms  p95 {P95, 8:0.00} ms  p99 {At(0.99), 8:0.00} ms  right person first {100.0 * right.Count(answer => answer.Value) / right.Count:0.0} in 100 of {right.Count:n0} ({ByFaults()})"
        );

    private double At(double share)
    {
        var sorted = milliseconds.Order().ToList();
        return sorted[Math.Min((int)(share * sorted.Count), sorted.Count - 1)];
    }
}
