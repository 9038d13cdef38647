namespace Moothall.Bench.Matching;

/// <summary>Common names by country, from the public lists, the commonest first.</summary>
internal sealed class CommonNames
{
    private static readonly string[] Beginnings =
    [
        .. "Ash Bar Beck Birch Black Brad Bram Brock Broom Burn Cart Charl Chat Clay Cliff Cob Cole Cran Crow Dal Den Dray Dun East Edge Elm Ever Fair Fern Fox Gar Glad Green Hal Hart Hath Hazel Hep Hol Horn Hux Kirk Lang Lock Marsh Mead Mil Nether Nor Oak Over Pem Pick Prest Rad Red Rock Rush Sed Shel Stan Stock Sut Swin Thorn Under Wake Wal West Wex Whit Wil Win Wood Wor Wyn Yar".Split(
            ' '
        ),
    ];

    private static readonly string[] Endings =
    [
        .. "ard bank beck bourne brook burn bury by cott croft dale den don er ers field ford gate grove ham hill hurst ing ington land lett ley ling low man mere more ner ney over ridge shaw side son sted stone stow ton wald wall water way well wick wood worth yard".Split(
            ' '
        ),
    ];

    /// <summary>Some four thousand made of the parts that English surnames are made of.</summary>
    public static IReadOnlyList<string> InventedSurnames { get; } =
    [.. Beginnings.SelectMany(start => Endings.Select(end => start + end)).OrderBy(Mixed)];

    private readonly ILookup<string, string> surnames;
    private readonly ILookup<string, string> forenames;

    public CommonNames(string folder)
    {
        surnames = Read(Path.Combine(folder, "common-surnames-by-country.csv"));
        forenames = Read(Path.Combine(folder, "common-forenames-by-country.csv"));
        BritishSurnames = [.. Surnames("GB"), .. InventedSurnames];
        var fullNames = CsvFile.Read(Path.Combine(folder, "nicknames.csv"));
        BritishForenames =
        [
            .. Forenames("GB")
                .Concat(fullNames.Rows.Select(row => Capital(row[0])).Distinct().OrderBy(Mixed))
                .Distinct(),
        ];
    }

    /// <summary>The common ones and then the invented ones.</summary>
    public IReadOnlyList<string> BritishSurnames { get; }

    public IReadOnlyList<string> BritishForenames { get; }

    public IReadOnlyList<string> Surnames(string country) => [.. surnames[country].Distinct()];

    public IReadOnlyList<string> Forenames(string country) => [.. forenames[country].Distinct()];

    private static ILookup<string, string> Read(string path)
    {
        var file = CsvFile.Read(path);
        return file.Rows.ToLookup(row => row[0], row => file.Cell(row, "Romanized Name"));
    }

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>An order that has nothing to do with the alphabet and is the same every time.</summary>
    private static uint Mixed(string name) =>
        name.Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619u);
}
