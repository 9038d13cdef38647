using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Concerns;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.ThisWeek;

/// <summary>The week of whoever runs the hub: cut-off, triage, agenda, actions nobody reported on, concerns.</summary>
internal static class HubWeek
{
    public static async Task<WeekSection?> OfAsync(Week week, CancellationToken cancel)
    {
        if (!week.Viewer.RunsHub)
        {
            return null;
        }

        var lines = week.Next.SelectMany(meeting => Meeting(week, meeting)).ToList();
        lines.Insert(0, await TriageAsync(week, cancel));
        lines.AddRange(await UrgentAsync(week, cancel));
        lines.AddRange(await MailWeek.LinesAsync(week, cancel));
        if (await SilentActionsAsync(week, cancel) is { } silent)
        {
            lines.Add(silent);
        }

        lines.AddRange(await PaperWeek.OfAsync(week, cancel));
        lines.AddRange(await SheetWeek.LinesAsync(week, cancel));
        if (week.User.May(Permission.AnswerConcern))
        {
            lines.AddRange(await ConcernsAsync(week, cancel));
        }

        return new("The hub", lines);
    }

    private static async Task<WeekLine> TriageAsync(Week week, CancellationToken cancel)
    {
        var waiting = await week
            .Db.Set<Referral>()
            .VisibleTo(week.Viewer, week.Db)
            .Where(referral => referral.Status == ReferralStatus.Submitted)
            .GroupBy(referral => referral.Details.CannotWaitBecause != "")
            .Select(group => new { CannotWait = group.Key, Count = group.Count() })
            .ToListAsync(cancel);
        var count = waiting.Sum(group => group.Count);
        var urgent = waiting.Where(group => group.CannotWait).Sum(group => group.Count);
        return new(
            count == 0
                ? "No referral waits for triage"
                : $"{Countdown.Count(count, "referral")} waiting for triage",
            "/CommunitySafetyHub/Referrals/Index"
        )
        {
            Urgency =
                urgent > 0 ? Urgency.Now
                : count > 0 ? Urgency.Soon
                : Urgency.None,
            Tag =
                urgent > 0
                    ? $"{(urgent == count ? count.ToString(System.Globalization.CultureInfo.InvariantCulture) : urgent)} cannot wait"
                : count > 0 ? "To decide"
                : "",
        };
    }

    // Urgent means before the meeting: a case that a meeting has heard is no longer listed here.
    private static async Task<IEnumerable<WeekLine>> UrgentAsync(
        Week week,
        CancellationToken cancel
    )
    {
        var urgent = UrgentCases.Of(week.Db);
        var heard = week
            .Db.Set<AgendaItem>()
            .Where(item => item.Outcome != null)
            .Select(item => item.CaseId);
        var references = await week
            .Db.Set<HubCase>()
            .VisibleTo(week.Viewer, week.Db)
            .Where(one =>
                one.Status != CaseStatus.Closed
                && urgent.Contains(one.Id)
                && !heard.Any(id => id == one.Id)
            )
            .OrderBy(one => one.OpenedAt)
            .Select(one => one.Reference)
            .ToListAsync(cancel);
        return references.Select(reference => new WeekLine(
            $"{reference} was accepted as urgent: act before the meeting",
            "/CommunitySafetyHub/Cases/Detail"
        )
        {
            Values = new { reference },
            Urgency = Urgency.Now,
            Tag = "Urgent",
        });
    }

    private static IEnumerable<WeekLine> Meeting(Week week, NextMeeting meeting)
    {
        var closed = meeting.CutOffAt < week.Now;
        if (meeting.Status == MeetingStatus.Live && meeting.IsOnPaper)
        {
            // It waits to be written up, and stands among the paper.
            yield break;
        }

        if (meeting.Status == MeetingStatus.Live)
        {
            yield return new(
                $"{meeting.BodyName} is in progress",
                "/CommunitySafetyHub/Meetings/Live/Live"
            )
            {
                Values = new { id = meeting.Id },
                Urgency = Urgency.Now,
                Tag = "Now",
            };
            yield break;
        }

        yield return new(
            $"{meeting.BodyName} meets {UkTime.DayAndTime(meeting.StartsAt)}",
            "/CommunitySafetyHub/Meetings/Index"
        )
        {
            Hint = closed
                ? $"Referrals closed {Countdown.Words(week.Now, meeting.CutOffAt)}, {UkTime.DayAndTime(meeting.CutOffAt)}."
                : $"Referrals close {Countdown.Words(week.Now, meeting.CutOffAt)}, {UkTime.DayAndTime(meeting.CutOffAt)}.",
        };
        yield return meeting.PublishedAt is { } published
            ? new($"The agenda for {meeting.Day} is published", "/CommunitySafetyHub/Agendas/Index")
            {
                Values = new { id = meeting.Id },
                Hint = $"Last published {UkTime.DayAndTime(published)}.",
            }
            : new($"The agenda for {meeting.Day} is a draft", "/CommunitySafetyHub/Agendas/Edit")
            {
                Values = new { id = meeting.Id },
                Urgency = closed ? Urgency.Now : Urgency.Soon,
                Tag = closed ? "To publish" : "Draft",
            };
    }

    private static async Task<WeekLine?> SilentActionsAsync(Week week, CancellationToken cancel)
    {
        var (due, last) = (week.DueDay ?? week.Today, week.LastMet ?? DateTime.UnixEpoch);
        var silent = await Counted.OfAsync(
            week.Db.Set<HubAction>()
                .VisibleTo(week.Viewer, week.Db)
                .Where(action =>
                    action.Status == ActionStatus.Open
                    && action.Due <= due
                    && !action.Updates.Any(update => update.At > last)
                ),
            cancel
        );
        return silent.Count == 0
            ? null
            : new(
                $"{silent.Words("action", "actions")} due by {UkTime.Day(due)} without a report since the last hub",
                "/CommunitySafetyHub/Actions/Index"
            )
            {
                Urgency = Urgency.Soon,
                Tag = "To chase",
            };
    }

    private static async Task<IEnumerable<WeekLine>> ConcernsAsync(
        Week week,
        CancellationToken cancel
    )
    {
        var waiting = await week
            .Db.Set<Concern>()
            .VisibleTo(week.Viewer, week.User, week.Db)
            .CountAsync(concern => concern.AnsweredAt == null, cancel);
        return waiting == 0
            ? []
            :
            [
                new(
                    $"{Countdown.Count(waiting, "concern")} waiting for your answer",
                    "/CommunitySafetyHub/Concerns/Index"
                )
                {
                    Urgency = Urgency.Soon,
                    Tag = "To answer",
                },
            ];
    }
}
