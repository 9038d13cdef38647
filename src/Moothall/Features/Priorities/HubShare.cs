using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Access;

namespace Moothall.Features.Priorities;

/// <summary>
/// What the hub does for a priority, as far as this person may see it: each number is that of the list it leads to, made by the
/// list itself.
/// </summary>
/// <param name="Words">What is counted.</param>
/// <param name="Count">How many this person may see.</param>
/// <param name="Path">The list.</param>
public sealed record HubShare(string Words, int Count, string Path);

/// <summary>Counts what the hub does for a priority.</summary>
public sealed class HubShares(
    CaseList cases,
    ActionList actions,
    HubViewers viewers,
    CurrentUser user
)
{
    /// <summary>The numbers; none for whoever sees no cases.</summary>
    public async Task<IReadOnlyList<HubShare>> OfAsync(Guid priority, CancellationToken cancel)
    {
        List<HubShare> shares = [];
        if (user.May(Permission.SeeCases))
        {
            foreach (
                var (words, status) in new[]
                {
                    ("Cases open or monitored", ""),
                    ("Cases closed in the last twelve months", "lately"),
                }
            )
            {
                var chosen = await cases.ChosenAsync(
                    new() { Priority = priority, Status = status },
                    cancel
                );
                shares.Add(
                    new(
                        words,
                        await chosen.CountAsync(cancel),
                        $"/Cases?Priority={priority}&Status={status}"
                    )
                );
            }
        }

        if (user.May(Permission.SeeActions))
        {
            var viewer = await viewers.CurrentAsync(cancel);
            foreach (
                var (words, filter, path) in new[]
                {
                    ("Actions open", new ActionFilter { Priority = priority }, ""),
                    (
                        "Actions overdue",
                        new ActionFilter { Priority = priority, Overdue = true },
                        "&Filter.Overdue=true"
                    ),
                }
            )
            {
                shares.Add(
                    new(
                        words,
                        await actions.CountAsync(viewer, filter, cancel),
                        $"/Actions?Filter.Priority={priority}{path}"
                    )
                );
            }
        }

        return shares;
    }
}
