namespace Moothall.Matching;

/// <summary>Which forenames are forms of each other, such as Robert and Bob.</summary>
public static class Nicknames
{
    private static readonly Dictionary<string, HashSet<string>> Forms = Read();

    /// <summary>Whether there are other forms of a name, or of one of several.</summary>
    internal static bool Knows(string name) =>
        Forms.ContainsKey(name)
        || name.Contains(' ', StringComparison.Ordinal) && name.Split(' ').Any(Forms.ContainsKey);

    /// <summary>The other forms of a name.</summary>
    internal static IEnumerable<string> Of(string name) =>
        Forms.TryGetValue(name, out var forms) ? forms : [];

    /// <summary>Whether one is a form of the other, or one of several is of one of the other's; in small letters.</summary>
    public static bool Related(string left, string right) =>
        left.Contains(' ', StringComparison.Ordinal)
        || right.Contains(' ', StringComparison.Ordinal)
            ? left.Split(' ').Any(one => right.Split(' ').Any(other => IsForm(one, other)))
            : IsForm(left, right);

    private static bool IsForm(string left, string right) =>
        Forms.TryGetValue(left, out var forms) && forms.Contains(right);

    private static Dictionary<string, HashSet<string>> Read()
    {
        using var stream = typeof(Nicknames).Assembly.GetManifestResourceStream("nicknames.txt")!;
        using var reader = new StreamReader(stream);
        var forms = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            var names = line.Split(' ');
            foreach (var shortForm in names.Skip(1))
            {
                Add(forms, names[0], shortForm);
                Add(forms, shortForm, names[0]);
            }
        }

        return forms;
    }

    private static void Add(Dictionary<string, HashSet<string>> forms, string name, string form)
    {
        if (!forms.TryGetValue(name, out var known))
            forms[name] = known = new(StringComparer.Ordinal);
        known.Add(form);
    }
}
