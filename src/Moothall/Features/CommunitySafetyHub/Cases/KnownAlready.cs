using Moothall.Platform.Spelling;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>What is compared of a person.</summary>
/// <param name="Forenames">Forenames, separated by spaces.</param>
/// <param name="Surname">Surname.</param>
/// <param name="DateOfBirth">Date of birth, or null.</param>
/// <param name="KnownAs">Other names in use.</param>
/// <param name="Protected">Name or date of birth is a protected value, which takes no part.</param>
public sealed record ComparedPerson(
    string Forenames,
    string Surname,
    DateOnly? DateOfBirth,
    string KnownAs = "",
    bool Protected = false
);

/// <summary>How strongly two rows look like one person. Only the Community Safety Team sees it, and decides.</summary>
public enum MatchStrength
{
    None,
    Possible,
    Likely,
    Strong,
}

/// <summary>The comparison of two rows.</summary>
/// <param name="Strength">How strongly they look alike.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record KnownMatch(MatchStrength Strength, string Reason);

/// <summary>
/// Asks whether a person may be known to the hub already (settled question 14). Both name and date of birth must be given and must
/// both agree or nearly agree: an address, a telephone number, a name alone or a birthday alone never makes a match.
/// </summary>
public static class KnownAlready
{
    /// <summary>Words at least this alike count as one name misspelt.</summary>
    private const double Alike = 0.9;

    /// <summary>Whether the comparison runs at all for what has been typed so far.</summary>
    public static bool CanRun(ComparedPerson person) =>
        !person.Protected
        && person.DateOfBirth is not null
        && NormalisedName.Of(person.Surname).Length > 0
        && NormalisedName.Of(person.Forenames + person.KnownAs).Length > 0;

    public static KnownMatch Compare(ComparedPerson a, ComparedPerson b)
    {
        if (!CanRun(a) || !CanRun(b))
        {
            return new(
                MatchStrength.None,
                "Not compared: a name and a date of birth are needed on both."
            );
        }

        var (birth, birthWords) = BirthScore(a.DateOfBirth!.Value, b.DateOfBirth!.Value);
        var (name, nameWords) = NameScore(a, b);
        if (birth == 0 || name == 0)
        {
            return new(MatchStrength.None, $"Not a match: {nameWords}, {birthWords}.");
        }

        var strength = (name + birth) switch
        {
            6 => MatchStrength.Strong,
            5 => MatchStrength.Likely,
            _ => MatchStrength.Possible,
        };
        return new(strength, $"{strength} match: {nameWords}, {birthWords}.");
    }

    private static (int Score, string Words) BirthScore(DateOnly a, DateOnly b)
    {
        if (a == b)
        {
            return (3, "same date of birth");
        }

        if (a.Year == b.Year && a.Month == b.Day && a.Day == b.Month)
        {
            return (2, "day and month of birth the other way round");
        }

        var (left, right) = ($"{a:yyyyMMdd}", $"{b:yyyyMMdd}");
        return left.Zip(right).Count(p => p.First != p.Second) == 1
            ? (2, "date of birth differs in one digit")
            : (0, "different date of birth");
    }

    private static (int Score, string Words) NameScore(ComparedPerson a, ComparedPerson b)
    {
        var (surnameA, surnameB) = (NormalisedName.Of(a.Surname), NormalisedName.Of(b.Surname));
        var (forenames, forenameWords) = Forenames(a, b);
        if (string.Equals(surnameA, surnameB, StringComparison.Ordinal))
        {
            return forenames switch
            {
                2 => (3, $"same surname, {forenameWords}"),
                1 => (2, $"same surname, {forenameWords}"),
                _ => (0, $"same surname but {forenameWords}"),
            };
        }

        var swapped =
            string.Equals(surnameA, NormalisedName.Of(b.Forenames), StringComparison.Ordinal)
            && string.Equals(surnameB, NormalisedName.Of(a.Forenames), StringComparison.Ordinal);
        if (swapped)
        {
            return (2, "forename and surname the other way round");
        }

        var near =
            JaroWinkler.Similarity(surnameA, surnameB) >= Alike
            || NormalisedName
                .Parts(a.Surname)
                .Intersect(NormalisedName.Parts(b.Surname), StringComparer.Ordinal)
                .Any();
        return near && forenames > 0
            ? (forenames, $"similar surname, {forenameWords}")
            : (0, near ? $"similar surname but {forenameWords}" : "different surname");
    }

    /// <summary>2 same, 1 near, 0 different. Known-as names count as forenames.</summary>
    private static (int Score, string Words) Forenames(ComparedPerson a, ComparedPerson b)
    {
        var (left, right) = (NormalisedName.Parts(a.Forenames), NormalisedName.Parts(b.Forenames));
        if (left.Count > 0 && right.Count > 0 && Same(left[0], right[0]))
        {
            return (2, "same forename");
        }

        string[] allLeft = [.. left, .. NormalisedName.Parts(a.KnownAs)];
        string[] allRight = [.. right, .. NormalisedName.Parts(b.KnownAs)];
        if (allLeft.Intersect(allRight, StringComparer.Ordinal).Any(p => p.Length > 1))
        {
            return (1, "a forename or known-as name in common");
        }

        if (allLeft.Any(l => allRight.Any(r => InitialOf(l, r) || InitialOf(r, l))))
        {
            return (1, "forename agrees with an initial");
        }

        return allLeft.Any(l => allRight.Any(r => JaroWinkler.Similarity(l, r) >= Alike))
            ? (1, "similar forename")
            : (0, "different forename");
    }

    private static bool InitialOf(string initial, string name) =>
        initial.Length == 1 && name.StartsWith(initial[0]);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
