using System.Text.RegularExpressions;
using Moothall.Platform.Documents.Doubts;
using Moothall.Platform.Documents.Outlines;
using Moothall.Platform.Spelling;

namespace Moothall.Features.Plan.Import.Reading;

/// <summary>Reads the agencies that a plan names: organisations that are known, others, and classes of agencies (C14).</summary>
internal sealed partial class AgencyWords(PlanDraft draft)
{
    private const string Keep = "words";
    private const string AsClass = "class";
    private const string Several = "several";
    private const int MostNear = 5;

    /// <summary>The agencies of a cell or of what follows a label.</summary>
    public List<ReadAgency> Read(IEnumerable<(Piece Piece, string Text)> lines, string readAs)
    {
        var found = new List<ReadAgency>();
        foreach (var (piece, text) in lines)
        {
            var named = text.Split(
                    ';',
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                )
                .SelectMany(part => Agencies(part.TrimEnd('.', ',').Trim()))
                .ToList();
            found.AddRange(named);
            draft.Mark(
                piece,
                $"{readAs}: {string.Join("; ", named.Select(NameOf).DefaultIfEmpty("none"))}"
            );
        }

        return [.. found.DistinctBy(one => FoldedText.Letters(one.Words))];
    }

    /// <summary>The organisation's name; an agency that is kept in words stands in quotation marks.</summary>
    public string NameOf(ReadAgency agency) =>
        agency.OrganisationId is { } id
            ? draft.World.Organisations.First(one => one.Id == id).Name
            : $"“{agency.Words}”";

    /// <summary>The organisation that words name or nearly name; nothing where they name none.</summary>
    public ReadAgency? Likely(string words) =>
        Known(words)
        ?? (
            !ClassWords().IsMatch(words)
            && NearAgency.Find(words, draft.World, AgencyNearness.Part) is { } near
                ? new(words, near.Id, false)
                : null
        );

    private IEnumerable<ReadAgency> Agencies(string words)
    {
        if (Nothing.Is(words) || words.Length == 0)
        {
            return [];
        }

        if (Known(words) is { } known)
        {
            return [known];
        }

        var parts = Separators()
            .Split(words)
            .Select(part => part.Trim())
            .Where(part => part.Length > 0)
            .ToList();
        // "Community Safety Team, the council" is one agency, a service and whose it is.
        var isPair = parts.Count == 2 && words.Contains(',', StringComparison.Ordinal);
        if (parts.Count > 1 && !isPair && parts.TrueForAll(part => Known(part) is not null))
        {
            return parts.Select(part => Known(part)!);
        }

        return Asked(words, parts);
    }

    private IEnumerable<ReadAgency> Asked(string words, List<string> parts)
    {
        var isClass = ClassWords().IsMatch(words);
        var likely = Likely(words, parts, isClass);
        List<QuestionChoice> choices =
        [
            .. Near(words, likely)
                .Select(one => new QuestionChoice(one.Id.ToString("N"), one.Name)),
            new(Keep, "An agency that is not in the list yet: keep the words"),
            new(AsClass, "A class of agencies: keep the words"),
        ];
        var isList =
            parts.Count > 1
            && !isClass
            && (parts.Count > 2 && IsList(words) || parts.TrueForAll(IsNear));
        if (parts.Count > 1)
        {
            choices.Add(new(Several, $"Several: {string.Join("; ", parts)}"));
        }

        var answer = draft.Ask(
            "agency",
            words,
            $"Which agency is “{words}”?",
            choices,
            likely is { } one ? one.Id.ToString("N")
                : isClass ? AsClass
                : isList ? Several
                : Keep
        );
        return answer switch
        {
            Keep => [new(words, null, false)],
            AsClass => [new(words, null, true)],
            Several => parts.SelectMany(part =>
                Known(part) is { } known ? [known]
                : IsNear(part) ? Asked(part, [])
                : [new ReadAgency(part, null, ClassWords().IsMatch(part))]
            ),
            _ => [new(words, Guid.Parse(answer), false)],
        };
    }

    // "Commissioned services" is no agency, though one is called nearly so. "Highshire Police and the NHS" is not the NHS.
    private (Guid Id, string Name)? Likely(string words, List<string> parts, bool isClass) =>
        NearAgency.Find(words, draft.World, isClass ? AgencyNearness.Whole : AgencyNearness.Part)
        ?? (
            parts.Count < 2 && !isClass
                ? NearAgency.Find(words, draft.World, AgencyNearness.More)
                : null
        );

    private bool IsNear(string part) => Likely(part) is not null;

    // "Police, fire, housing and health" is a list; "Community Safety Team, a council" and "Fire and Rescue Service" are one.
    private static bool IsList(string words)
    {
        var byComma = words.Split([',', '/'], StringSplitOptions.TrimEntries);
        return !words.Contains('(', StringComparison.Ordinal)
            && byComma.Length > 1
            && !byComma[..^1]
                .Any(part => part.Contains(" and ", StringComparison.OrdinalIgnoreCase))
            && Array.TrueForAll(
                byComma,
                part =>
                    part.Split(' ').Length <= 3
                    || part == byComma[^1] && part.Split(' ').Length <= 6
            );
    }

    private ReadAgency? Known(string words)
    {
        var key = Key(words);
        var same = draft
            .World.Organisations.Concat(draft.World.Services)
            .Where(one => Key(one.Name) == key)
            .Select(one => one.Id)
            .Distinct()
            .ToList();
        return same.Count == 1 ? new(words, same[0], false) : null;
    }

    // The likeliest, then those that share words with it, the most first.
    private List<(Guid Id, string Name)> Near(string words, (Guid Id, string Name)? likely)
    {
        var asked = Parts(words);
        return
        [
            .. draft
                .World.Organisations.Select(one =>
                    (one.Id, one.Name, Shared: Parts(one.Name).Count(asked.Contains))
                )
                .Where(one => one.Shared > 0 || one.Id == likely?.Id)
                .OrderByDescending(one => one.Id == likely?.Id)
                .ThenByDescending(one => one.Shared)
                .ThenBy(one => one.Name, StringComparer.Ordinal)
                .DistinctBy(one => one.Id)
                .Take(MostNear)
                .Select(one => (one.Id, one.Name)),
        ];
    }

    private static string Key(string name) =>
        FoldedText.Letters(name.Replace("&", " and ", StringComparison.Ordinal));

    private static HashSet<string> Parts(string name) =>
        [
            .. Spaces()
                .Split(name)
                .Select(FoldedText.Letters)
                .Where(part =>
                    part.Length > 3
                    && part
                        is not (
                            "council"
                            or "service"
                            or "services"
                            or "team"
                            or "agency"
                            or "agencies"
                            or "department"
                        )
                ),
        ];

    [GeneratedRegex(
        @"^(?!.*\b(council|police|county)\b)(.*\b(agencies|services|providers|organisations|partners|landlords|groups|schools|charities)\b|all |various|others?\b|commissioned|partners?\b|local partners|relevant|guest speakers?|schools?\b|voluntary|third sector|community groups?|statutory|housing providers|registered (social landlords|providers)|tbc|to be)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex ClassWords();

    [GeneratedRegex(@"\s*[,/]\s*|\s+(?:and|&)\s+", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Separators();

    [GeneratedRegex(@"[\s,/&()–-]+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
