using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Import.Reading;
using Moothall.Platform.Documents.Doubts;

namespace Moothall.Features.Plan.Import;

/// <summary>
/// What a document says of an action beyond its own columns, each in its place. A figure that the document only words stays
/// words: a person who knows it makes it a figure.
/// </summary>
internal static class ActionParts
{
    /// <summary>Adds them.</summary>
    /// <param name="action">The action that is made.</param>
    /// <param name="read">What was read of it.</param>
    /// <param name="now">Now in UTC.</param>
    public static void Add(PlanAction action, ReadAction read, DateTime now)
    {
        string Words(PlanField field, int longest) => Cut(More(read, field), longest);
        if (Words(PlanField.Measure, 2000) is { Length: > 0 } measure)
        {
            var start = Words(PlanField.Baseline, 1000);
            action.Measures.Add(
                new()
                {
                    Details = new() { Name = measure, BaselineWords = start },
                }
            );
        }

        foreach (
            var line in Lines(More(read, PlanField.StartDate), More(read, PlanField.Milestones))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        )
        {
            action.Milestones.Add(new() { Details = new() { Text = Cut(line, 1000) } });
        }

        if (Words(PlanField.Resources, 1000) is { Length: > 0 } means)
        {
            action.Funding.Add(new() { Details = new() { Purpose = means } });
        }

        if (Lines(Rated(read), More(read, PlanField.Progress)) is { Length: > 0 } so)
        {
            action.Progress.Add(
                new()
                {
                    PlanActionId = action.Id,
                    At = now,
                    ByName = "From the document",
                    Text = Cut(so, 4000),
                    Rating = read.Rating,
                }
            );
        }
    }

    // "N/A" in a column of ratings is no update.
    private static string Rated(ReadAction read) =>
        More(read, PlanField.Rating) is var words && Nothing.Is(words) ? "" : words;

    /// <summary>What was read in a field; empty where it is not there.</summary>
    public static string More(ReadAction read, PlanField field) =>
        read.More.GetValueOrDefault(field, "");

    /// <summary>Texts below each other, without the empty ones.</summary>
    public static string Lines(params string[] lines) =>
        string.Join('\n', lines.Where(line => line.Length > 0));

    /// <summary>A text no longer than a field takes; the document itself is kept.</summary>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text : $"{text[..(longest - 1)]}…";
}
