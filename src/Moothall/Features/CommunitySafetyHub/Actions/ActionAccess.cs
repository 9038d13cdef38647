using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Actions;

/// <summary>Who sees an action: its owner's agency always (settled 9), others as they see its case.</summary>
public static class ActionAccess
{
    /// <summary>The actions this viewer may know of.</summary>
    public static IQueryable<HubAction> VisibleTo(
        this IQueryable<HubAction> actions,
        HubViewer viewer,
        MoothallDb db
    )
    {
        var (userId, members, runsHub) = (viewer.UserId, viewer.MembershipIds, viewer.RunsHub);
        var bodies = viewer.BodyIds;
        var cases = db.Set<HubCase>().OpenTo(viewer, db).Select(c => c.Id);
        var shutOut = db.Set<CaseExclusion>().Where(e => e.UserId == userId);
        return actions.Where(action =>
            (action.CaseId == null || !shutOut.Any(e => e.CaseId == action.CaseId))
            && (
                members.Contains(action.OwnerMembershipId)
                || (
                    action.CaseId == null
                        ? runsHub || bodies.Contains(action.BodyId)
                        : cases.Any(id => id == action.CaseId)
                )
            )
        );
    }

    /// <summary>The same rule among the actions of cases that are known to be visible, some of them open, to the viewer.</summary>
    public static IQueryable<HubAction> AmongCases(
        this IQueryable<HubAction> actions,
        IReadOnlyList<Guid> visible,
        IReadOnlyList<Guid> open,
        HubViewer viewer
    )
    {
        var members = viewer.MembershipIds;
        return actions.Where(action =>
            action.CaseId != null
            && (
                open.Contains(action.CaseId.Value)
                || (
                    visible.Contains(action.CaseId.Value)
                    && members.Contains(action.OwnerMembershipId)
                )
            )
        );
    }

    /// <summary>Whether the viewer may report on it: its owner's agency, or the team for them.</summary>
    public static bool CanUpdate(HubAction action, HubViewer viewer) =>
        viewer.IsTeam || viewer.MembershipIds.Contains(action.OwnerMembershipId);
}
