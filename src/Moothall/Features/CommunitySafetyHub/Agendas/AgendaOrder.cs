namespace Moothall.Features.CommunitySafetyHub.Agendas;

/// <summary>Moves items of an agenda by a click.</summary>
public static class AgendaOrder
{
    /// <summary>
    /// Moves an item one place up or down among those of its part that the person sees. Items they may not see are stepped
    /// over, so that a click always moves what they see.
    /// </summary>
    /// <param name="items">All items in order; changed.</param>
    /// <param name="seen">The items that the person sees.</param>
    /// <param name="itemId">The item to move.</param>
    /// <param name="by">-1 for up, 1 for down.</param>
    public static void Step(List<AgendaItem> items, IReadOnlySet<Guid> seen, Guid itemId, int by)
    {
        var from = items.FindIndex(item => item.Id == itemId);
        if (from < 0 || !seen.Contains(itemId))
        {
            return;
        }

        var to = from + by;
        while (to >= 0 && to < items.Count && !seen.Contains(items[to].Id))
        {
            to += by;
        }

        if (to >= 0 && to < items.Count && items[to].Part == items[from].Part)
        {
            var moved = items[from];
            items.RemoveAt(from);
            items.Insert(to, moved);
        }
    }
}
