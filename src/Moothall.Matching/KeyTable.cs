namespace Moothall.Matching;

/// <summary>
/// Who has which key: two sorted arrays, and beside them what was added since. What was added is sorted in when it has become
/// much, and who was removed is left out then; that takes time by the length of the arrays, not more.
/// </summary>
internal sealed class KeyTable
{
    /// <summary>So much is added, or so many removed, before the arrays are written anew.</summary>
    public const int MostAdded = 50_000;

    private readonly Dictionary<uint, List<int>> added = [];
    private uint[] keys;
    private int[] people;
    private int addedCount;

    /// <summary>Makes a table of entries, each a key and below it a person.</summary>
    public KeyTable(List<ulong> entries)
    {
        entries.Sort();
        keys = new uint[entries.Count];
        people = new int[entries.Count];
        for (var index = 0; index < entries.Count; index++)
            (keys[index], people[index]) = ((uint)(entries[index] >> 32), (int)entries[index]);
    }

    /// <summary>Whether so much was added that <see cref="Compact"/> is due.</summary>
    public bool IsDue => addedCount >= MostAdded;

    public static ulong Entry(uint key, int person) => ((ulong)key << 32) | (uint)person;

    public void Add(uint key, int person)
    {
        if (!added.TryGetValue(key, out var list))
            added[key] = list = [];
        list.Add(person);
        addedCount++;
    }

    /// <summary>Adds to a list who has a key; nobody where more than so many have it.</summary>
    public void Find(uint key, int most, List<int> found)
    {
        var start = First(key);
        var end = start;
        while (end < keys.Length && keys[end] == key && end - start <= most)
            end++;
        var since = added.GetValueOrDefault(key);
        if (end - start + (since?.Count ?? 0) > most)
            return;
        found.AddRange(people.AsSpan(start, end - start));
        if (since is not null)
            found.AddRange(since);
    }

    /// <summary>Sorts in what was added and leaves out who was removed.</summary>
    /// <param name="removed">For each person whether they were removed.</param>
    public void Compact(bool[] removed)
    {
        var fresh = added
            .SelectMany(pair => pair.Value.Select(person => Entry(pair.Key, person)))
            .Where(entry => !removed[(int)entry])
            .ToArray();
        Array.Sort(fresh);
        var kept = people.Length - people.Count(person => removed[person]);
        var (newKeys, newPeople) = (new uint[kept + fresh.Length], new int[kept + fresh.Length]);
        var (old, next) = (0, 0);
        for (var index = 0; index < newKeys.Length; index++)
        {
            while (old < people.Length && removed[people[old]])
                old++;
            var isOld =
                next == fresh.Length
                || (old < keys.Length && Entry(keys[old], people[old]) < fresh[next]);
            var entry = isOld ? Entry(keys[old], people[old++]) : fresh[next++];
            (newKeys[index], newPeople[index]) = ((uint)(entry >> 32), (int)entry);
        }

        (keys, people) = (newKeys, newPeople);
        added.Clear();
        addedCount = 0;
    }

    private int First(uint key)
    {
        var (low, high) = (0, keys.Length);
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
