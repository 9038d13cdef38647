using System.Linq.Expressions;
using Moothall.Matching;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>What is compared of a person.</summary>
/// <param name="Id">The row it is of.</param>
/// <param name="GivenNames">Given names, separated by spaces.</param>
/// <param name="FamilyName">Family name.</param>
/// <param name="DateOfBirth">Date of birth, or null.</param>
/// <param name="KnownAs">Other names in use.</param>
/// <param name="Address">Address; empty where it is protected, for then it is not in the row (settled 14).</param>
/// <param name="Postcode">Postcode; empty where it is protected.</param>
public sealed record ComparedPerson(
    Guid Id,
    string GivenNames,
    string FamilyName,
    DateOnly? DateOfBirth,
    string KnownAs,
    string Address,
    string Postcode
)
{
    private static readonly Expression<Func<CasePerson, ComparedPerson>> Read =
        person => new ComparedPerson(
            person.Id,
            person.GivenNames,
            person.FamilyName,
            person.DateOfBirth,
            person.KnownAs,
            person.Address,
            person.Postcode
        );

    private static readonly Func<CasePerson, ComparedPerson> ReadHere = Read.Compile();

    /// <summary>Rows as they are compared; loading them so shows nobody anything.</summary>
    public static IQueryable<ComparedPerson> Of(IQueryable<CasePerson> people) =>
        people.Select(Read);

    /// <summary>A row as it is compared.</summary>
    public static ComparedPerson Of(CasePerson person) => ReadHere(person);
}

/// <summary>How likely two rows are of one person. Only the Community Safety Team sees it, and decides.</summary>
public enum MatchStrength
{
    Possible,
    Likely,
    VeryLikely,
}

/// <summary>Two rows that may be of one person.</summary>
/// <param name="Strength">How likely it is.</param>
/// <param name="Reason">That and why, in a sentence.</param>
public sealed record KnownMatch(MatchStrength Strength, string Reason);

/// <summary>
/// Whether a person may be known to the hub already (settled 14). How likely it is the matching library says (ADR 11); what may
/// be said at all is said here: an address, a name alone or a birthday alone never makes a match.
/// </summary>
public static class KnownAlready
{
    private const double Even = 0.5;
    private const double NineInTen = 0.9;
    private const double NinetyNineInAHundred = 0.99;

    /// <summary>Whether the comparison runs at all for what has been typed so far: name and date of birth are given.</summary>
    public static bool CanRun(ComparedPerson person) =>
        person.DateOfBirth is not null
        && NormalisedName.Of(person.FamilyName).Length > 0
        && NormalisedName.Of(person.GivenNames + person.KnownAs).Length > 0;

    /// <summary>What the team is told of somebody whom the index found, or nothing.</summary>
    public static KnownMatch? Judge(ComparedPerson wanted, ComparedPerson known, KnownFind found)
    {
        if (!MayBeOne(found) || found.Why.Probability <= Even)
        {
            return null;
        }

        var strength = found.Why.Probability switch
        {
            // Twins and namesakes share everything but that one name, which no reckoning knows.
            _ when HasOtherName(found) => MatchStrength.Possible,
            >= NinetyNineInAHundred => MatchStrength.VeryLikely,
            >= NineInTen => MatchStrength.Likely,
            _ => MatchStrength.Possible,
        };
        return new(strength, KnownWords.Of(strength, wanted, known, found));
    }

    // Name and birth must both agree or nearly agree; where one name is another, the rest must be the same.
    private static bool MayBeOne(KnownFind found)
    {
        var names = new[] { found.Of(FieldKind.GivenName), found.Of(FieldKind.FamilyName) };
        var birth = found.Of(FieldKind.Date);
        return HasOtherName(found)
            ? names.Max() >= Agreement.Variant && birth == Agreement.Exact
            : birth >= Agreement.Close;
    }

    private static bool HasOtherName(KnownFind found) =>
        found.Of(FieldKind.GivenName) == Agreement.Different
        || found.Of(FieldKind.FamilyName) == Agreement.Different;
}
