namespace Moothall.Matching;

/// <summary>How many pairs have the very same value in a field, and in how many both values are known.</summary>
internal static class EqualPairs
{
    public static (double Equal, double Known) Count(
        PersonTable table,
        Pairing pairing,
        int field
    ) => pairing.First is { } first ? Between(table, first, field) : Within(table, field);

    private static (double, double) Within(PersonTable table, int field)
    {
        double known = 0,
            equal = 0;
        foreach (var value in table.Distinct(field))
        {
            known += value.Count;
            equal += value.Count * (value.Count - 1.0) / 2;
        }

        return (equal, known * (known - 1) / 2);
    }

    private static (double, double) Between(PersonTable table, int first, int field)
    {
        var inFirst = new Dictionary<Value, int>();
        double ofFirst = 0,
            ofSecond = 0,
            equal = 0;
        for (var person = 0; person < table.Count; person++)
        {
            if (table[field, person] is not { } value)
                continue;
            if (person < first)
            {
                ofFirst++;
                inFirst[value] = inFirst.GetValueOrDefault(value) + 1;
            }
            else
            {
                ofSecond++;
                equal += inFirst.GetValueOrDefault(value);
            }
        }

        return (equal, ofFirst * ofSecond);
    }
}
