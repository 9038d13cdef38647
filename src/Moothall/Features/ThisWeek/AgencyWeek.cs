using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Agendas.Research;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Access;
using Moothall.Platform.Time;

namespace Moothall.Features.ThisWeek;

/// <summary>The week of a member's representative: the agency's actions, the next meeting, referrals.</summary>
internal static class AgencyWeek
{
    private const int DaysOfAnswers = 14;

    public static async Task<WeekSection?> OfAsync(Week week, CancellationToken cancel)
    {
        // Whoever runs the hub and also acts for a member has the hub's own view, which holds all of this.
        if (!week.User.May(Permission.MakeReferral) || week.Viewer.RunsHub)
        {
            return null;
        }

        var lines = new List<WeekLine>();
        if (week.Viewer.MembershipIds.Count > 0)
        {
            lines.Add(await ActionsAsync(week, cancel));
            lines.AddRange(await AwaitingAsync(week, cancel));
            foreach (var meeting in week.Next.Where(one => one.IsSeen))
            {
                lines.AddRange(await MeetingAsync(week, meeting, cancel));
            }
        }

        lines.AddRange(await PaperWeek.ChairedAsync(week, cancel));
        lines.AddRange(await ReturnedAsync(week, cancel));
        lines.AddRange(await AnsweredAsync(week, cancel));
        lines.Add(Refer(week));
        return new("Your agency", lines);
    }

    private static async Task<WeekLine> ActionsAsync(Week week, CancellationToken cancel)
    {
        var members = week.Viewer.MembershipIds;
        var due = week.DueDay ?? week.Today;
        var today = week.Today;
        var counts = await week
            .Db.Set<HubAction>()
            .VisibleTo(week.Viewer, week.Db)
            .Where(action =>
                action.Status == ActionStatus.Open
                && action.Due <= due
                && members.Contains(action.OwnerMembershipId)
            )
            .GroupBy(action => action.Due < today)
            .Select(group => new { Overdue = group.Key, Count = group.Count() })
            .ToListAsync(cancel);
        var all = counts.Sum(group => group.Count);
        var overdue = counts.Where(group => group.Overdue).Sum(group => group.Count);
        return new(
            all == 0
                ? $"Your agency has no action due by {UkTime.Day(due)}"
                : $"{Countdown.Count(all, "action")} of your agency due by {UkTime.Day(due)}",
            "/CommunitySafetyHub/Actions/Index"
        )
        {
            Urgency =
                overdue > 0 ? Urgency.Now
                : all > 0 ? Urgency.Soon
                : Urgency.None,
            Tag =
                overdue > 0 ? $"{overdue} overdue"
                : all > 0 ? "To report on"
                : "",
        };
    }

    // One line an action, so that accepting it is the one click of the page behind it.
    private static async Task<IEnumerable<WeekLine>> AwaitingAsync(
        Week week,
        CancellationToken cancel
    )
    {
        var members = week.Viewer.MembershipIds;
        var waiting = await week
            .Db.Set<HubAction>()
            .VisibleTo(week.Viewer, week.Db)
            .Where(action =>
                action.Status == ActionStatus.Open
                && action.Acceptance.State == AcceptanceState.Awaited
                && members.Contains(action.OwnerMembershipId)
            )
            .OrderBy(action => action.Due)
            .Select(action => new { action.Id, action.Due })
            .ToListAsync(cancel);
        return waiting.Select(action => new WeekLine(
            $"An action due by {UkTime.Day(action.Due)} was given to your agency in its absence",
            "/CommunitySafetyHub/Actions/Detail"
        )
        {
            Values = new { id = action.Id },
            Hint = "Accept it in one click, or ask for it to be given elsewhere.",
            Urgency = Urgency.Soon,
            Tag = "To accept",
        });
    }

