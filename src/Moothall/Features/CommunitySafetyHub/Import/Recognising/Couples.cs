using System.Text.RegularExpressions;
using Moothall.Platform.Documents.Doubts;

namespace Moothall.Features.CommunitySafetyHub.Import.Recognising;

/// <summary>Reads two people of one family name in one cell, "Ann &amp; Bob Example" or "Mr and Mrs Example", which is asked and not guessed.</summary>
public static partial class Couples
{
    private const string Two = "two";
    private const string One = "one";

    /// <summary>The people whom a cell names; whether a couple is two is asked.</summary>
    internal static IReadOnlyList<ReadName> Of(RowValues row, string cell, PlanBook book)
    {
        var written = NameReading.People(cell);
        if (written.Count == 0 || Read(cell) is not { } couple)
        {
            return written;
        }

        var answer = row.Answered(
            book.Questions.Ask(
                "couple",
                cell,
                $"Who is “{cell}”?",
                [
                    new(Two, $"Two people: {couple.First.Full} and {couple.Second.Full}"),
                    new(One, "One person, as it is written"),
                    new(QuestionBook.LeaveOut, "Leave the rows out"),
                ],
                Two
            ),
            $"“{cell}” may be two people."
        );
        return answer == Two ? [couple.First, couple.Second]
            : answer == One ? [Together(cell, couple.Second.FamilyName)]
            : written;
    }

    private static ReadName Together(string cell, string family)
    {
        var at = cell.LastIndexOf(family, StringComparison.OrdinalIgnoreCase);
        return at > 0 ? new(cell[..at].Trim(), family) : NameReading.One(cell);
    }

    /// <summary>The two, where a cell names two people by one family name.</summary>
    public static (ReadName First, ReadName Second)? Read(string cell)
    {
        if (Titled().Match(cell) is { Success: true } titled)
        {
            var name = NameReading.One(titled.Groups["name"].Value);
            return name.GivenNames.Length > 0
                ? (name, new(titled.Groups["second"].Value, name.FamilyName))
                : (
                    new(titled.Groups["first"].Value, name.FamilyName),
                    new(titled.Groups["second"].Value, name.FamilyName)
                );
        }

        // "EXAMPLE, Ann & Bob"
        if (FamilyFirst().Match(cell) is { Success: true } turned)
        {
            var family = NameReading.Calm(turned.Groups["family"].Value);
            return (
                new(NameReading.Calm(turned.Groups["first"].Value), family),
                new(NameReading.Calm(turned.Groups["second"].Value), family)
            );
        }

        if (Plain().Match(cell) is not { Success: true } plain)
        {
            return null;
        }

        var second = NameReading.One(plain.Groups["second"].Value);
        return second.GivenNames.Length == 0
            ? null
            : (new(NameReading.Calm(plain.Groups["first"].Value), second.FamilyName), second);
    }

    [GeneratedRegex(
        @"^\s*(?<first>mr|mrs|ms|miss|mx|dr)\.?\s*(&|\+|/|\band\b)\s*(?<second>mr|mrs|ms|miss|mx|dr)\.?\s+(?<name>\p{L}.*)\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Titled();

    [GeneratedRegex(
        @"^\s*(?<family>[\p{L}'’\-\s]+),\s*(?<first>[\p{L}'’\-]+)\s*(&|\+|/|\band\b)\s*(?<second>[\p{L}'’\-]+)\s*\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex FamilyFirst();

    [GeneratedRegex(
        @"^\s*((mr|mrs|ms|miss|mx|dr)\.?\s+)?(?<first>[\p{L}'’\-]+)\s*(&|\+|/|\band\b)\s*(?<second>(\p{L}[\p{L}'’\-.]*\s+)+\p{L}[\p{L}'’\-]*)\s*\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Plain();
}
