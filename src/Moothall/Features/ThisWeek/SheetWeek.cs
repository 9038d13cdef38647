using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.AgencySheets;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;

namespace Moothall.Features.ThisWeek;

/// <summary>What the team does this week for agencies that do not sign in: sheets to send, answers to chase, actions nobody has taken on.</summary>
internal static class SheetWeek
{
    private const string Desk = "/CommunitySafetyHub/AgencySheets/Index";

    public static async Task<IEnumerable<WeekLine>> LinesAsync(Week week, CancellationToken cancel)
    {
        var lines = new List<WeekLine>();
        if (await UnsettledAsync(week, cancel) is { } unsettled)
        {
            lines.Add(unsettled);
        }

        if (!week.User.May(Permission.CirculateMinutes))
        {
            return lines;
        }

        var agencies = await AgenciesAsync(week, cancel);
        var toSend = agencies.Count(one => !one.Sent);
        if (toSend > 0)
        {
            lines.Add(
                new(
                    $"{Countdown.Count(toSend, "agency", "agencies")} to send a sheet of actions",
                    Desk
                )
                {
                    Urgency = Urgency.Soon,
                    Tag = "To send",
                }
            );
        }

        var silent = agencies.Count(one => one is { Sent: true, Unanswered: true });
        if (silent > 0)
        {
            lines.Add(
                new(
                    $"{Countdown.Count(silent, "agency", "agencies")} yet to answer a sheet of actions",
                    Desk
                )
                {
                    Urgency = Urgency.Soon,
                    Tag = "To chase",
                }
            );
        }

        return lines;
    }

    private static async Task<WeekLine?> UnsettledAsync(Week week, CancellationToken cancel)
    {
        var count = await week
            .Db.Set<HubAction>()
            .VisibleTo(week.Viewer, week.Db)
            .CountAsync(
                action =>
                    action.Status == ActionStatus.Open
                    && (
                        action.Acceptance.State == AcceptanceState.Awaited
                        || action.Acceptance.State == AcceptanceState.AskedElsewhere
                    ),
                cancel
            );
        return count == 0
            ? null
            : new(
                $"{Countdown.Count(count, "action")} not yet accepted by {(count == 1 ? "its owner" : "their owners")}",
                "/CommunitySafetyHub/Actions/Index"
            )
            {
                Urgency = Urgency.Soon,
                Tag = "To settle",
            };
    }

    // Four queries whatever there is; the desk says more.
    private static async Task<IReadOnlyList<(bool Sent, bool Unanswered)>> AgenciesAsync(
        Week week,
        CancellationToken cancel
    )
    {
        var last = week.LastMet ?? DateTime.UnixEpoch;
        var (bodies, meetings) = (
            week.Next.Select(meeting => meeting.BodyId).ToList(),
            week.Next.Select(meeting => meeting.Id).ToList()
        );
        var actions = await week
            .Db.Set<HubAction>()
            .VisibleTo(week.Viewer, week.Db)
            .Where(action => action.Status == ActionStatus.Open && bodies.Contains(action.BodyId))
            .Select(action => new
            {
                action.OwnerMembershipId,
                Answered = action.Updates.Any(update => update.At > last),
            })
            .ToListAsync(cancel);
        var owners = actions.Select(action => action.OwnerMembershipId).Distinct().ToList();
        var members = await week
            .Db.Set<HubMembership>()
            .AsNoTracking()
            .Include(member => member.Representatives)
            .Where(member => owners.Contains(member.Id))
            .ToListAsync(cancel);
        var people = members
            .SelectMany(member => SheetRecipients.Acting(member, week.Today))
            .ToList();
        var able = await AbleToSignIn.AmongAsync(week.Db, people, cancel);
        var onPaper = await week
            .Db.Set<OnPaper>()
            .Where(one => one.EndedAt == null)
            .Select(one => one.MembershipId)
            .ToListAsync(cancel);
        var copies = week
            .Db.Set<CirculationCopy>()
            .Where(copy => copy.SheetId != null && copy.Status != CopyStatus.Withdrawn)
            .Select(copy => copy.SheetId!.Value);
        var sent = await week
            .Db.Set<AgencySheet>()
            .Where(sheet => sheet.Kind == SheetKind.Actions && meetings.Contains(sheet.MeetingId))
            .Where(sheet => copies.Contains(sheet.Id))
            .Select(sheet => sheet.MembershipId)
            .ToListAsync(cancel);
        return
        [
            .. members
                .Where(member => member.ShutBecause(week.Today) is null)
                .Where(member =>
                    onPaper.Contains(member.Id)
                    || !SheetRecipients.Acting(member, week.Today).Any(able.Contains)
                )
                .Select(member =>
                    (
                        sent.Contains(member.Id),
                        actions.Exists(one => one.OwnerMembershipId == member.Id && !one.Answered)
                    )
                ),
        ];
    }
}
