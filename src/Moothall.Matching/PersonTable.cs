namespace Moothall.Matching;

/// <summary>People as they are compared: a row each, a column a field, equal values held once.</summary>
public sealed class PersonTable
{
    private readonly Value?[][] columns;
    private readonly Dictionary<string, Value>[] values;

    /// <summary>Reads people.</summary>
    /// <param name="fields">The columns.</param>
    /// <param name="rows">A row for each person with a text for each field, empty or nothing where it is not known.</param>
    public PersonTable(
        IReadOnlyList<Field> fields,
        IReadOnlyCollection<IReadOnlyList<string?>> rows
    )
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(rows);
        Fields = fields;
        Count = rows.Count;
        columns = [.. fields.Select(_ => new Value?[rows.Count])];
        values = [.. fields.Select(_ => new Dictionary<string, Value>(StringComparer.Ordinal))];
        var person = 0;
        foreach (var row in rows)
        {
            for (var field = 0; field < fields.Count; field++)
                if (Read(field, row[field]) is { } value)
                {
                    value.Count++;
                    columns[field][person] = values[field][value.Text] = value;
                }

            person++;
        }

        foreach (var column in values)
            SetRarity(column.Values);
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<Field> Fields { get; }

    /// <summary>How many people.</summary>
    public int Count { get; }

    internal Value? this[int field, int person] => columns[field][person];

    internal IEnumerable<Value> Distinct(int field) => values[field].Values;

    /// <summary>A value as it is compared: the table's own if somebody has it.</summary>
    internal Value? Read(int field, string? raw) =>
        Value.Read(raw, Fields[field].Kind) is { } value
            ? values[field].GetValueOrDefault(value.Text, value)
            : null;

    /// <summary>
    /// Each value counts once more than it occurs: who is not on the list has a name too, so what occurs once is not as rare
    /// as it seems on a short one.
    /// </summary>
    private static void SetRarity(IReadOnlyCollection<Value> column)
    {
        double known = column.Sum(value => value.Count + 1);
        var sameByChance = column.Sum(value => Math.Pow((value.Count + 1) / known, 2));
        foreach (var value in column)
            value.Rarity = (float)Math.Log2(sameByChance / ((value.Count + 1) / known));
    }

    internal void Copy(int person, Span<Value?> row)
    {
        for (var field = 0; field < row.Length; field++)
            row[field] = columns[field][person];
    }
}
