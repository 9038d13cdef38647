namespace Moothall.Matching;

/// <summary>Gathers records into people.</summary>
internal static class Grouping
{
    /// <summary>
    /// Joins the likeliest first, and joins two groups only if all the evidence between them, for and against, speaks for
    /// it: one doubtful link must not make one person of two.
    /// </summary>
    /// <param name="count">The number of records.</param>
    /// <param name="matches">The links.</param>
    /// <param name="evidence">The evidence of any pair, in bits.</param>
    /// <returns>For each record the number of its person.</returns>
    public static int[] Groups(
        int count,
        IEnumerable<Match> matches,
        Func<int, int, double> evidence
    )
    {
        var person = Enumerable.Range(0, count).ToArray();
        var members = new Dictionary<int, List<int>>();
        List<int> Members(int group) =>
            members.TryGetValue(group, out var list) ? list : members[group] = [group];
        foreach (
            var match in matches
                .OrderByDescending(match => match.Bits)
                .ThenBy(match => match.Left)
                .ThenBy(match => match.Right)
        )
        {
            var (left, right) = (person[match.Left], person[match.Right]);
            if (left == right)
                continue;
            var (mine, theirs) = (Members(left), Members(right));
            if (mine.Sum(one => theirs.Sum(other => evidence(one, other))) <= 0)
                continue;
            foreach (var record in theirs)
                person[record] = left;
            mine.AddRange(theirs);
            members.Remove(right);
        }

        return person;
    }

    /// <summary>Keeps for each record of either list its likeliest partner only.</summary>
    public static IReadOnlyList<Match> OneToOne(IEnumerable<Match> matches)
    {
        var taken = new HashSet<int>();
        return
        [
            .. matches
                .OrderByDescending(match => match.Bits)
                .Where(match => !taken.Contains(match.Left) && !taken.Contains(match.Right))
                .Where(match => taken.Add(match.Left) && taken.Add(match.Right)),
        ];
    }
}
