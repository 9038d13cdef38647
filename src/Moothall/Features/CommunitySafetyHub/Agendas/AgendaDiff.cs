namespace Moothall.Features.CommunitySafetyHub.Agendas;

/// <summary>An item as a reader of the agenda sees it.</summary>
public sealed record AgendaLine(Guid ItemId, AgendaPart Part, string Title, int Minutes);

/// <summary>What a publication changed, in sentences for whoever read the one before.</summary>
public static class AgendaDiff
{
    /// <summary>Added, removed, moved, renamed, and other minutes; empty when the two read the same.</summary>
    /// <param name="before">The earlier lines in order, as this reader may see them.</param>
    /// <param name="after">The later lines in order, as this reader may see them.</param>
    public static IReadOnlyList<string> Of(
        IReadOnlyList<AgendaLine> before,
        IReadOnlyList<AgendaLine> after
    )
    {
        var earlier = before.ToDictionary(line => line.ItemId);
        var later = after.Select(line => line.ItemId).ToHashSet();
        var stayed = after.Where(line => earlier.ContainsKey(line.ItemId)).ToList();
        var inPlace = LongestInOrder([.. stayed.Select(line => PlaceOf(before, line.ItemId))]);
        var changes = new List<string>();
        changes.AddRange(
            after
                .Where(line => !earlier.ContainsKey(line.ItemId))
                .Select(line => $"Added: {line.Title} ({Minutes(line.Minutes)})")
        );
        changes.AddRange(
            before
                .Where(line => !later.Contains(line.ItemId))
                .Select(line => $"Removed: {line.Title}")
        );
        for (var index = 0; index < stayed.Count; index++)
        {
            var (line, was) = (stayed[index], earlier[stayed[index].ItemId]);
            if (!inPlace.Contains(index) || line.Part != was.Part)
            {
                changes.Add($"Moved: {line.Title}");
            }

            if (line.Title != was.Title)
            {
                changes.Add($"Renamed: {line.Title}, was {was.Title}");
            }

            if (line.Minutes != was.Minutes)
            {
                changes.Add($"{line.Title}: {Minutes(line.Minutes)}, was {was.Minutes}");
            }
        }

        return changes;
    }

    private static int PlaceOf(IReadOnlyList<AgendaLine> lines, Guid itemId)
    {
        for (var index = 0; index < lines.Count; index++)
        {
            if (lines[index].ItemId == itemId)
            {
                return index;
            }
        }

        return -1;
    }

    // The largest set of items that kept their order among each other; the others are the ones that moved, so that one
    // item carried past nine others is told as one move and not as ten.
    private static HashSet<int> LongestInOrder(IReadOnlyList<int> places)
    {
        var length = new int[places.Count];
        var previous = new int[places.Count];
        var best = -1;
        for (var index = 0; index < places.Count; index++)
        {
            (length[index], previous[index]) = (1, -1);
            for (var earlier = 0; earlier < index; earlier++)
            {
                if (places[earlier] < places[index] && length[earlier] >= length[index])
                {
                    (length[index], previous[index]) = (length[earlier] + 1, earlier);
                }
            }

            if (best < 0 || length[index] > length[best])
            {
                best = index;
            }
        }

        var kept = new HashSet<int>();
        for (; best >= 0; best = previous[best])
        {
            kept.Add(best);
        }

        return kept;
    }

    private static string Minutes(int count) => count == 1 ? "1 minute" : $"{count} minutes";
}
