using Moothall.Features.CommunitySafetyHub;
using Moothall.Features.Plan.Initiatives;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Reports.Contents;

/// <summary>Sections that initiatives make: what was done, for whom, with whose money.</summary>
internal static class DoneSections
{
    /// <summary>What came to an end well: title, what came of it, partners, number reached, funding (S3-11).</summary>
    public static SectionDraft Successes(ReportFacts facts, string heading)
    {
        var finished = facts
            .Initiatives.Where(one => one.Initiative.Status == InitiativeStatus.Finished)
            .ToList();
        return new(
            "done.successes",
            heading,
            SectionDraft.List(
                finished
                    .Where(one => one.Initiative.Details.Result.Length > 0)
                    .Select(one =>
                        $"{one.Initiative.Details.Title}: {one.Initiative.Details.Result}"
                    )
            ),
            finished.Count == 0 ? null : Table(facts, "What was finished", finished),
            "Name what went well, also what is not in the table."
        );
    }

    /// <summary>All that was done in the time, in the order of its days.</summary>
    public static SectionDraft All(ReportFacts facts, string heading)
    {
        return new(
            "done.all",
            heading,
            facts.Initiatives.Count == 0
                ? "Nothing is recorded for this time."
                : string.Join(
                    " ",
                    new[]
                    {
                        $"Initiatives: {Wording.Number(facts.Initiatives.Count)}.",
                        Reached(facts),
                        Longer(facts),
                    }.Where(words => words.Length > 0)
                ),
            facts.Initiatives.Count == 0 ? null : Table(facts, "What was done", facts.Initiatives)
        );
    }

    private static string Reached(ReportFacts facts)
    {
        var all = Sum(facts.Initiatives);
        return all == 0
            ? ""
            : $"People reached: {Wording.Number(all)}, of them {Wording.Number(Sum(facts.Initiatives.Where(one => IsWithin(facts, one))))} by what began and ended in this time.";

        static long Sum(IEnumerable<InitiativeLine> lines) =>
            lines.Sum(one => (long)(one.Initiative.Details.Reached ?? 0));
    }

    // What runs longer is recorded as a whole, so two reports must not be added up.
    private static string Longer(ReportFacts facts) =>
        facts.Initiatives.All(one => IsWithin(facts, one))
            ? ""
            : "What began earlier or goes on is counted whole here, and again in the report of that other time: do not add the two up.";

    private static bool IsWithin(ReportFacts facts, InitiativeLine line) =>
        line.Initiative.Details.IsWithin(facts.First, facts.Last);

    /// <summary>Who paid how much (S3-11f).</summary>
    public static SectionDraft Money(ReportFacts facts, string heading)
    {
        var funders = facts
            .Initiatives.SelectMany(one =>
                one.Initiative.Funders.Select(part => (Part: part, Within: IsWithin(facts, one)))
            )
            .Where(one => one.Part.Pence is not null)
            .GroupBy(one => one.Part.Name, StringComparer.CurrentCultureIgnoreCase)
            .OrderByDescending(one => one.Sum(paid => paid.Part.Pence))
            .Select(one =>
                (IReadOnlyList<string>)
                    [
                        one.Key,
                        Wording.Number(
                            one.Select(paid => paid.Part.InitiativeId).Distinct().Count()
                        ),
                        Paid(one.Where(paid => paid.Within)),
                        Paid(one.Where(paid => !paid.Within)),
                    ]
            )
            .ToList();
        static string Paid(IEnumerable<(InitiativeFunder Part, bool Within)> paid) =>
            FigureText.Money(paid.Sum(one => one.Part.Pence ?? 0));
        return new(
            "done.money",
            heading,
            funders.Count == 0 ? "No amounts are recorded for this time." : Longer(facts),
            funders.Count == 0
                ? null
                : new(
                    $"Money by funder, {UkTime.Date(facts.First)} to {UkTime.Date(facts.Last)}",
                    [
                        "Funder",
                        "Initiatives",
                        "For what began and ended in this time",
                        "For what runs longer, whole",
                    ],
                    funders,
                    [4, 1, 2, 2]
                ),
            "Say what was got for it: value for money."
        );
    }

    /// <summary>What is planned for the year after.</summary>
    public static SectionDraft Coming(ReportFacts facts, string heading, string prompt) =>
        new(
            "done.coming",
            heading,
            SectionDraft.List(
                facts.Coming.Select(one =>
                    one.Initiative.Details.Days() is { Length: > 0 } days
                        ? $"{one.Initiative.Details.Title}, {days}"
                        : one.Initiative.Details.Title
                )
            ),
            Prompt: prompt
        );

    private static ReportTable Table(
        ReportFacts facts,
        string caption,
        IEnumerable<InitiativeLine> lines
    ) =>
        new(
            $"{caption}, {UkTime.Date(facts.First)} to {UkTime.Date(facts.Last)}",
            ["What", "Led by", "Partners", "Reached", "Paid by"],
            [.. lines.Select(Row)],
            [4, 2, 3, 2, 3]
        );

    private static IReadOnlyList<string> Row(InitiativeLine line)
    {
        var details = line.Initiative.Details;
        return
        [
            details.Title,
            line.Lead,
            line.PartnerWords,
            details.Reached is { } reached
                ? $"{HubNumbers.Given(reached)} {details.Who}".TrimEnd()
                : "",
            string.Join(
                "; ",
                line.Initiative.Funders.Select(one =>
                    one.Pence is { } pence ? $"{one.Name} {FigureText.Money(pence)}" : one.Name
                )
            ),
        ];
    }
}
