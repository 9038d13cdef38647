namespace Moothall.Matching;

/// <summary>People as they are compared: a row each, a column a field, equal values held once.</summary>
public sealed class PersonTable
{
    private readonly Value?[][] columns;
    private readonly Dictionary<string, Value>[] values;
    private readonly float[] rarityOfNew;

    /// <summary>Makes a table without people.</summary>
    /// <param name="fields">The columns.</param>
    public PersonTable(IReadOnlyList<Field> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        Fields = fields;
        columns = [.. fields.Select(_ => Array.Empty<Value?>())];
        values = [.. fields.Select(_ => new Dictionary<string, Value>(StringComparer.Ordinal))];
        rarityOfNew = new float[fields.Count];
    }

    /// <summary>Reads people.</summary>
    /// <param name="fields">The columns.</param>
    /// <param name="rows">A row for each person with a text for each field, empty or nothing where it is not known.</param>
    public PersonTable(
        IReadOnlyList<Field> fields,
        IReadOnlyCollection<IReadOnlyList<string?>> rows
    )
        : this(fields)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Grow(rows.Count);
        foreach (var row in rows)
            Add(row);
        LearnRarity();
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<Field> Fields { get; }

    /// <summary>How many people.</summary>
    public int Count { get; private set; }

    internal Value? this[int field, int person] => columns[field][person];

    internal IEnumerable<Value> Distinct(int field) => values[field].Values;

    /// <summary>Adds a person at the end.</summary>
    /// <param name="row">A text for each field, empty or nothing where it is not known.</param>
    public void Add(IReadOnlyList<string?> row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (Fields.Count > 0 && Count == columns[0].Length)
            Grow(Math.Max(16, Count * 2));
        Set(Count++, row);
    }

    /// <summary>Writes a person where nobody is. A value that nobody had is as rare as one that occurs once.</summary>
    internal void Set(int person, IReadOnlyList<string?> row)
    {
        for (var field = 0; field < Fields.Count; field++)
        {
            if (Read(field, row[field]) is not { } value)
                continue;
            if (value.Count++ == 0)
            {
                values[field][value.Text] = value;
                value.Rarity = rarityOfNew[field];
                SetRarityOfPart(values[field], value);
            }

            columns[field][person] = value;
        }
    }

    /// <summary>Forgets a person, and what nobody else has.</summary>
    internal void Clear(int person)
    {
        for (var field = 0; field < Fields.Count; field++)
        {
            if (columns[field][person] is { } value && --value.Count == 0)
                values[field].Remove(value.Text);
            columns[field][person] = null;
        }
    }

    /// <summary>A value as it is compared: the table's own if somebody has it.</summary>
    internal Value? Read(int field, string? raw) =>
        Value.Read(raw, Fields[field].Kind) is { } value
            ? values[field].GetValueOrDefault(value.Text, value)
            : null;

    internal void Copy(int person, Span<Value?> row)
    {
        for (var field = 0; field < row.Length; field++)
            row[field] = columns[field][person];
    }

    /// <summary>
    /// Learns how rare each value is. Each counts once more than it occurs: who is not on the list has a name too, so what
    /// occurs once is not as rare as it seems on a short one.
    /// </summary>
    internal void LearnRarity()
    {
        for (var field = 0; field < Fields.Count; field++)
        {
            var column = values[field];
            double known = column.Values.Sum(value => value.Count + 1);
            var sameByChance = column.Values.Sum(value => Math.Pow((value.Count + 1) / known, 2));
            foreach (var value in column.Values)
                value.Rarity = (float)Math.Log2(sameByChance / ((value.Count + 1) / known));
            rarityOfNew[field] = known > 0 ? (float)Math.Log2(sameByChance / (2 / known)) : 0;
            foreach (var value in column.Values)
                SetRarityOfPart(column, value);
        }
    }

    private static void SetRarityOfPart(Dictionary<string, Value> column, Value value)
    {
        value.RarityOfPart = value.Rarity;
        if (!value.Text.Contains(' ', StringComparison.Ordinal))
            return;
        value.RarityOfPart = Math.Min(0, value.Rarity);
        foreach (var part in value.Text.Split(' '))
            if (column.TryGetValue(part, out var alone))
                value.RarityOfPart = Math.Min(value.RarityOfPart, alone.Rarity);
    }

    private void Grow(int size)
    {
        for (var field = 0; field < columns.Length; field++)
            Array.Resize(ref columns[field], size);
    }
}
