using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.AgencySheets;
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

        var (toSend, silent) = await SheetDesk.CountAsync(
            week.Db,
            week.Viewer,
            [.. week.Next.Select(meeting => (meeting.BodyId, meeting.Id))],
            week.LastMet ?? DateTime.UnixEpoch,
            week.Today,
            cancel
        );
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
}
