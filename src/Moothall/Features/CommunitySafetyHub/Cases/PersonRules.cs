using System.Text.RegularExpressions;
using Moothall.Platform;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>A telephone number as typed, with its digits to search by.</summary>
/// <param name="AsTyped">Kept for people to read; never corrected.</param>
/// <param name="Digits">In national form without spaces, "01632960123"; foreign numbers keep their country code. Empty when there are none.</param>
/// <param name="Note">A doubt worth showing, never a refusal; null when there is none.</param>
public sealed record TelephoneNumber(string AsTyped, string Digits, string? Note);

/// <summary>What a person's row must hold (S1-5.6a), lenient where a refusal would lose what the referrer knows.</summary>
public static partial class PersonRules
{
    /// <summary>Oldest age taken for real, in years: beyond it the year is far more likely mistyped.</summary>
    public const int OldestAge = 120;

    /// <summary>What is wrong with a date of birth, or null. Today is allowed: hubs discuss newborn children.</summary>
    public static string? DateOfBirthProblem(DateOnly dateOfBirth, DateOnly today)
    {
        if (dateOfBirth > today)
        {
            return "Date of birth must not be in the future.";
        }

        return dateOfBirth < today.AddYears(-OldestAge)
            ? $"Date of birth must be {UkTime.Date(today.AddYears(-OldestAge))} or later. Check the year."
            : null;
    }

    /// <summary>Exactly one of the three must be given: a date of birth, an estimated age, or why neither is known.</summary>
    public static Verdict AgeIsGiven(
        DateOnly? dateOfBirth,
        int? estimatedAge,
        string? notKnownBecause,
        DateOnly today
    )
    {
        var because = !string.IsNullOrWhiteSpace(notKnownBecause);
        var given =
            (dateOfBirth is null ? 0 : 1) + (estimatedAge is null ? 0 : 1) + (because ? 1 : 0);
        if (given != 1)
        {
            return Verdict.No(
                given == 0
                    ? "Enter the date of birth, or an estimated age, or say why it is not known."
                    : "Enter only one of these: the date of birth, an estimated age, or why it is not known."
            );
        }

        if (dateOfBirth is { } date)
        {
            return DateOfBirthProblem(date, today) is { } problem
                ? Verdict.No(problem)
                : Verdict.Yes("The date of birth is given.");
        }

        return estimatedAge switch
        {
            < 0 or > OldestAge => Verdict.No(
                $"Estimated age must be a number from 0 to {OldestAge}."
            ),
            not null => Verdict.Yes("The age is an estimate and is shown as one."),
            null => Verdict.Yes("The date of birth is not known, and the reason is given."),
        };
    }

    /// <summary>Age in whole years on a day. Someone born on 29 February is a year older on 1 March in other years.</summary>
    public static int AgeOn(DateOnly dateOfBirth, DateOnly day)
    {
        var years = day.Year - dateOfBirth.Year;
        return (day.Month, day.Day).CompareTo((dateOfBirth.Month, dateOfBirth.Day)) < 0
            ? years - 1
            : years;
    }

    /// <summary>Reads a telephone number however it was written; an extension or a remark after the number is left out of its digits.</summary>
    public static TelephoneNumber Telephone(string typed)
    {
        var text = typed.Trim();
        // The number is the stretch with most digits: "Mum (01632) 960 123 ext 4" has its number in the middle.
        var number =
            NumberPattern()
                .Matches(text)
                .Select(m => m.Value)
                .MaxBy(v => v.Count(char.IsAsciiDigit))
            ?? "";
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        if (digits.StartsWith("00", StringComparison.Ordinal))
        {
            digits = digits[2..];
        }
        else if (!number.StartsWith('+'))
        {
            return new(text, digits, Doubt(digits, national: true));
        }

        var british = digits.StartsWith("44", StringComparison.Ordinal);
        if (british)
        {
            // "+44 (0)1632" writes the national 0 as well.
            digits = "0" + digits[2..].TrimStart('0');
        }

        return new(text, digits, Doubt(digits, british));
    }

    // Short numbers such as 101 are numbers; fewer digits are a house or an age.
    private const int FewestDigits = 3;
    private static readonly string[] NoNumber =
    [
        "none known",
        "none",
        "not known",
        "unknown",
        "no telephone",
        "no phone",
    ];

    /// <summary>Whether a line is a number, with an extension or a remark if need be, or says that none is known (S1-5.6a).</summary>
    public static bool IsTelephone(string line) =>
        Telephone(line).Digits.Length >= FewestDigits
        || NoNumber.Contains(line.Trim().TrimEnd('.').ToLowerInvariant());

    /// <summary>A British postcode as "ZZ99 1AA", or null when the text isn't shaped like one; the address keeps what was typed.</summary>
    public static string? Postcode(string? typed)
    {
        var plain = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c)))
            .ToUpperInvariant();
        return PostcodePattern().IsMatch(plain) ? $"{plain[..^3]} {plain[^3..]}" : null;
    }

    private static string? Doubt(string digits, bool national) =>
        digits.Length switch
        {
            0 => "This has no digits. It is kept as typed.",
            _ when national && (digits[0] != '0' || digits.Length is < 10 or > 11) =>
                "This is not the length of a United Kingdom number. It is kept as typed.",
            _ => null,
        };

    [GeneratedRegex(@"\+?[0-9][0-9\s().\-]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(
        @"^(GIR0AA|[A-Z]{1,2}[0-9][0-9A-Z]?[0-9][A-Z]{2})\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex PostcodePattern();
}
