using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Actions;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan.Initiatives;

/// <summary>What partners do for the actions of a plan.</summary>
public static class InitiativesOfActions
{
    /// <summary>The initiatives of some actions by the action, the earliest first.</summary>
    public static async Task<ILookup<Guid, (Guid Id, string Title)>> OfAsync(
        MoothallDb db,
        IQueryable<PlanAction> which,
        CancellationToken cancel
    )
    {
        var actions = which.Select(one => one.Id);
        var found = await db.Set<InitiativeAction>()
            .Where(link => actions.Contains(link.PlanActionId))
            .Join(
                db.Set<Initiative>(),
                link => link.InitiativeId,
                one => one.Id,
                (link, one) =>
                    new
                    {
                        link.PlanActionId,
                        one.Id,
                        one.Details.Title,
                        one.Details.From,
                    }
            )
            .ToListAsync(cancel);
        return found
            .OrderBy(one => one.From)
            .ThenBy(one => one.Title, StringComparer.CurrentCulture)
            .ToLookup(one => one.PlanActionId, one => (one.Id, one.Title));
    }
}
