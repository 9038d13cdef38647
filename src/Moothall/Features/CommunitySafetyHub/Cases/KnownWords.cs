using Moothall.Matching;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>
/// Says in plain words why two rows may be of one person. The words are kept, so no name and no date stands in them: a correction
/// or the disposal of a person would leave it behind.
/// </summary>
internal static class KnownWords
{
    /// <summary>From so many bits on, a value is called rare, or common.</summary>
    private const double Telling = 2;

    /// <summary>The sentence: how likely it is, and what of each agrees how far.</summary>
    public static string Of(
        MatchStrength strength,
        ComparedPerson wanted,
        ComparedPerson known,
        KnownFind found
    )
    {
        var lead = strength switch
        {
            MatchStrength.VeryLikely => "Very likely",
            MatchStrength.Likely => "Likely",
            _ => "Possibly",
        };
        string?[] reasons =
        [
            Birth(wanted, known, found),
            Forename(wanted, known, found),
            Surname(found),
            Home(found),
        ];
        return $"{lead}: {string.Join("; ", reasons.OfType<string>())}.";
    }

    private static string Birth(ComparedPerson wanted, ComparedPerson known, KnownFind found)
    {
        var (a, b) = (wanted.DateOfBirth!.Value, known.DateOfBirth!.Value);
        return found.Of(FieldKind.Date) switch
        {
            Agreement.Exact => "same date of birth",
            Agreement.Exchanged => "day and month of birth the other way round",
            _ when a.Month == b.Month && a.Day == b.Day => "same birthday of another year",
            _ when a.Year == b.Year && a.Month == b.Month =>
                "same year and month of birth, another day",
            _ when a.Year == b.Year && a.Day == b.Day =>
                "same year and day of birth, another month",
            _ => "nearly the same date of birth",
        };
    }

    private static string Forename(ComparedPerson wanted, ComparedPerson known, KnownFind found)
    {
        var (mine, theirs) = (
            found.WantedName,
            found.KnownByOther ? known.KnownAs : known.GivenNames
        );
        var byOther = found.KnownByOther || found.WantedName != wanted.GivenNames;
        return found.Of(FieldKind.GivenName) switch
        {
            Agreement.Exact => (
                byOther ? "forename of one is what the other is known as" : "same forename"
            ) + Rarity(found, FieldKind.GivenName),
            Agreement.Exchanged => "forename and surname the other way round",
            Agreement.Variant when HaveOneInCommon(mine, theirs) => "one forename in common",
            Agreement.Variant => "two forms of one forename",
            Agreement.Close => "forename spelt nearly the same",
            Agreement.Similar when IsInitial(mine) || IsInitial(theirs) =>
                "forename agrees with an initial",
            Agreement.Similar => "similar forename",
            _ => "different forename, as twins have",
        };
    }

    private static string? Surname(KnownFind found) =>
        found.Of(FieldKind.FamilyName) switch
        {
            // Said with the forename.
            _ when found.Of(FieldKind.GivenName) == Agreement.Exchanged => null,
            Agreement.Exact => "same surname" + Rarity(found, FieldKind.FamilyName),
            Agreement.Variant => "surnames share a part",
            Agreement.Close => "surname spelt nearly the same",
            Agreement.Similar => "similar surname",
            _ => "different surname, as after a marriage",
        };

    private static string? Home(KnownFind found)
    {
        var (address, postcode) = (found.Of(FieldKind.Address), found.Of(FieldKind.Postcode));
        return (address, postcode) switch
        {
            (Agreement.Exact, not Agreement.Different) => "same address",
            (>= Agreement.Similar, not Agreement.Different) => "nearly the same address",
            (_, Agreement.Exact) => "same postcode",
            (Agreement.Missing, Agreement.Missing) => null,
            (Agreement.Different, _) or (_, Agreement.Different) =>
                "another address, so may have moved house",
            _ => null,
        };
    }

    private static string Rarity(KnownFind found, FieldKind kind) =>
        found.Why.Fields.First(evidence => evidence.Field.Kind == kind).RarityBits switch
        {
            >= Telling => ", a rare one",
            <= -Telling => ", a common one",
            _ => "",
        };

    private static bool HaveOneInCommon(string mine, string theirs) =>
        Parts(mine).Intersect(Parts(theirs)).Any();

    private static IEnumerable<string> Parts(string names) =>
        names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(NormalisedName.Of);

    private static bool IsInitial(string name) => NormalisedName.Of(name).Length == 1;
}
