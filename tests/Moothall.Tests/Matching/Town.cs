namespace Moothall.Tests.Matching;

/// <summary>
/// A small invented town, the same every time: homes of one to four, half of them under one surname, and for every other
/// person a second record with slips, a fifth of them after a move.
/// </summary>
internal sealed record Town(
    IReadOnlyList<string?[]> Rows,
    IReadOnlyList<int> Person,
    (int Left, int Right) Planted,
    int Pairs
)
{
    private static readonly string[] Given =
    [
        .. "Amelia Arthur Beth Callum Daniel Ella Farid Gareth Hannah Imran Jack Karolina Leila Megan Noah Olivia Priya Rhys Sophie Thomas Uma Victor Wendy Xavier Yasmin Zofia Aled Bethan Carys Dylan".Split(
            ' '
        ),
    ];

    private static readonly string[] Start =
    [
        "Ash",
        "Brad",
        "Crow",
        "Den",
        "Elm",
        "Fair",
        "Green",
        "Hart",
        "Kirk",
        "Lang",
    ];
    private static readonly string[] End =
    [
        "bury",
        "dale",
        "field",
        "ham",
        "ley",
        "more",
        "ton",
        "well",
        "wick",
        "wood",
    ];
    private static readonly string[] Streets =
    [
        "Mill Lane",
        "High Street",
        "Station Road",
        "Church Walk",
        "The Green",
    ];

    /// <summary>The town with two records planted in it.</summary>
    public static Town With(string?[] left, string?[] right)
    {
        var dice = new Dice();
        var rows = new List<string?[]>();
        var person = new List<int>();
        var pairs = 0;
        for (var home = 0; rows.Count < 250; home++)
        {
            var surname = Surname(dice);
            var (address, postcode) = Home(dice);
            for (var people = 1 + dice.Below(4); people > 0; people--)
            {
                string?[] row =
                [
                    Given[dice.Below(Given.Length)],
                    dice.Below(2) == 0 ? surname : Surname(dice),
                    $"{1940 + dice.Below(70)}-{1 + dice.Below(12):00}-{1 + dice.Below(28):00}",
                    address,
                    postcode,
                ];
                var number = person.Count;
                rows.Add(row);
                person.Add(number);
                if (dice.Below(2) == 0)
                    continue;
                rows.Add(Again(row, dice));
                person.Add(number);
                pairs++;
            }
        }

        rows.AddRange([left, right]);
        person.AddRange([-1, -1]);
        return new(rows, person, (rows.Count - 2, rows.Count - 1), pairs + 1);
    }

    /// <summary>Two lists: everybody's first record, and everybody's second.</summary>
    public (IReadOnlyList<int> First, IReadOnlyList<int> Second) Split()
    {
        var met = new HashSet<int>();
        var both = Enumerable.Range(0, Rows.Count).ToLookup(row => met.Add(Person[row]));
        return ([.. both[true]], [.. both[false]]);
    }

    private static string?[] Again(string?[] row, Dice dice)
    {
        string?[] again = [.. row];
        if (dice.Below(5) == 0)
            (again[3], again[4]) = Home(dice);
        var slipped = dice.Below(3);
        if (dice.Below(4) == 0)
            again[slipped] = Slip(again[slipped]!, dice);
        if (dice.Below(10) == 0)
            again[2 + dice.Below(3)] = null;
        return again;
    }

    private static string Slip(string text, Dice dice)
    {
        var at = dice.Below(text.Length - 1);
        return text[..at] + text[at + 1] + text[at] + text[(at + 2)..];
    }

    private static string Surname(Dice dice) => Start[dice.Below(10)] + End[dice.Below(10)];

    private static (string Address, string Postcode) Home(Dice dice) =>
        (
            $"{1 + dice.Below(90)} {Streets[dice.Below(5)]}",
            $"ZZ99 {dice.Below(10)}{(char)('A' + dice.Below(8))}{(char)('A' + dice.Below(8))}"
        );

    private sealed class Dice
    {
        private uint state = 2463534242;

        public int Below(int sides)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            return (int)(state % (uint)sides);
        }
    }
}
