namespace Moothall.Matching;

/// <summary>
/// How much forename and surname go together. Where people of one origin share few surnames and few forenames, that both
/// agree says less than the two would say each alone; otherwise strangers with such names would be taken for each other more
/// often than others are. Learnt, surname by surname, from a list in which few people stand twice.
/// </summary>
internal static class NameTies
{
    /// <summary>So many pairs with the same forename are added to those met and to those expected; it steadies rare surnames.</summary>
    private const double Added = 4;

    public static void Learn(PersonTable table, int given, int family)
    {
        if (given < 0 || family < 0)
            return;
        var forenames = Numbered(table, given);
        var surnames = Numbered(table, family);
        var pairs = new List<long>(table.Count);
        for (var person = 0; person < table.Count; person++)
            if (table[given, person] is { } forename && table[family, person] is { } surname)
                pairs.Add(((long)surnames[surname] << 32) | (uint)forenames[forename]);
        var (equal, known) = EqualPairs.Count(table, new(table.Count), given);
        var expected = (equal + 1) / (known + 1);
        var met = new double[surnames.Count];
        var of = new double[surnames.Count];
        pairs.Sort();
        for (int start = 0, end = 1; start < pairs.Count; start = end++)
        {
            while (end < pairs.Count && pairs[end] == pairs[start])
                end++;
            double count = end - start;
            met[pairs[start] >> 32] += count * (count - 1) / 2;
            of[pairs[start] >> 32] += count;
        }

        foreach (var (surname, number) in surnames)
        {
            var byChance = of[number] * (of[number] - 1) / 2 * expected;
            surname.Tie = (float)Math.Max(0, Math.Log2((met[number] + Added) / (byChance + Added)));
        }
    }

    private static Dictionary<Value, int> Numbered(PersonTable table, int field) =>
        table.Distinct(field).Select((value, number) => (value, number)).ToDictionary();
}
