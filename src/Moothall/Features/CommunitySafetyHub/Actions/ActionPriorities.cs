using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.Partnership.Priorities;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Actions;

/// <summary>That an action serves a priority, as far as one viewer may know.</summary>
public sealed class ServedPriority
{
    public required Guid ActionId { get; init; }
    public required Guid PriorityId { get; init; }
    public required string Name { get; init; }

    /// <summary>Whether it was chosen for the action; otherwise it is one of its case.</summary>
    public required bool IsOwn { get; init; }
}

/// <summary>
/// Which priorities an action serves (S0-9): those chosen for it; where none is chosen, those of its case. Every list, count,
/// page and file asks here.
/// </summary>
public static class ActionPriorities
{
    /// <summary>
    /// A row for each priority that one of these actions serves. Whoever sees an action sees what was chosen for it; what a case is
    /// held against is part of its content, and an action's owner may know no more of the case than its name (settled 9).
    /// </summary>
    /// <param name="actions">Actions that the viewer may see.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="db">Where they are.</param>
    public static IQueryable<ServedPriority> Served(
        this IQueryable<HubAction> actions,
        HubViewer viewer,
        MoothallDb db
    )
    {
        var open = db.Set<HubCase>().OpenTo(viewer, db);
        return from action in actions
            from priority in db.Set<Priority>()
            where
                action.Priorities.Any(own => own.Id == priority.Id)
                || (
                    !action.Priorities.Any()
                    && open.Any(one =>
                        one.Id == action.CaseId
                        && one.Priorities.Any(held => held.Id == priority.Id)
                    )
                )
            select new ServedPriority
            {
                ActionId = action.Id,
                PriorityId = priority.Id,
                Name = priority.Name,
                IsOwn = action.Priorities.Any(),
            };
    }
}
