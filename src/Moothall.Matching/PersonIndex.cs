namespace Moothall.Matching;

/// <summary>A person in a list who may be the one looked for.</summary>
/// <param name="Person">The row in the list.</param>
/// <param name="Bits">The evidence, in bits.</param>
public readonly record struct Found(int Person, double Bits)
{
    /// <summary>How likely it is that person.</summary>
    public double Probability => LinkageModel.Probability(Bits);
}

/// <summary>
/// Finds a person in a long list, held in memory: whoever shares a pair of keys with the one looked for is weighed. May be
/// searched by several threads at once.
/// </summary>
public sealed class PersonIndex
{
    /// <summary>A key that more people share than this tells too little to weigh them all.</summary>
    private const int LargestGroup = 4000;

    private readonly PersonTable table;
    private readonly uint[] keys;
    private readonly int[] people;

    /// <summary>Makes an index.</summary>
    /// <param name="table">The list.</param>
    /// <param name="model">What was learnt from records like these, or nothing to go by how often values occur.</param>
    public PersonIndex(PersonTable table, LinkageModel? model = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        this.table = table;
        Model = model ?? Learner.Expect(table);
        NameTies.Learn(
            table,
            Field.Find(table.Fields, FieldKind.GivenName),
            Field.Find(table.Fields, FieldKind.FamilyName)
        );
        var entries = new List<ulong>(table.Count * 6);
        var row = new Value?[table.Fields.Count];
        var found = new List<uint>();
        for (var person = 0; person < table.Count; person++)
        {
            table.Copy(person, row);
            found.Clear();
            SearchKeys.OfPerson(table.Fields, row, found);
            foreach (var key in found)
                entries.Add(((ulong)key << 32) | (uint)person);
        }

        var sorted = entries.ToArray();
        entries = null;
        Array.Sort(sorted);
        keys = Array.ConvertAll(sorted, entry => (uint)(entry >> 32));
        people = Array.ConvertAll(sorted, entry => (int)entry);
    }

    /// <summary>How much agreements say.</summary>
    public LinkageModel Model { get; }

    /// <summary>Finds the likeliest people, the likeliest first.</summary>
    /// <param name="wanted">A text for each field, empty or nothing where it is not known.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<Found> Search(IReadOnlyList<string?> wanted, int most = 10)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var row = Read(wanted);
        var wantedKeys = new HashSet<uint>();
        SearchKeys.OfWanted(table.Fields, row, wantedKeys);
        var weigher = new Weigher(table.Fields, Model);
        var met = new HashSet<int>();
        var best = new PriorityQueue<Found, double>();
        foreach (var key in wantedKeys)
        foreach (var person in Group(key))
        {
            if (!met.Add(person))
                continue;
            var bits = weigher.Weigh(row, table, person).Bits;
            if (best.Count < most)
                best.Enqueue(new(person, bits), bits);
            else if (bits > best.Peek().Bits)
                best.EnqueueDequeue(new(person, bits), bits);
        }

        return
        [
            .. best
                .UnorderedItems.Select(item => item.Element)
                .OrderByDescending(found => found.Bits)
                .ThenBy(found => found.Person),
        ];
    }

    /// <summary>Why somebody is, or is not, taken for the one looked for.</summary>
    public Explanation Explain(IReadOnlyList<string?> wanted, int person)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return new Weigher(table.Fields, Model).Explain(Read(wanted), table, person);
    }

    private Value?[] Read(IReadOnlyList<string?> wanted) =>
        [
            .. Enumerable
                .Range(0, table.Fields.Count)
                .Select(field => table.Read(field, wanted[field])),
        ];

    private ReadOnlySpan<int> Group(uint key)
    {
        var start = First(key, 0);
        var end = start;
        while (end < keys.Length && keys[end] == key && end - start <= LargestGroup)
            end++;
        return end - start > LargestGroup ? [] : people.AsSpan(start, end - start);
    }

    private int First(uint key, int low)
    {
        var high = keys.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (keys[middle] < key)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
