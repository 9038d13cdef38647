using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Agendas;

/// <summary>An open action in its place on the agenda.</summary>
/// <param name="Action">The action.</param>
/// <param name="Place">Where it stands and why.</param>
/// <param name="Reference">Its case, where the reader may see that.</param>
public sealed record ActionLine(HubAction Action, PlacedAction Place, string Reference);

/// <summary>The open actions that a meeting's agenda carries (S1-3.3), as far as the reader may see them.</summary>
public static class ActionLines
{
    /// <summary>Every open action of the hub that was agreed before the meeting, overdue and changed ones first (C8).</summary>
    public static async Task<IReadOnlyList<ActionLine>> ForAsync(
        MoothallDb db,
        HubMeeting meeting,
        HubViewer viewer
    )
    {
        var actions = await db.Set<HubAction>()
            .AsNoTracking()
            .VisibleTo(viewer, db)
            .Where(action => action.BodyId == meeting.BodyId && action.Status == ActionStatus.Open)
            .Where(action => action.MeetingId != meeting.Id)
            .Include(action => action.Updates)
            .ToDictionaryAsync(action => action.Id);
        if (actions.Count == 0)
        {
            return [];
        }

        var references = await db.Set<HubCase>()
            .VisibleTo(viewer, db)
            .Where(one => one.BodyId == meeting.BodyId && one.Status != CaseStatus.Closed)
            .Select(one => new { one.Id, one.Reference })
            .ToDictionaryAsync(one => one.Id, one => one.Reference);
        return
        [
            .. ActionOrdering
                .Order(
                    actions.Values.Select(action => Read(action, meeting)),
                    meeting.StartsAt,
                    await AgendaSources.LastMeetingAsync(db, meeting)
                )
                .Select(placed =>
                {
                    var action = actions[placed.Action.Id];
                    var reference = action.CaseId is { } id ? references.GetValueOrDefault(id) : "";
                    return new ActionLine(action, placed, reference ?? "");
                }),
        ];
    }

    /// <summary>An action, loaded with its updates, as the rule of the agenda's order reads it.</summary>
    internal static OpenAction Read(HubAction action, HubMeeting meeting) =>
        AgendaSources.Read(
            action.Id,
            action.Due,
            action
                .Updates.Where(update => update.Progress != ReportedProgress.NoChange)
                .Max(update => (DateTime?)update.At),
            action.CarriedForward,
            meeting.StartsAt
        ) with
        {
            Unsettled = action.Acceptance.Sentence,
        };
}
