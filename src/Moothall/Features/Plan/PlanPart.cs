using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Priorities;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan;

/// <summary>What is kept about one action of a plan, or about one priority as the plan pursues it.</summary>
/// <typeparam name="TDetails">What one says of it.</typeparam>
public abstract class PlanPart<TDetails> : Record
    where TDetails : class, new()
{
    /// <summary>The action, unless it is about a priority.</summary>
    public Guid? PlanActionId { get; init; }

    /// <summary>The priority, unless it is about an action.</summary>
    public Guid? PlanPriorityId { get; init; }

    /// <summary>What one says of it.</summary>
    public TDetails Details { get; set; } = new();

    /// <summary>Itself in words.</summary>
    public abstract string Words { get; }
}

/// <summary>The action or priority that something is about.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="ActionId">The action, or nothing.</param>
/// <param name="PriorityId">The priority as the plan pursues it, or nothing.</param>
/// <param name="Words">What it is called.</param>
public sealed record PlanPlace(Guid PlanId, Guid? ActionId, Guid? PriorityId, string Words)
{
    /// <summary>The page that shows it.</summary>
    public string Path =>
        ActionId is { } action ? $"/Plan/Actions/{action}" : $"/Plan/Priorities/{PriorityId}";

    /// <summary>Finds it by its identifier, or nothing.</summary>
    public static async Task<PlanPlace?> FindAsync(
        MoothallDb db,
        Guid about,
        CancellationToken cancel
    )
    {
        var action = await db.Set<PlanAction>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == about, cancel);
        if (action is not null)
        {
            return new(action.PlanId, about, null, $"Action {action.Number}");
        }

        var priority = await db.Set<PlanPriority>()
            .AsNoTracking()
            .Include(one => one.Priority)
            .SingleOrDefaultAsync(one => one.Id == about, cancel);
        return priority is null ? null : new(priority.PlanId, null, about, priority.Priority.Name);
    }
}
