using System.Globalization;
using Moothall.Features.CommunitySafetyHub.Cases;

namespace Moothall.Tests.Features.CommunitySafetyHub.Cases;

[Rule("S1-5.6a")]
public class PersonRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("2026-11-24", null)] // newborn
    [InlineData("2026-11-25", "in the future")]
    [InlineData("1906-11-24", null)] // 120 today
    [InlineData("1906-11-23", "24 November 1906 or later")]
    [InlineData("1896-11-24", "24 November 1906 or later")] // 130
    public void A_date_of_birth_is_believable(string date, string? says)
    {
        var problem = PersonRules.DateOfBirthProblem(
            DateOnly.Parse(date, CultureInfo.InvariantCulture),
            Today
        );
        Assert.Equal(says is null, problem is null);
        Assert.Contains(says ?? "", problem ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, null, null, true)]
    [InlineData(false, 40, null, true)]
    [InlineData(false, 0, null, true)]
    [InlineData(false, null, "Gave no date to the officer", true)]
    [InlineData(false, null, "  ", false)]
    [InlineData(false, null, null, false)]
    [InlineData(true, 40, null, false)]
    [InlineData(true, null, "unknown", false)]
    [InlineData(false, 121, null, false)]
    [InlineData(false, -1, null, false)]
    public void Exactly_one_account_of_age(bool dated, int? estimate, string? because, bool allowed)
    {
        DateOnly? date = dated ? new(1990, 2, 28) : null;
        var verdict = PersonRules.AgeIsGiven(date, estimate, because, Today);
        Assert.Equal(allowed, verdict.Allowed);
        Assert.NotEmpty(verdict.Reason);
    }

    [Fact]
    public void A_bad_date_is_refused_there_too() =>
        Assert.False(PersonRules.AgeIsGiven(Today.AddDays(1), null, null, Today).Allowed);

    [Theory]
    [InlineData("2008-02-29", "2026-02-28", 17)]
    [InlineData("2008-02-29", "2026-03-01", 18)]
    [InlineData("2008-11-24", "2026-11-24", 18)]
    [InlineData("2008-11-25", "2026-11-24", 17)]
    public void Age_is_whole_years(string born, string day, int age) =>
        Assert.Equal(
            age,
            PersonRules.AgeOn(
                DateOnly.Parse(born, CultureInfo.InvariantCulture),
                DateOnly.Parse(day, CultureInfo.InvariantCulture)
            )
        );

    [Theory]
    [InlineData("01632 960 123", "01632960123", true)]
    [InlineData("(01632) 960-123", "01632960123", true)]
    [InlineData("+44 (0)1632 960123", "01632960123", true)]
    [InlineData("0044 7700 900123", "07700900123", true)]
    [InlineData("Mum 07700.900.123 (after 6)", "07700900123", true)]
    [InlineData("01632 960123 ext 204", "01632960123", true)]
    [InlineData("01632 960123 / 07700 900123", "01632960123", true)]
    [InlineData("+353 1 496 0123", "35314960123", true)]
    [InlineData("960123", "960123", false)]
    [InlineData("ask the school", "", false)]
    [InlineData("", "", false)]
    public void Telephones_are_kept_as_typed_with_digits_to_search_by(
        string typed,
        string digits,
        bool sure
    )
    {
        var number = PersonRules.Telephone(typed);
        Assert.Equal(typed, number.AsTyped);
        Assert.Equal(digits, number.Digits);
        Assert.Equal(sure, number.Note is null);
    }

    [Theory]
    [InlineData("zz991aa", "ZZ99 1AA")]
    [InlineData(" W s11 1 lg ", "WS11 1LG")]
    [InlineData("M1 1AE", "M1 1AE")]
    [InlineData("EC1A1BB", "EC1A 1BB")]
    [InlineData("near the park", null)]
    [InlineData("12345", null)]
    [InlineData(null, null)]
    public void Postcodes_are_written_one_way(string? typed, string? expected) =>
        Assert.Equal(expected, PersonRules.Postcode(typed));

    [Theory]
    [InlineData("O’Brien", "obrien")]
    [InlineData("O BRIEN", "obrien")]
    [InlineData("Smith‑Jones", "smithjones")]
    [InlineData("Łukasz Wójcik", "lukaszwojcik")]
    [InlineData("Straße", "strasse")]
    [InlineData("ＡＢＣ", "abc")]
    [InlineData("مُحَمَّد", "محمد")]
    [InlineData("王小明", "王小明")]
    [InlineData("Ольга", "ольга")]
    [InlineData("ad\ud800am", "adam")]
    [InlineData(null, "")]
    public void Names_compare_whatever_their_dress(string? name, string expected) =>
        Assert.Equal(expected, NormalisedName.Of(name));

    [Fact]
    public void A_double_name_is_found_by_either_part() =>
        Assert.Equal(["smith", "obrien", "lee"], NormalisedName.Parts("Smith-O'Brien Lee"));
}
