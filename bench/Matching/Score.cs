using System.Globalization;
using Moothall.Matching;

namespace Moothall.Bench.Matching;

/// <summary>How many pairs were found, how many of them are right, and how many there are in truth.</summary>
internal sealed record Score(double Found, double Right, double True)
{
    public double Precision => Found > 0 ? Right / Found : 1;

    public double Recall => True > 0 ? Right / True : 1;

    public double F1 => Found + True > 0 ? 2 * Right / (Found + True) : 1;

    /// <summary>Of pairs as they were found.</summary>
    /// <param name="matches">The pairs.</param>
    /// <param name="truth">For each record the identity.</param>
    /// <param name="first">How many records the first of two lists has; nothing for one list.</param>
    public static Score OfPairs(
        IReadOnlyCollection<Match> matches,
        IReadOnlyList<string> truth,
        int? first = null
    ) =>
        new(
            matches.Count,
            matches.Count(match => truth[match.Left] == truth[match.Right]),
            first is { } split ? PairsAcross(truth, split) : PairsWithin(truth)
        );

    /// <summary>Of all pairs that records make when they are gathered into people.</summary>
    public static Score OfPeople(IReadOnlyList<int> people, IReadOnlyList<string> truth)
    {
        var both = people.Zip(truth).Select(pair => $"{pair.First} {pair.Second}");
        return new(
            PairsWithin([
                .. people.Select(person => person.ToString(CultureInfo.InvariantCulture)),
            ]),
            PairsWithin([.. both]),
            PairsWithin(truth)
        );
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"precision {Precision:0.0000}  recall {Recall:0.0000}  F1 {F1:0.0000}  ({Right:0} right of {Found:0} found, {True:0} true)"
        );

    private static double PairsWithin(IEnumerable<string> identities) =>
        identities
            .CountBy(identity => identity)
            .Sum(group => group.Value * (group.Value - 1.0) / 2);

    private static double PairsAcross(IReadOnlyList<string> truth, int first)
    {
        var inFirst = truth.Take(first).CountBy(identity => identity).ToDictionary();
        return truth.Skip(first).Sum(identity => (double)inFirst.GetValueOrDefault(identity));
    }
}
