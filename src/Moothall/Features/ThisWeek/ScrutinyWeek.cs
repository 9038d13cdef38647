using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Progress;
using Moothall.Features.Scrutiny.Recommendations;
using Moothall.Features.Scrutiny.Replies;
using Moothall.Features.Scrutiny.Requests;
using Moothall.Platform.Access;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.ThisWeek;

/// <summary>
/// What is owed to the crime and disorder committee: the replies of a person's agency (R4.7), and, for the team, information
/// that was asked for (R4.4).
/// </summary>
internal static class ScrutinyWeek
{
    public static async Task<WeekSection?> OfAsync(Week week, CancellationToken cancel)
    {
        WeekLine?[] lines =
        [
            week.User.May(Permission.AnswerScrutiny) ? await RepliesAsync(week, cancel) : null,
            week.User.May(Permission.KeepScrutiny) ? await RequestsAsync(week, cancel) : null,
        ];
        return lines.All(one => one is null)
            ? null
            : new("Scrutiny", [.. lines.OfType<WeekLine>()]);
    }

    private static async Task<WeekLine?> RepliesAsync(Week week, CancellationToken cancel)
    {
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
        return line with
        {
            Hint =
                late > 0 ? "Owed as soon as reasonably possible."
                : owed[0].ReplyBy is { } by ? $"Due in writing by {UkTime.Date(by)}."
                : "",
            Urgency = late > 0 ? Urgency.Now : Urgency.Soon,
            Tag = late > 0 ? $"{late} late" : "Asked for",
        };
    }

    private static async Task<WeekLine?> RequestsAsync(Week week, CancellationToken cancel)
    {
        var open = (
            await week
                .Db.Set<InformationRequest>()
                .AsNoTracking()
                .Where(one => one.Release.GivenOn == null || one.Release.RestOn != null)
                .ToListAsync(cancel)
        )
            .Select(one =>
                (
                    Request: one,
                    // What could not be given by the day has a day of its own.
                    By: one.Release is { GivenOn: not null, RestOn: { } rest }
                        ? rest
                        : one.Details.By!.Value,
                    Standing: ReleaseGates.Standing(one.Details.By!.Value, one.Release, week.Today)
                )
            )
            .Where(one => one.Standing != RequestStanding.Withheld)
            .OrderBy(one => one.By)
            .ToList();
        if (open.Count == 0)
        {
            return null;
        }

        var late = open.Count(one => one.Standing == RequestStanding.Late);
        var line =
            open.Count == 1
                ? new WeekLine(
                    "Give scrutiny the information it asked for",
                    "/Scrutiny/Requests/Detail"
                )
                {
                    Values = new { id = open[0].Request.Id },
                }
                : new(
                    $"Answer {Countdown.Count(open.Count, "request")} of scrutiny for information",
                    "/Scrutiny/Requests/Index"
                );
        return line with
        {
            Hint =
                open.Count == 1
                    ? Wording.Opening(open[0].Request.Details.Asked)
                    : $"The first by {UkTime.Date(open[0].By)}.",
            Urgency = late > 0 ? Urgency.Now : Urgency.Soon,
            Tag = late > 0 ? $"{late} late" : $"By {UkTime.Date(open[0].By)}",
        };
    }
}
