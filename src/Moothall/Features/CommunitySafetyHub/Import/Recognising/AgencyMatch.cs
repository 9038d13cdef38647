using Moothall.Matching;
using Moothall.Platform.Spelling;

namespace Moothall.Features.CommunitySafetyHub.Import.Recognising;

/// <summary>What a word for an agency may mean.</summary>
/// <param name="Best">The likeliest member; nothing where none is likely.</param>
/// <param name="IsCertain">Whether it can be no other.</param>
/// <param name="Near">Those it may be, the likeliest first.</param>
/// <param name="Score">How much of the word the likeliest has, from 0 to 1.</param>
public sealed record AgencyMatch(
    KnownAgency? Best,
    bool IsCertain,
    IReadOnlyList<KnownAgency> Near,
    double Score
)
{
    private const double Likely = 0.55;
    private const int MostShown = 6;

    // What people call agencies, and a word of the name they mean.
    private static readonly Dictionary<string, string> Called = new(StringComparer.Ordinal)
    {
        ["cops"] = "police",
        ["constabulary"] = "police",
        ["npt"] = "police",
        ["snt"] = "police",
        ["lpt"] = "police",
        ["frs"] = "fire",
        ["nps"] = "probation",
        ["crc"] = "probation",
        ["yos"] = "youth offending",
        ["yot"] = "youth offending",
        ["yjs"] = "youth offending",
        ["asc"] = "adult social care",
        ["ss"] = "social care",
        ["cmht"] = "mental health",
        ["mh"] = "mental health",
        ["icb"] = "nhs",
        ["ccg"] = "nhs",
        ["rsl"] = "registered social landlords",
        ["eh"] = "environmental",
        ["env"] = "environmental",
        ["hb"] = "benefits",
        ["da"] = "domestic abuse",
        ["csp"] = "community safety",
        ["cst"] = "community safety",
        ["csu"] = "community safety",
    };

    private static readonly string[] Small =
    [
        "and",
        "the",
        "of",
        "for",
        "in",
        "a",
        "amp",
        "service",
        "services",
        "team",
    ];

    /// <summary>Finds the member that a word means.</summary>
    public static AgencyMatch Find(string typed, IReadOnlyList<KnownAgency> known)
    {
        var folded = FoldedText.Letters(typed.Replace("&", "and", StringComparison.Ordinal));
        var same = known.Where(one => Names(one).Any(name => name == folded)).ToList();
        if (same.Count == 1)
        {
            return new(same[0], true, same, 1);
        }

        var asked = Words(typed);
        var scored = (
            from one in known
            let score = Likeness(asked, folded, one)
            where score >= Likely
            orderby score descending, one.Name
            select (one, score)
        )
            .Take(MostShown)
            .ToList();
        return new(
            scored.FirstOrDefault().one,
            false,
            scored.ConvertAll(pair => pair.one),
            scored.FirstOrDefault().score
        );
    }

    // The entry's name, the part after its dash, and the organisation's name.
    private static IEnumerable<string> Names(KnownAgency one)
    {
        var name = one.Name.Replace("&", "and", StringComparison.Ordinal);
        yield return FoldedText.Letters(name);
        foreach (var dash in new[] { " – ", " - " })
        {
            if (name.IndexOf(dash, StringComparison.Ordinal) is > 0 and var at)
            {
                yield return FoldedText.Letters(name[(at + dash.Length)..]);
            }
        }

        yield return FoldedText.Letters(
            one.OrganisationName.Replace("&", "and", StringComparison.Ordinal)
        );
    }

    private static double Likeness(List<string> asked, string folded, KnownAgency one)
    {
        var words = Words($"{one.Name} {one.OrganisationName}");
        if (asked.Count == 0 || words.Count == 0)
        {
            return 0;
        }

        var initials = string.Concat(Words(one.Name).Select(word => word[0]));
        var organisation = string.Concat(Words(one.OrganisationName).Select(word => word[0]));
        if (folded.Length is > 1 and < 7 && (folded == initials || folded == organisation))
        {
            return 0.9;
        }

        return asked.Average(word =>
            words.Max(other =>
                TextDistance.JaroWinkler(word, other) is >= 0.9 and var near ? near : 0
            )
        );
    }

    private static List<string> Words(string text) =>
        [
            .. text.Split(
                    [' ', '-', '–', '/', '&', ',', '.', '(', ')'],
                    StringSplitOptions.RemoveEmptyEntries
                )
                .Select(FoldedText.Letters)
                .Where(word => word.Length > 0 && !Small.Contains(word))
                .SelectMany(word =>
                    Called.TryGetValue(word, out var meant) ? meant.Split(' ') : [word]
                )
                .Distinct(),
        ];
}
