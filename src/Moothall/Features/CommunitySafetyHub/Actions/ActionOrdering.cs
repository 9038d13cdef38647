using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Actions;

/// <summary>What the agenda needs to know of an open action.</summary>
/// <param name="Id">The action.</param>
/// <param name="DueUtc">When it is due, or null.</param>
/// <param name="LastChangedUtc">Its last update that reported a change; "no change" is not one. Null when there is none.</param>
/// <param name="CarriedForward">Hubs it has been carried past.</param>
public sealed record OpenAction(
    Guid Id,
    DateTime? DueUtc,
    DateTime? LastChangedUtc,
    int CarriedForward
)
{
    /// <summary>What is unsettled about its acceptance, in a sentence; empty where nothing is.</summary>
    public string Unsettled { get; init; } = "";
}

/// <summary>Why an action stands where it does on the agenda, in the order the meeting takes them.</summary>
public enum AgendaPlace
{
    /// <summary>Given to an agency in its absence, and not yet taken on: settled first, so that someone has it.</summary>
    AwaitsAcceptance,
    Overdue,
    Changed,

    /// <summary>Due at this very meeting and nothing heard: it was to be done by now (S1-5.5).</summary>
    DueNow,

    /// <summary>Listed, not discussed unless someone asks: "no change since last week".</summary>
    NoChange,
}

/// <summary>An action in its place, with the reason in a sentence.</summary>
public sealed record PlacedAction(OpenAction Action, AgendaPlace Place, string Reason);

/// <summary>
/// Puts every open action on the agenda (S1-3.3) in an order that fits the hour: overdue and changed first, the unchanged listed
/// under "no change since last week" (C8). Nothing is left out.
/// </summary>
public static class ActionOrdering
{
    public static IReadOnlyList<PlacedAction> Order(
        IEnumerable<OpenAction> open,
        DateTime meetingStartUtc,
        DateTime? lastMeetingStartUtc
    ) =>
        [
            .. open.Select(a => Place(a, meetingStartUtc, lastMeetingStartUtc))
                .OrderBy(p => p.Place)
                .ThenBy(p => p.Action.DueUtc ?? DateTime.MaxValue)
                .ThenByDescending(p => p.Action.CarriedForward)
                .ThenBy(p => p.Action.Id),
        ];

    private static PlacedAction Place(
        OpenAction action,
        DateTime meetingStartUtc,
        DateTime? lastMeetingStartUtc
    )
    {
        var carried = action.CarriedForward switch
        {
            0 => "",
            1 => " Carried forward once.",
            _ => $" Carried forward {action.CarriedForward} times.",
        };
        if (action.Unsettled.Length > 0)
        {
            return new(action, AgendaPlace.AwaitsAcceptance, $"{action.Unsettled}{carried}");
        }

        if (action.DueUtc < meetingStartUtc)
        {
            var due = UkTime.DateOf(action.DueUtc.Value.AddTicks(-1));
            return new(action, AgendaPlace.Overdue, $"Overdue since {UkTime.Day(due)}.{carried}");
        }

        if (
            action.LastChangedUtc is { } changed
            && (lastMeetingStartUtc is null || changed > lastMeetingStartUtc)
        )
        {
            return new(
                action,
                AgendaPlace.Changed,
                $"Updated {UkTime.DayAndTime(changed)}.{carried}"
            );
        }

        return action.DueUtc == meetingStartUtc
            ? new(action, AgendaPlace.DueNow, $"Due by this hub, with no update yet.{carried}")
            : new(action, AgendaPlace.NoChange, $"No change since last week.{carried}");
    }
}
