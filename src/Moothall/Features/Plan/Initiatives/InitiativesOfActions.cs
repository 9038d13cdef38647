using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Actions;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Initiatives;

/// <summary>What partners do for the actions of a plan.</summary>
public static class InitiativesOfActions
{
    /// <summary>
    /// The initiatives of some actions by the action, the earliest first, with how far each has come. What was called off is done for
    /// nothing.
    /// </summary>
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
                db.Set<Initiative>().Where(one => one.Status != InitiativeStatus.CalledOff),
                link => link.InitiativeId,
                one => one.Id,
                (link, one) =>
                    new
                    {
                        link.PlanActionId,
                        one.Id,
                        one.Details.Title,
                        one.Details.From,
                        one.Status,
                    }
            )
            .ToListAsync(cancel);
        return found
            .OrderBy(one => one.From)
            .ThenBy(one => one.Title, StringComparer.CurrentCulture)
            .ToLookup(one => one.PlanActionId, one => (one.Id, Words(one.Title, one.Status)));
    }

    private static string Words(string title, InitiativeStatus status) =>
        status == InitiativeStatus.Finished
            ? title
            : $"{title} ({DisplayNames.Of(status).ToLowerInvariant()})";
}
