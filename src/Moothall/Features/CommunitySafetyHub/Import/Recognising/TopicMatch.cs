using Moothall.Matching;
using Moothall.Platform.Documents.Doubts;
using Moothall.Platform.Spelling;

namespace Moothall.Features.CommunitySafetyHub.Import.Recognising;

/// <summary>What a word for a topic means: one of the labels in use (S1-3.2), its legal term, or what people call it.</summary>
public sealed record TopicMatch(KnownTopic? Topic, bool IsCertain, IReadOnlyList<KnownTopic> Near)
{
    private const double Likely = 0.86;

    // What people write, and the beginning of the label they mean.
    private static readonly (string Label, string Words)[] Called =
    [
        (
            "Anti-Social Behaviour",
            "asb|antisocial behaviour|anti social|nuisance|neighbour nuisance|neighbour dispute|neighbour disputes|noise nuisance|rowdy behaviour|nuisance youths|youth asb|begging|street drinking|nuisance neighbours"
        ),
        ("Domestic Abuse", "da|dv|dva|domestic violence|domestic|domestic incident|marac"),
        (
            "Child Sexual Exploitation",
            "cse|sexual exploitation|child exploitation|cce|exploitation"
        ),
        (
            "Alcohol and Drug Misuse",
            "drugs|drug misuse|alcohol|substance misuse|drug use|drug dealing|drugs and alcohol|alcohol and drugs|addiction|drug supply"
        ),
        (
            "Adults at Risks",
            "adult at risk|adults at risk|adult safeguarding|vulnerable adult|safeguarding adults|safeguarding adult"
        ),
        (
            "Children at Risk",
            "child at risk|child protection|children|safeguarding children|child safeguarding|missing child|mispers"
        ),
        (
            "Community Protection Notices",
            "cpn|cpw|cpns|community protection notice|community protection warning"
        ),
        ("Criminal Behaviour Orders", "cbo|cbos|criminal behaviour order"),
        ("Civil Injunctions", "injunction|injunctions|civil injunction|asbi"),
        (
            "Closure Orders and Notices",
            "closure|closure order|closure orders|closure notice|premises closure"
        ),
        ("Community Triggers", "community trigger|asb case review|case review|trigger"),
        ("Dispersal Notices", "dispersal|dispersal order|s34|section 34"),
        (
            "Public Space Protection Orders",
            "pspo|pspos|public spaces protection order|public spaces protection orders"
        ),
        ("Female Genital Mutilation", "fgm"),
        ("Honour Based Violence", "hbv|hba|honour based abuse|forced marriage"),
        ("Integrated Offender Management", "iom|offender management|reoffending"),
        ("Mental Health Concerns", "mental health|mh|mental ill health|mental health issues"),
        ("Modern Day Slavery", "modern slavery|mds|trafficking|human trafficking|nrm|slavery"),
        (
            "Organised Crime Groups",
            "ocg|ocgs|organised crime|soc|serious organised crime|county lines|serious and organised crime"
        ),
        (
            "‘Prevent’ and Terrorism Related Information",
            "prevent|terrorism|radicalisation|extremism|channel"
        ),
        (
            "Street Gangs/Street Violence and Vulnerability",
            "gangs|gang|knife crime|serious violence|youth violence|street violence|weapons|knives"
        ),
        (
            "Environmental Protection",
            "environmental|fly tipping|flytipping|litter|graffiti|noise|environmental health|hoarding waste"
        ),
        ("Evictions", "eviction|possession"),
        (
            "Absolute Grounds for Possession",
            "absolute ground|absolute grounds|agp|absolute ground for possession"
        ),
        ("Arson", "fire|fires|fire setting|firesetting|deliberate fire|deliberate fires"),
        ("Target Hardening", "target hardening|locks|security"),
        (
            "Vulnerable Places",
            "vulnerable place|hotspot|hot spot|hotspots|vulnerable premises|cuckooed address"
        ),
        (
            "Vulnerable People",
            "vulnerable person|vulnerable|vulnerability|cuckooing|cuckooed|fraud victim|hate crime|repeat victim"
        ),
        (
            "Welfare Issues",
            "welfare|welfare concern|hoarding|self neglect|homelessness|homeless|rough sleeping|rough sleeper"
        ),
        (
            "Crime Trends, Campaigns and Events",
            "crime trend|crime trends|campaign|event|events|burglary|vehicle crime|theft|shop theft|shoplifting|retail crime"
        ),
        ("Any other Community Safety Issues", "other|any other|misc|miscellaneous|general|aob"),
        ("Licensing", "licence|licensed premises|taxi|taxis"),
    ];

    private static readonly Dictionary<string, string> ByWord = Called
        .SelectMany(one =>
            one.Words.Split('|').Select(word => (Word: FoldedText.Letters(word), one.Label))
        )
        .GroupBy(one => one.Word)
        .ToDictionary(group => group.Key, group => FoldedText.Letters(group.First().Label));

    /// <summary>Finds the topic that one word or phrase means.</summary>
    public static TopicMatch Find(string typed, IReadOnlyList<KnownTopic> known)
    {
        var folded = FoldedText.Letters(typed);
        var same = known.FirstOrDefault(one =>
            FoldedText.Letters(one.Label) == folded
            || FoldedText.Letters(one.LegalTerm) == folded && folded.Length > 0
        );
        if (same is not null)
        {
            return new(same, true, [same]);
        }

        if (
            ByWord.TryGetValue(folded, out var label)
            && known.FirstOrDefault(one => FoldedText.Letters(one.Label) == label) is { } called
        )
        {
            return new(called, true, [called]);
        }

        var near = (
            from one in known
            let score = Math.Max(
                TextDistance.JaroWinkler(folded, FoldedText.Letters(one.Label)),
                ByWord
                    .Where(pair => pair.Value == FoldedText.Letters(one.Label))
                    .Select(pair =>
                        pair.Key.Length > 4 && folded.Contains(pair.Key, StringComparison.Ordinal)
                            ? 0.9
                            : TextDistance.JaroWinkler(folded, pair.Key)
                    )
                    .DefaultIfEmpty()
                    .Max()
            )
            where score >= Likely
            orderby score descending
            select one
        )
            .Take(5)
            .ToList();
        return new(near.FirstOrDefault(), false, near);
    }

    /// <summary>The topics that a cell names: one, or several with a sign between them.</summary>
    public static IReadOnlyList<string> Parts(string cell, IReadOnlyList<KnownTopic> known) =>
        Nothing.Is(cell) ? []
        : Find(cell, known).IsCertain ? [cell.Trim()]
        :
        [
            .. cell.Split(
                    [',', ';', '/', '\n', '+', '|', '&'],
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                )
                .Where(part => !Nothing.Is(part))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
}
