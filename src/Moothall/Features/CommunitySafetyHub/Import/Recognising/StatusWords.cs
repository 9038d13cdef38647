using Moothall.Platform.Spelling;

namespace Moothall.Features.CommunitySafetyHub.Import.Recognising;

/// <summary>Reads what a list says of how far an entry is.</summary>
internal static class StatusWords
{
    public const string Open = "open";
    public const string Monitoring = "monitoring";
    public const string Closed = "closed";

    private static readonly Dictionary<string, string> ByWord = new[]
    {
        (
            Open,
            "open|active|live|ongoing|on going|current|new|in progress|inprogress|outstanding|not started|started|to do|yes|y|o|carried forward|cf|c f|red|amber|green|overdue|pending|awaiting|awaiting update|due|not complete|not completed|incomplete|n|no change|on track|delayed|partially complete|part complete"
        ),
        (
            Monitoring,
            "monitoring|monitor|monitored|on hold|hold|watching|watching brief|keep under review|under review|review|dormant"
        ),
        (
            Closed,
            "closed|close|resolved|complete|completed|done|nfa|no further action|no further hub action|removed|archived|finished|discharged|ended|cancelled|blue|to close|actioned|superseded|withdrawn"
        ),
    }
        .SelectMany(one =>
            one.Item2.Split('|').Select(word => (Word: FoldedText.Letters(word), Status: one.Item1))
        )
        .GroupBy(one => one.Word)
        .ToDictionary(group => group.Key, group => group.First().Status);

    /// <summary>Whether these words alone say that an entry is done with, as "Complete" under "Update" does.</summary>
    public static bool SayClosed(string text) =>
        ByWord.GetValueOrDefault(FoldedText.Letters(text)) == Closed;

    /// <summary>Open, monitoring or closed; nothing while that is asked or where the row says nothing.</summary>
    public static string? Read(RowValues row, PlanBook book)
    {
        var typed = row.Text(ImportField.Status);
        if (typed.Length == 0)
        {
            return Open;
        }

        var isDoneColumn = row
            .Table.Of(ImportField.Status)
            .Any(column =>
                FoldedText.Letters(column.Heading) is "complete" or "completed" or "done"
            );
        var folded = FoldedText.Letters(typed);
        if (isDoneColumn && folded is "y" or "yes" or "n" or "no")
        {
            return folded[0] == 'y' && isDoneColumn ? Closed : Open;
        }

        return ByWord.TryGetValue(folded, out var status)
            ? status
            : row.Answered(
                book.Questions.Ask(
                    "status",
                    typed,
                    $"What does the status “{typed}” mean?",
                    [
                        new(Open, "Open"),
                        new(Monitoring, "Open, and only watched"),
                        new(Closed, "Closed: leave the rows out"),
                    ],
                    Open
                ),
                ""
            );
    }
}
