using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Data;
using Moothall.Platform.Spelling;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>
/// Finds kept addresses and telephone numbers in a text before it leaves the product: a safe address reaches the person it is
/// kept from mostly because somebody wrote it into free text.
/// </summary>
public sealed partial class ProtectedText(MoothallDb db, ProtectedSeal seal)
{
    // Shorter stretches of letters stand in too many other words and places.
    private const int ShortestWithNumber = 6;
    private const int ShortestName = 8;
    private const int ShortestTelephone = 7;

    // The ways people shorten what a street is called.
    private static readonly Dictionary<string, string> Short = new(StringComparer.Ordinal)
    {
        ["road"] = "rd",
        ["street"] = "st",
        ["saint"] = "st",
        ["lane"] = "ln",
        ["avenue"] = "ave",
        ["av"] = "ave",
        ["close"] = "cl",
        ["drive"] = "dr",
        ["court"] = "ct",
        ["crescent"] = "cres",
        ["gardens"] = "gdns",
        ["grove"] = "gr",
        ["place"] = "pl",
        ["square"] = "sq",
        ["terrace"] = "ter",
    };

    /// <summary>
    /// The places of the texts that hold something kept of anybody in a case or a referral of the hub: a text about one case may
    /// tell the address of another. The values are compared and shown to nobody, so no showing is noted.
    /// </summary>
    public Task<IReadOnlyList<string>> FindAsync(
        Guid bodyId,
        IEnumerable<(string Place, string Text)> texts,
        CancellationToken cancel = default
    )
    {
        var people = HubPeople.Of(db, bodyId).Select(person => person.Id);
        return FindAsync(
            db.Set<ProtectedValue>().Where(value => people.Contains(value.PersonId)),
            texts,
            cancel
        );
    }

    /// <summary>The same of anybody in the whole partnership, for what leaves every hub: a report, a public page.</summary>
    public Task<IReadOnlyList<string>> FindAnywhereAsync(
        IEnumerable<(string Place, string Text)> texts,
        CancellationToken cancel
    ) => FindAsync(db.Set<ProtectedValue>(), texts, cancel);

    private async Task<IReadOnlyList<string>> FindAsync(
        IQueryable<ProtectedValue> among,
        IEnumerable<(string Place, string Text)> texts,
        CancellationToken cancel
    )
    {
        var kept = await among
            .Select(value => new { value.Kind, value.Sealed })
            .ToListAsync(cancel);
        var values = kept.ConvertAll(value => (value.Kind, Value: seal.Open(value.Sealed)));
        return
        [
            .. texts
                .Where(one => values.Exists(value => Holds(one.Text, value.Kind, value.Value)))
                .Select(one => one.Place),
        ];
    }

    /// <summary>Whether a text holds the value in one of its usual spellings.</summary>
    public static bool Holds(string text, ProtectedKind kind, string value)
    {
        if (kind == ProtectedKind.Telephone)
        {
            var digits = PersonRules.Telephone(value).Digits;
            return digits.Length >= ShortestTelephone
                && Numbers()
                    .Matches(text)
                    .Any(found =>
                        PersonRules
                            .Telephone(found.Value)
                            .Digits.Contains(digits, StringComparison.Ordinal)
                    );
        }

        var folded = Folded(text);
        return Parts(value).Any(part => StandsIn(folded, part));
    }

    // What gives an address away: the house with its street, the name of a house, the postcode. A town alone does not.
    private static IEnumerable<string> Parts(string address)
    {
        var parts = address
            .Split(
                ['\n', ','],
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
            .Select(Folded);
        return parts.Where(
            (part, place) =>
                part.Any(char.IsDigit)
                    ? part.Length >= ShortestWithNumber
                    : place == 0 && part.Length >= ShortestName
        );
    }

    private static string Folded(string text) =>
        string.Concat(
            Words()
                .Matches(text)
                .Select(word => FoldedText.Letters(word.Value))
                .Select(word => Short.GetValueOrDefault(word, word))
        );

    // 17 Refuge Lane does not stand in 117 Refuge Lane.
    private static bool StandsIn(string text, string part)
    {
        for (
            var at = text.IndexOf(part, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(part, at + 1, StringComparison.Ordinal)
        )
        {
            var end = at + part.Length;
            var cutBefore = at > 0 && char.IsDigit(part[0]) && char.IsDigit(text[at - 1]);
            var cutAfter = end < text.Length && char.IsDigit(part[^1]) && char.IsDigit(text[end]);
            if (!cutBefore && !cutAfter)
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{Nd}'’]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();

    [GeneratedRegex(
        @"\+?[0-9][0-9\s().\-]{5,}[0-9]",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Numbers();
}
