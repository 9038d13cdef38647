using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
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
            earlier.Values.Select(action => ActionLines.Read(action, meeting)),
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
                            ? $"Agreed at this meeting. {Unsettled(action)}".TrimEnd()
                            : $"{DisplayNames.Of(action.Status)}: {action.ClosedBecause}",
                        false
                    )
                ),
        ];
    }

    // The owner is told apart at once: whoever is not here has not agreed to it.
    private static string Unsettled(HubAction action) =>
        action.Acceptance.State == AcceptanceState.Awaited
            ? "Not here: awaits acceptance."
            : action.Acceptance.Sentence;

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
            last is null ? "" : $"{UkTime.DayAndTime(last.At)}, {last.InOneLine(action.OwnerName)}"
        )
        {
            IsReportedDone = action.ReportedDone is not null,
        };
    }
}
