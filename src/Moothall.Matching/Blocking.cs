namespace Moothall.Matching;

/// <summary>
/// Chooses the pairs that are looked at. Two people are one if they share a key of any field. A key that many share, such
/// as a common surname, counts only together with a second one.
/// </summary>
internal static class Blocking
{
    /// <summary>A list with no more pairs than this is compared in full.</summary>
    public const int Few = 600_000;

    private const int LargestGroup = 60;

    public static IReadOnlyList<(int Left, int Right)> Pairs(PersonTable table, Pairing pairing) =>
        pairing.Pairs <= Few ? [.. pairing.All()] : Grouped(table, pairing);

    private static List<(int Left, int Right)> Grouped(PersonTable table, Pairing pairing)
    {
        var found = new List<ulong>();
        var entries = FineKeys(table);
        entries.Sort();
        foreach (var group in Groups(entries))
        {
            if (group.Length <= LargestGroup)
                AddAll(group, pairing, found);
            else
                AddRefined(table, group, pairing, found);
        }

        found.Sort();
        var pairs = new List<(int, int)>(found.Count);
        for (var index = 0; index < found.Count; index++)
            if (index == 0 || found[index] != found[index - 1])
                pairs.Add(((int)(found[index] >> 32), (int)found[index]));
        return pairs;
    }

    private static List<(ulong Key, int Person)> FineKeys(PersonTable table)
    {
        var entries = new List<(ulong, int)>();
        for (var field = 0; field < table.Fields.Count; field++)
        {
            var keys = table
                .Distinct(field)
                .ToDictionary(
                    value => value,
                    value => Keys.Fine(value, table.Fields[field], field).ToArray()
                );
            for (var person = 0; person < table.Count; person++)
                if (table[field, person] is { } value)
                    foreach (var key in keys[value])
                        entries.Add((key, person));
        }

        return entries;
    }

    private static void AddRefined(
        PersonTable table,
        (ulong Key, int Person)[] large,
        Pairing pairing,
        List<ulong> found
    )
    {
        for (var field = 0; field < table.Fields.Count; field++)
        {
            var entries = new List<(ulong, int)>(large.Length);
            foreach (var (_, person) in large)
                if (table[field, person] is { } value)
                    entries.Add((Keys.Coarse(value, table.Fields[field], field), person));
            entries.Sort();
            foreach (var group in Groups(entries))
                if (group.Length <= LargestGroup)
                    AddAll(group, pairing, found);
        }
    }

    private static IEnumerable<(ulong Key, int Person)[]> Groups(
        List<(ulong Key, int Person)> entries
    )
    {
        var start = 0;
        for (var end = 1; end <= entries.Count; end++)
        {
            if (end < entries.Count && entries[end].Key == entries[start].Key)
                continue;
            if (end - start > 1)
                yield return [.. entries[start..end]];
            start = end;
        }
    }

    private static void AddAll((ulong Key, int Person)[] group, Pairing pairing, List<ulong> found)
    {
        for (var first = 0; first < group.Length; first++)
        for (var second = first + 1; second < group.Length; second++)
        {
            var (left, right) = (group[first].Person, group[second].Person);
            if (left != right && pairing.Asks(left, right))
                found.Add(((ulong)Math.Min(left, right) << 32) | (uint)Math.Max(left, right));
        }
    }
}
