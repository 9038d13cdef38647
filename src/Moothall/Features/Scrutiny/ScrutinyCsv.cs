using System.Globalization;
using Moothall.Features.Scrutiny.Recommendations;
using Moothall.Features.Scrutiny.Replies;
using Moothall.Platform.Documents;
using Moothall.Platform.Ui;

namespace Moothall.Features.Scrutiny;

/// <summary>The register as a table file: a line for each reply, and one for a recommendation that asks for none.</summary>
public static class ScrutinyCsv
{
    private static readonly (
        string Head,
        Func<RecommendationLine, string?> Value
    )[] OfRecommendation =
    [
        ("Number", line => line.Recommendation.Details.Number),
        ("Recommendation", line => line.Recommendation.Details.Text),
        ("From", line => line.Source),
        ("Date", line => Day(line.Recommendation.Details.DatedOn)),
        ("Whose matter", line => Wording.Of(line.Recommendation.Details.Kind)),
        ("Partner", line => line.Partner),
        ("Governing body", line => line.Recommendation.Details.GoverningBody),
        ("Referred on", line => Day(line.Recommendation.Details.ReferredOn)),
        ("Agency that answers for it", line => line.Owner),
        ("What is being done", line => line.Recommendation.Details.Action),
        ("Target date", line => Day(line.Recommendation.Details.Target)),
        ("Status", line => DisplayNames.Of(line.Recommendation.Status)),
        ("Closed on", line => Day(line.Recommendation.ClosedOn)),
        ("Why it was closed", line => line.Recommendation.ClosedBecause),
        ("Reply due by", line => Day(line.Recommendation.ReplyBy)),
    ];

    private static readonly string[] OfReply =
    [
        "Agency that replies",
        "Replied on",
        "Late",
        "Answer",
        "Reply",
        "Action that is proposed",
    ];

    /// <summary>The file, UTF-8 with the mark by which spreadsheets recognise it.</summary>
    public static byte[] Of(IEnumerable<RecommendationLine> lines)
    {
        var table = new CsvTable();
        table.Row([.. OfRecommendation.Select(column => column.Head), .. OfReply]);
        foreach (var line in lines)
        {
            var own = OfRecommendation.Select(column => column.Value(line)).ToList();
            foreach (
                var reply in line.Replies.Select(Cells).DefaultIfEmpty([.. OfReply.Select(_ => "")])
            )
            {
                table.Row([.. own, .. reply]);
            }
        }

        return table.ToBytes();
    }

    private static string[] Cells((ScrutinyReply Reply, string Agency, ReplyState State) one) =>
        [
            one.Agency,
            Day(one.Reply.Details.RepliedOn),
            one.State.IsLate ? "Yes" : "No",
            Wording.Of(one.Reply.Details.Answer),
            one.Reply.Details.Words,
            one.Reply.Details.Proposed,
        ];

    // A spreadsheet reads days in this shape anywhere.
    private static string Day(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
