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
        var reached = facts.Initiatives.Sum(one => (long)(one.Initiative.Details.Reached ?? 0));
        return new(
            "done.all",
            heading,
            facts.Initiatives.Count == 0
                ? "Nothing is recorded for this time."
                : string.Join(
                    " ",
                    new[]
                    {
                        $"Initiatives: {Wording.Number(facts.Initiatives.Count)}. One that ran into another year is counted in both.",
                        reached > 0 ? $"People reached: {Wording.Number(reached)}." : "",
                    }.Where(words => words.Length > 0)
                ),
            facts.Initiatives.Count == 0 ? null : Table(facts, "What was done", facts.Initiatives)
        );
    }

    /// <summary>Who paid how much (S3-11f).</summary>
    public static SectionDraft Money(ReportFacts facts, string heading)
    {
        var funders = facts
            .Initiatives.SelectMany(one => one.Initiative.Funders)
            .Where(one => one.Pence is not null)
            .GroupBy(one => one.Name, StringComparer.CurrentCultureIgnoreCase)
            .OrderByDescending(one => one.Sum(part => part.Pence))
            .Select(one =>
                (IReadOnlyList<string>)
                    [
                        one.Key,
                        Wording.Number(one.Select(part => part.InitiativeId).Distinct().Count()),
                        FigureText.Money(one.Sum(part => part.Pence ?? 0)),
                    ]
            )
            .ToList();
        return new(
            "done.money",
            heading,
            funders.Count == 0 ? "No amounts are recorded for this time." : "",
            funders.Count == 0
                ? null
                : new("Money by funder", ["Funder", "Initiatives", "Amount"], funders, [4, 1, 2]),
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
