namespace Moothall.Matching;

/// <summary>
/// The keys of <see cref="PersonIndex"/>. Each is of two fields, or of one that few people share, so that few have to be
/// weighed; there are enough of them that a person is found though two fields are wrong or unknown.
/// </summary>
internal static class SearchKeys
{
    private const int Names = 1;
    private const int NameAndBirth = 2;
    private const int NameAndHome = 3;
    private const int Alone = 10;

    public static void OfPerson(
        IReadOnlyList<Field> fields,
        ReadOnlySpan<Value?> row,
        ICollection<uint> keys
    ) =>
        Add(
            fields,
            row,
            keys,
            Parts(fields, row, FieldKind.GivenName),
            Parts(fields, row, FieldKind.FamilyName),
            []
        );

    /// <summary>The same with the names exchanged, with other forms of the forename, and with day and month exchanged.</summary>
    public static void OfWanted(
        IReadOnlyList<Field> fields,
        ReadOnlySpan<Value?> row,
        ICollection<uint> keys
    )
    {
        var given = Parts(fields, row, FieldKind.GivenName);
        var family = Parts(fields, row, FieldKind.FamilyName);
        var forms = given.SelectMany(Nicknames.Of).Distinct(StringComparer.Ordinal).ToList();
        Add(fields, row, keys, given, family, forms);
        Add(fields, row, keys, family, given, []);
    }

    private static void Add(
        IReadOnlyList<Field> fields,
        ReadOnlySpan<Value?> row,
        ICollection<uint> keys,
        IReadOnlyList<string> given,
        IReadOnlyList<string> family,
        IReadOnlyList<string> forms
    )
    {
        var givenSounds = given
            .Concat(forms)
            .Select(Keys.Sound)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var familySounds = family.Select(Keys.Sound).Distinct(StringComparer.Ordinal).ToList();
        foreach (var surname in familySounds)
        foreach (var forename in givenSounds)
            keys.Add(Hash(surname, forename, Names));
        for (var field = 0; field < fields.Count; field++)
        {
            if (row[field] is not { } value)
                continue;
            switch (fields[field].Kind)
            {
                case FieldKind.Date:
                    keys.Add(Hash(value.Text, "", Alone + field));
                    AddWith(
                        keys,
                        givenSounds,
                        familySounds,
                        Keys.Sorted(value.Text),
                        NameAndBirth + 100
                    );
                    AddWith(
                        keys,
                        givenSounds,
                        familySounds,
                        value.Text.Length == 8 ? value.Text[..4] : value.Text,
                        NameAndBirth
                    );
                    break;
                case FieldKind.Postcode
                or FieldKind.Address
                or FieldKind.Email
                or FieldKind.Phone
                or FieldKind.Identifier:
                    keys.Add(Hash(value.Text, "", Alone + field));
                    break;
                case FieldKind.Place:
                    AddWith(keys, givenSounds, familySounds, value.Text, NameAndHome);
                    break;
            }
        }
    }

    private static void AddWith(
        ICollection<uint> keys,
        IReadOnlyList<string> givenSounds,
        IReadOnlyList<string> familySounds,
        string other,
        int role
    )
    {
        foreach (var sound in givenSounds)
            keys.Add(Hash(sound, other, role));
        foreach (var sound in familySounds)
            keys.Add(Hash(sound, other, role + 1000));
    }

    private static List<string> Parts(
        IReadOnlyList<Field> fields,
        ReadOnlySpan<Value?> row,
        FieldKind kind
    )
    {
        for (var field = 0; field < fields.Count; field++)
            if (fields[field].Kind == kind && row[field] is { } value)
                return
                [
                    .. value
                        .Text.Split(' ')
                        .Prepend(value.Text)
                        .Where(part => part.Length > 0)
                        .Distinct(StringComparer.Ordinal),
                ];
        return [];
    }

    private static uint Hash(string first, string second, int role)
    {
        var hash = Keys.Hash(first, role) * 31 + Keys.Hash(second, 0);
        return (uint)(hash ^ (hash >> 32));
    }
}
