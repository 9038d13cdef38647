namespace Moothall.Bench.Matching;

/// <summary>What a partner writes of a person, with up to two of the faults that referrals have.</summary>
/// <param name="Person">Who is meant: a row of the population.</param>
/// <param name="Wanted">What is written.</param>
/// <param name="Faults">What is wrong with it.</param>
internal sealed record Referral(int Person, string?[] Wanted, IReadOnlyList<string> Faults)
{
    private const int Given = 0;
    private const int Family = 1;
    private const int Born = 2;
    private const int Address = 3;
    private const int Postcode = 4;

    /// <summary>How many of a hundred referrals have each; a fault that would leave a third is not made.</summary>
    private static readonly (string Name, int Percent)[] Known =
    [
        ("slip in the forename", 12),
        ("slip in the surname", 12),
        ("short form of the forename", 10),
        ("initial only", 2),
        ("names exchanged", 3),
        ("day and month exchanged", 4),
        ("slip in the date", 8),
        ("no date", 8),
        ("moved house", 15),
        ("no address", 8),
        ("slip in the postcode", 6),
    ];

    /// <summary>Writes a referral of somebody.</summary>
    public static Referral Of(
        Population people,
        int person,
        Dice dice,
        ILookup<string, string> shortForms
    )
    {
        string?[] wanted = [.. people.Rows[person]];
        var faults = new List<string>();
        foreach (var (name, percent) in Known)
            if (
                dice.Below(100) < percent
                && faults.Count < 2
                && Make(name, wanted, people, dice, shortForms)
            )
                faults.Add(name);
        return new(person, wanted, faults);
    }

    private static bool Make(
        string fault,
        string?[] wanted,
        Population people,
        Dice dice,
        ILookup<string, string> shortForms
    )
    {
        switch (fault)
        {
            case "slip in the forename":
                wanted[Given] = Slip(wanted[Given]!, dice);
                return true;
            case "slip in the surname":
                wanted[Family] = Slip(wanted[Family]!, dice);
                return true;
            case "short form of the forename":
                var forms = shortForms[wanted[Given]!.ToLowerInvariant()].ToList();
                if (forms.Count == 0)
                    return false;
                wanted[Given] = dice.Of(forms);
                return true;
            case "initial only":
                wanted[Given] = wanted[Given]![..1];
                return true;
            case "names exchanged":
                (wanted[Given], wanted[Family]) = (wanted[Family], wanted[Given]);
                return true;
            case "day and month exchanged":
                var date = wanted[Born]!;
                wanted[Born] = $"{date[..4]}-{date[8..]}-{date[5..7]}";
                return true;
            case "slip in the date":
                wanted[Born] = WrongDigit(wanted[Born]!, dice);
                return true;
            case "no date" when wanted[Born] is not null:
                wanted[Born] = null;
                return true;
            // A name alone means nobody in particular.
            case "moved house" when wanted[Born] is not null:
                (wanted[Address], wanted[Postcode]) = people.NewHome();
                return true;
            case "no address" when wanted[Born] is not null:
                wanted[Address] = wanted[Postcode] = null;
                return true;
            case "slip in the postcode" when wanted[Postcode] is { } postcode:
                wanted[Postcode] = Slip(postcode, dice);
                return true;
            default:
                return false;
        }
    }

    /// <summary>A letter left out, doubled, replaced, or exchanged with the next.</summary>
    private static string Slip(string text, Dice dice)
    {
        if (text.Length < 2)
            return text + text;
        var at = dice.Below(text.Length - 1);
        return dice.Below(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, text[at].ToString()),
            2 => text[..at] + (char)('a' + dice.Below(26)) + text[(at + 1)..],
            _ => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
        };
    }

    private static string WrongDigit(string date, Dice dice)
    {
        var at = dice.Of([2, 3, 5, 6, 8, 9]);
        return date[..at] + (char)('0' + dice.Below(10)) + date[(at + 1)..];
    }
}