    private static async Task<List<WeekLine>> MeetingAsync(
        Week week,
        NextMeeting meeting,
        CancellationToken cancel
    )
    {
        var lines = new List<WeekLine>
        {
            new(
                $"Agenda for {UkTime.DayAndTime(meeting.StartsAt)}",
                "/CommunitySafetyHub/Agendas/Index"
            )
            {
                Values = new { id = meeting.Id },
            },
            new($"Put {meeting.Day} in your calendar", "/CommunitySafetyHub/Meetings/Calendar")
            {
                Values = new { id = meeting.Id },
            },
        };
        var signed = await week.Db.HasSignedAsync(meeting.Id, week.User.Id, cancel);
        var mayBeSigned = AgreementWindow.Check(
            meeting.StartsAt,
            meeting.Status,
            meeting.PublishedAt,
            week.Now
        );
        if (!signed && mayBeSigned.Allowed)
        {
            lines.Add(
                new("Sign the confidentiality agreement", "/CommunitySafetyHub/Meetings/Sign")
                {
                    Values = new { id = meeting.Id },
                    Hint = $"For {meeting.Day}. The rest of the papers opens when you have signed.",
                    Urgency = Urgency.Soon,
                    Tag = "To sign",
                }
            );
        }

        if (meeting.Status == MeetingStatus.Live)
        {
            lines.Add(
                new(
                    meeting.IsOnPaper
                        ? $"The rest of {meeting.BodyName} is being written up from paper"
                        : $"{meeting.BodyName} is in progress",
                    "/CommunitySafetyHub/Meetings/Live/Live"
                )
                {
                    Values = new { id = meeting.Id },
                    Urgency = meeting.IsOnPaper ? Urgency.None : Urgency.Now,
                    Tag = meeting.IsOnPaper ? "" : "Now",
                }
            );
        }
        else if (
            meeting.PublishedAt is not null
            && await ResearchSubjects.UnansweredAsync(week.Db, meeting.Id, week.Viewer, cancel)
                is var names
                    and > 0
        )
        {
            lines.Add(
                new(
                    $"Look up {Countdown.Count(names, "name")} in your own records",
                    "/CommunitySafetyHub/Agendas/Research/Index"
                )
                {
                    Values = new { id = meeting.Id },
                    Urgency = Urgency.Soon,
                    Tag = "To research",
                }
            );
        }

        return lines;
    }

    private static async Task<IEnumerable<WeekLine>> ReturnedAsync(
        Week week,
        CancellationToken cancel
    )
    {
        var (userId, organisationId) = (week.User.Id, week.Viewer.OrganisationId);
        var returned = await week
            .Db.Set<Referral>()
            .VisibleTo(week.Viewer, week.Db)
            .CountAsync(
                referral =>
                    referral.Status == ReferralStatus.Returned
                    && (
                        referral.ReferredById == userId || referral.OrganisationId == organisationId
                    ),
                cancel
            );
        return returned == 0
            ? []
            :
            [
                new(
                    $"{Countdown.Count(returned, "referral")} returned to you for information",
                    "/CommunitySafetyHub/Referrals/Index"
                )
                {
                    Urgency = Urgency.Soon,
                    Tag = "To complete",
                },
            ];
    }

    // What became of one's own referrals: the referrer is told (S1-6.4), by mail or not.
    private static async Task<IEnumerable<WeekLine>> AnsweredAsync(
        Week week,
        CancellationToken cancel
    )
    {
        var (userId, since) = (week.User.Id, week.Now.AddDays(-DaysOfAnswers));
        var answered = await week
            .Db.Set<Referral>()
            .VisibleTo(week.Viewer, week.Db)
            .Where(referral => referral.ReferredById == userId)
            .SelectMany(
                referral => referral.Decisions,
                (referral, decision) =>
                    new
                    {
                        referral.Reference,
                        decision.Outcome,
                        decision.DecidedAt,
                    }
            )
            .Where(one => one.DecidedAt > since && one.Outcome != TriageOutcome.Return)
            .OrderByDescending(one => one.DecidedAt)
            .ToListAsync(cancel);
        return answered.Select(one => new WeekLine(
            $"Your referral {one.Reference} was {Words(one.Outcome)}",
            "/CommunitySafetyHub/Referrals/Detail"
        )
        {
            Values = new { reference = one.Reference },
            Hint = $"Decided {UkTime.DayAndTime(one.DecidedAt)}.",
        });
    }

    private static string Words(TriageOutcome outcome) =>
        outcome switch
        {
            TriageOutcome.Accept => "accepted to the hub",
            TriageOutcome.AcceptUrgent => "accepted as urgent",
            TriageOutcome.Redirect => "redirected to another forum",
            TriageOutcome.Decline => "declined to usual working",
            TriageOutcome.Join => "joined to a case the hub has",
            _ => "returned for information",
        };

    private static WeekLine Refer(Week week)
    {
        // A referral makes the first hub whose cut-off is still ahead.
        var open = week.Next.FirstOrDefault(meeting => meeting.CutOffAt >= week.Now);
        var shut = week.Next.FirstOrDefault(meeting => meeting.CutOffAt < week.Now);
        return new("Make a referral", "/CommunitySafetyHub/Referrals/New")
        {
            Hint = (open, shut) switch
            {
                ({ } next, _) =>
                    $"For the hub on {next.Day}, referrals close {Countdown.Words(week.Now, next.CutOffAt)}, {UkTime.DayAndTime(next.CutOffAt)}.",
                (null, { } missed) =>
                    $"Referrals for {missed.Day} have closed. A new one goes to the hub after it, unless the chair admits it.",
                _ => "",
            },
        };
    }
}
