using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Progress;
using Moothall.Features.Scrutiny.Recommendations;
using Moothall.Features.Scrutiny.Replies;
using Moothall.Platform.Access;
using Moothall.Platform.Time;

namespace Moothall.Features.ThisWeek;

/// <summary>The replies that a person's agency owes to the crime and disorder committee (R4.7).</summary>
internal static class ScrutinyWeek
{
    public static async Task<WeekSection?> OfAsync(Week week, CancellationToken cancel)
    {
        if (!week.User.May(Permission.AnswerScrutiny))
        {
            return null;
        }

        var (db, today) = (week.Db, week.Today);
        var mine = await ProgressDuty.OrganisationsAsync(db, week.User, today, cancel);
        var owed = await db.Set<ScrutinyReply>()
            .Where(reply => reply.Details.RepliedOn == null && mine.Contains(reply.OrganisationId))
            .Join(
                db.Set<ScrutinyRecommendation>(),
                reply => reply.RecommendationId,
                one => one.Id,
                (reply, one) => new { reply.Id, one.ReplyBy }
            )
            .OrderBy(one => one.ReplyBy)
            .ToListAsync(cancel);
        if (owed.Count == 0)
        {
            return null;
        }

        var late = owed.Count(one => one.ReplyBy < today);
        var line =
            owed.Count == 1
                ? new WeekLine("Reply to a recommendation of scrutiny", "/Scrutiny/Replies/Give")
                {
                    Values = new { id = owed[0].Id },
                }
                : new(
                    $"Reply to {Countdown.Count(owed.Count, "recommendation")} of scrutiny",
                    "/Scrutiny/Index"
                )
                {
                    Values = new Dictionary<string, string>
                    {
                        ["Filter.Show"] = nameof(RecommendationShow.All),
                        ["Filter.Mine"] = "true",
                    },
                };
        return new(
            "Scrutiny",
            [
                line with
                {
                    Hint =
                        late > 0 ? "Owed as soon as reasonably possible."
                        : owed[0].ReplyBy is { } by ? $"Due in writing by {UkTime.Date(by)}."
                        : "",
                    Urgency = late > 0 ? Urgency.Now : Urgency.Soon,
                    Tag = late > 0 ? $"{late} late" : "Asked for",
                },
            ]
        );
    }
}
