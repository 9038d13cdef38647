using Moothall.Features.Scrutiny;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Reports.Contents;

/// <summary>What became of what scrutiny recommended (S3-18).</summary>
internal static class ScrutinySection
{
    public static SectionDraft Of(ReportFacts facts) =>
        new(
            "scrutiny.made",
            "What scrutiny recommended",
            facts.Recommendations.Count == 0
                ? "Nothing was recommended in this time, and nothing is open from before."
                : "",
            facts.Recommendations.Count == 0
                ? null
                : new(
                    "Recommendations with their replies",
                    ["Recommendation", "Dated", "Owner", "What is being done", "State", "Replies"],
                    [.. facts.Recommendations.Select(Row)],
                    [4, 2, 2, 3, 2, 2]
                )
        );

    private static IReadOnlyList<string> Row(RecommendationRead one) =>
        [
            one.Number.Length > 0 ? $"{one.Number}. {one.Text}" : one.Text,
            UkTime.Date(one.DatedOn),
            one.Owner,
            one.Action,
            one.ClosedOn is { } closed
                ? $"{DisplayNames.Of(one.Status)}, {UkTime.Date(closed)}"
                : DisplayNames.Of(one.Status),
            one.Replies.Count == 0
                ? ""
                : $"{one.Replies.Count(reply => reply.RepliedOn is not null)} of {one.Replies.Count}"
                    + (one.ReplyBy is { } by ? $", due by {UkTime.Date(by)}" : ""),
        ];
}
