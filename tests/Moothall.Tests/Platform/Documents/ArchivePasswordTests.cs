using FsCheck;
using FsCheck.Fluent;
using Moothall.Platform.Documents;

namespace Moothall.Tests.Platform.Documents;

[Rule("S1-7.2i")]
public sealed class ArchivePasswordTests
{
    [Fact]
    public void Made_passwords_keep_the_rules_and_have_no_letters_that_look_alike()
    {
        var made = Enumerable.Range(0, 2000).Select(_ => ArchivePassword.Generate()).ToList();
        Assert.All(
            made,
            password =>
            {
                Assert.True(ArchivePassword.MeetsPolicy(password, out var reason), reason);
                Assert.Matches(
                    "^[2-9A-HJ-NP-Za-km-np-z]{4}(-[2-9A-HJ-NP-Za-km-np-z]{4}){3}$",
                    password
                );
            }
        );
        Assert.Equal(made.Count, made.Distinct().Count());

        // Every sign that may stand in a password does.
        Assert.Equal(56 + 1, made.SelectMany(password => password).Distinct().Count());
    }

    [Theory]
    [InlineData("Ktrm-7QpX-4hDw", "")]
    [InlineData("Ktrm-7QpX-4hD", "Use at least 14 characters.")]
    [InlineData("", "Use at least 14 characters.")]
    [InlineData("ktrm-7qpx-4hdw", "Use at least one capital letter.")]
    [InlineData("KTRM-7QPX-4HDW", "Use at least one small letter.")]
    [InlineData("Ktrm-QQpX-QhDw", "Use at least one number.")]
    public void Password_needs_length_capitals_small_letters_and_numbers(
        string password,
        string reason
    )
    {
        Assert.Equal(reason.Length == 0, ArchivePassword.MeetsPolicy(password, out var given));
        Assert.Equal(reason, given);
    }

    [Theory]
    [InlineData("Ktrm-7QpX-4hDwé")]
    [InlineData("Ktrm 7QpX 4hDw 22")]
    [InlineData("Ktrm-7QpX-4hDw\n")]
    [InlineData("٣Ktrm-QQpX-QhDw")]
    public void Signs_that_do_not_open_everywhere_are_refused(string password) =>
        Assert.False(ArchivePassword.MeetsPolicy(password, out _));

    [Fact]
    public void Password_can_be_read_out_by_telephone()
    {
        Assert.Equal(
            "capital K as in kilo, t as in tango, seven, hyphen, capital Q as in quebec, x as in x-ray",
            ArchivePassword.Spell("Kt7-Qx")
        );
        Prop.ForAll<int>(_ =>
            {
                var password = ArchivePassword.Generate();
                return Heard(ArchivePassword.Spell(password)) == password;
            })
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("2026-03-28T12:00:00Z", "2026-03-01")]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-01")] // last second of winter time
    [InlineData("2026-03-29T01:00:00Z", "2026-03-01")]
    [InlineData("2026-03-31T22:59:59Z", "2026-03-01")]
    [InlineData("2026-03-31T23:00:00Z", "2026-04-01")]
    [InlineData("2026-03-31T23:30:00Z", "2026-04-01")]
    [InlineData("2026-10-25T00:30:00Z", "2026-10-01")] // half past one, the first time
    [InlineData("2026-10-25T01:30:00Z", "2026-10-01")] // and the second
    [InlineData("2026-10-31T23:30:00Z", "2026-10-01")]
    [InlineData("2026-11-01T00:00:00Z", "2026-11-01")]
    [InlineData("2026-12-31T23:59:59Z", "2026-12-01")]
    [InlineData("2027-01-01T00:00:00Z", "2027-01-01")]
    [InlineData("2026-06-30T23:00:00Z", "2026-07-01")]
    public void Month_changes_at_midnight_in_London(string utc, string month)
    {
        var moment = DateTimeOffset
            .Parse(utc, System.Globalization.CultureInfo.InvariantCulture)
            .UtcDateTime;
        Assert.Equal(
            DateOnly.Parse(month, System.Globalization.CultureInfo.InvariantCulture),
            ArchivePassword.MonthOf(moment)
        );
    }

    [Fact]
    public void Moment_that_is_not_UTC_is_a_fault() =>
        Assert.Throws<ArgumentException>(() =>
            ArchivePassword.MonthOf(new DateTime(2026, 4, 1, 0, 30, 0, DateTimeKind.Local))
        );

    // What someone with a pencil writes down.
    private static string Heard(string spoken)
    {
        string[] numbers =
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
        ];
        return string.Concat(
            spoken
                .Split(", ")
                .Select(words =>
                    words == "hyphen" ? "-"
                    : words.StartsWith("capital ", StringComparison.Ordinal) ? words[8..9]
                    : Array.IndexOf(numbers, words) is >= 0 and var number
                        ? number.ToString(System.Globalization.CultureInfo.InvariantCulture)
                    : words[..1]
                )
        );
    }
}
