using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Meetings.Live;

/// <summary>Puts actions in the order the meeting takes them: overdue and changed first, the unchanged listed (C8).</summary>
public static class LiveActions
{
    /// <summary>Orders them; what was agreed or taken off at this very meeting comes last.</summary>
    public static IReadOnlyList<LiveAction> Order(
        IReadOnlyCollection<HubAction> actions,
        HubMeeting meeting,
        DateTime? lastMeeting
    )
    {
        var here = actions.Where(a => a.MeetingId == meeting.Id || a.Status != ActionStatus.Open);
        var earlier = actions.Except(here).ToDictionary(action => action.Id);
        var placed = ActionOrdering.Order(
            earlier.Values.Select(action => Read(action, meeting.StartsAt)),
            meeting.StartsAt,
            lastMeeting
        );
        return
        [
            .. placed.Select(one =>
                Of(earlier[one.Action.Id], one.Reason, one.Place == AgendaPlace.NoChange)
            ),
            .. here.OrderBy(action => action.AgreedAt)
                .Select(action =>
                    Of(
                        action,
                        action.Status == ActionStatus.Open
                            ? "Agreed at this meeting."
                            : $"{DisplayNames.Of(action.Status)}: {action.ClosedBecause}",
                        false
                    )
                ),
        ];
    }

    // Due on the meeting's day means due by the meeting (S1-5.5).
    private static OpenAction Read(HubAction action, DateTime meetingStart) =>
        new(
            action.Id,
            action.Due == UkTime.DateOf(meetingStart) ? meetingStart : ActionDue.EndOf(action.Due),
            action
                .Updates.Where(update => update.Progress != ReportedProgress.NoChange)
                .Max(update => (DateTime?)update.At),
            action.CarriedForward
        );

    private static LiveAction Of(HubAction action, string standing, bool quiet)
    {
        var last = action.Updates.MaxBy(update => update.At);
        return new(
            action.Id,
            action.Text,
            action.OwnerName,
            action.Due,
            action.Status == ActionStatus.Open,
            standing,
            quiet,
            last is null
                ? ""
                : $"{DisplayNames.Of(last.Progress)}, {UkTime.DayAndTime(last.At)}: {last.Text}"
        );
    }
}
