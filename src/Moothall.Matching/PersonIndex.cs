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
/// Finds a person in a long list, held in memory: whoever shares a pair of keys with the one looked for is weighed. People are
/// added and removed in place; what was learnt when it was made stays. May be searched by several threads at once, while no
/// other changes it.
/// </summary>
public sealed class PersonIndex
{
    /// <summary>A key that more people share than this tells too little to weigh them all.</summary>
    private const int LargestGroup = 4000;

    private readonly PersonTable table;
    private readonly KeyTable keys;
    private readonly HashSet<int> removed = [];
    private readonly Stack<int> free = [];

    /// <summary>Makes an index.</summary>
    /// <param name="table">The list, the index's own from now on.</param>
    /// <param name="model">What was learnt from records like these, or nothing to go by how often values occur.</param>
    public PersonIndex(PersonTable table, LinkageModel? model = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        this.table = table;
        table.LearnRarity();
        Model = model ?? Learner.Expect(table);
        NameTies.Learn(
            table,
            Field.Find(table.Fields, FieldKind.GivenName),
            Field.Find(table.Fields, FieldKind.FamilyName)
        );
        var entries = new List<ulong>(table.Count * 9);
        var (row, found) = (new Value?[table.Fields.Count], new List<uint>());
        for (var person = 0; person < table.Count; person++)
        {
            KeysOf(person, row, found);
            foreach (var key in found)
                entries.Add(KeyTable.Entry(key, person));
        }

        keys = new(entries);
    }

    /// <summary>How much agreements say.</summary>
    public LinkageModel Model { get; }

    /// <summary>How many people are in it.</summary>
    public int Count => table.Count - removed.Count - free.Count;

    /// <summary>Adds a person.</summary>
    /// <param name="row">A text for each field, empty or nothing where it is not known.</param>
    /// <returns>The number by which the person is found; it may be that of one removed earlier.</returns>
    public int Add(IReadOnlyList<string?> row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (keys.IsDue)
            Compact();
        if (free.TryPop(out var person))
            table.Set(person, row);
        else
        {
            person = table.Count;
            table.Add(row);
        }

        var found = new List<uint>();
        KeysOf(person, new Value?[table.Fields.Count], found);
        foreach (var key in found)
            keys.Add(key, person);
        return person;
    }

    /// <summary>Removes a person; what nobody else has is forgotten.</summary>
    public void Remove(int person)
    {
        if (!removed.Add(person))
            return;
        table.Clear(person);
        if (removed.Count >= KeyTable.MostAdded)
            Compact();
    }

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
        var group = new List<int>();
        foreach (var key in wantedKeys)
        {
            group.Clear();
            keys.Find(key, LargestGroup, group);
            foreach (var person in group)
            {
                if (!met.Add(person) || removed.Contains(person))
                    continue;
                var bits = weigher.Weigh(row, table, person).Bits;
                if (best.Count < most)
                    best.Enqueue(new(person, bits), bits);
                else if (bits > best.Peek().Bits)
                    best.EnqueueDequeue(new(person, bits), bits);
            }
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

    private void KeysOf(int person, Value?[] row, List<uint> found)
    {
        table.Copy(person, row);
        found.Clear();
        SearchKeys.OfPerson(table.Fields, row, found);
    }

    private void Compact()
    {
        var gone = new bool[table.Count];
        foreach (var person in removed)
        {
            gone[person] = true;
            free.Push(person);
        }

        keys.Compact(gone);
        removed.Clear();
    }
}
