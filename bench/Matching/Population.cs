using System.Globalization;
using Moothall.Matching;

namespace Moothall.Bench.Matching;

/// <summary>
/// Invented people in homes of one to five, most of them under one surname, four in five with British names, the others with
/// names of fifteen other countries.
/// </summary>
internal sealed class Population
{
    public static readonly Field[] Fields =
    [
        new("Forename", FieldKind.GivenName),
        new("Surname", FieldKind.FamilyName),
        new("Born", FieldKind.Date),
        new("Address", FieldKind.Address),
        new("Postcode", FieldKind.Postcode),
    ];

    private static readonly string[] Countries =
    [
        "IN",
        "BD",
        "CN",
        "VN",
        "PL",
        "RO",
        "PT",
        "TR",
        "IT",
        "IE",
        "LT",
        "AL",
        "ES",
        "FR",
        "BG",
    ];

    private static readonly string[] Streets =
    [
        "Street",
        "Road",
        "Lane",
        "Close",
        "Avenue",
        "Drive",
        "Way",
        "Gardens",
    ];

    private readonly CommonNames names;
    private readonly Dice dice;

    /// <summary>Makes people.</summary>
    /// <param name="names">The names to choose from.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">Where chance begins.</param>
    public Population(CommonNames names, int count, ulong seed)
    {
        this.names = names;
        dice = new(seed);
        var rows = new List<string?[]>(count);
        var homes = new List<int>(count);
        for (var home = 0; rows.Count < count; home++)
        {
            var country = dice.OneIn(5) ? dice.Of(Countries) : null;
            var surname = Surname(country);
            var (address, postcode) = NewHome();
            for (
                var people = 1 + dice.Below(dice.OneIn(3) ? 5 : 3);
                people > 0 && rows.Count < count;
                people--
            )
            {
                rows.Add([
                    Forename(country),
                    dice.OneIn(3) ? Surname(country) : surname,
                    Birth(),
                    address,
                    postcode,
                ]);
                homes.Add(home);
            }
        }

        (Rows, Homes) = (rows, homes);
    }

    private Population(Population other, IReadOnlyList<string?[]> rows)
    {
        (names, dice, Homes, Rows) = (other.names, new(5), other.Homes, rows);
    }

    public IReadOnlyList<string?[]> Rows { get; }

    /// <summary>For each person the number of the home.</summary>
    public IReadOnlyList<int> Homes { get; }

    /// <summary>The same people, but those of some homes under other names: who shared a surname still does.</summary>
    /// <param name="surnames">The surnames, or none to leave them.</param>
    /// <param name="forenames">The forenames of two in three of them, or none to leave them.</param>
    /// <param name="ofHome">Which homes.</param>
    public Population Under(
        IReadOnlyList<string> surnames,
        IReadOnlyList<string> forenames,
        Func<int, bool> ofHome
    )
    {
        var chance = new Dice(11);
        var chosen = new Dictionary<(int, string?), string>();
        var rows = new List<string?[]>(Rows.Count);
        for (var person = 0; person < Rows.Count; person++)
        {
            string?[] row = [.. Rows[person]];
            rows.Add(row);
            if (!ofHome(Homes[person]) || surnames.Count == 0)
                continue;
            if (!chosen.TryGetValue((Homes[person], row[1]), out var surname))
                surname = chosen[(Homes[person], row[1])] = chance.Ranked(surnames);
            row[1] = surname;
            if (forenames.Count > 0 && !chance.OneIn(3))
                row[0] = chance.Ranked(forenames);
        }

        return new(this, rows);
    }

    public (string Address, string Postcode) NewHome()
    {
        var street = dice.Below(28_000);
        var name = names.BritishSurnames[street * 7 % names.BritishSurnames.Count];
        var postcode = string.Create(
            CultureInfo.InvariantCulture,
            $"Z{(char)('A' + street % 20)}{1 + street / 20 % 20} {street / 400 % 10}{(char)('A' + street / 4000)}{(char)('A' + street % 23)}"
        );
        return ($"{1 + dice.Below(30)} {name} {Streets[street % Streets.Length]}", postcode);
    }

    private string Surname(string? country) =>
        country is null ? dice.Ranked(names.BritishSurnames) : dice.Ranked(names.Surnames(country));

    private string Forename(string? country) =>
        country is null || dice.OneIn(3)
            ? dice.Ranked(names.BritishForenames)
            : dice.Ranked(
                names.Forenames(country) is { Count: > 0 } theirs ? theirs : names.BritishForenames
            );

    private string Birth() =>
        new DateOnly(1935, 1, 1)
            .AddDays(dice.Below(75 * 365))
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
