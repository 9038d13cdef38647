using Moothall.Platform.Documents.Doubts;

namespace Moothall.Features.Plan.Import.Reading;

/// <summary>A priority that the partnership has already.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Name">Its name.</param>
/// <param name="Abbreviation">Its short form, or nothing.</param>
/// <param name="IsCommissioners">Whether it is the local policing body's.</param>
public sealed record KnownPriority(
    Guid Id,
    string Name,
    string Abbreviation,
    bool IsCommissioners = false
);

/// <summary>
/// Finds the priorities of a document among those that the partnership has. The same name is the same priority; one that is nearly
/// the same is asked about, so that no list has both.
/// </summary>
internal static class KnownPriorities
{
    /// <summary>Says of each priority of the document which one it is; nothing where it is new.</summary>
    public static void Find(PlanDraft draft)
    {
        Find(draft, draft.Priorities.All, isCommissioners: false);
        Find(draft, draft.Commissioners.All, isCommissioners: true);
    }

    private static void Find(
        PlanDraft draft,
        IReadOnlyList<ReadPriority> priorities,
        bool isCommissioners
    )
    {
        var free = draft
            .World.Priorities.Where(one => one.IsCommissioners == isCommissioners)
            .ToList();
        // What is certainly the same goes first: a priority of the partnership is one priority of a plan and not two.
        foreach (var one in priorities)
        {
            Take(one, free.Find(known => PriorityBook.IsSame(known, one)));
        }

        foreach (var one in priorities.Where(one => one.Known is null))
        {
            Take(one, Asked(draft, one, free, isCommissioners));
        }

        void Take(ReadPriority one, KnownPriority? known)
        {
            one.Known = known;
            free.RemoveAll(other => other == known);
        }
    }

    private static KnownPriority? Asked(
        PlanDraft draft,
        ReadPriority one,
        List<KnownPriority> free,
        bool isCommissioners
    )
    {
        var near = free.Select(known =>
                (Known: known, Score: PriorityBook.Nearness(known.Name, one.Name))
            )
            .Where(known => known.Score > 0)
            .OrderByDescending(known => known.Score)
            .Select(known => known.Known)
            .ToList();
        if (near.Count == 0)
        {
            return null;
        }

        var answer = draft.Ask(
            "same",
            isCommissioners ? $"commissioner: {one.Name}" : one.Name,
            $"Is “{PriorityCell.Shortened(one.Name)}” a priority that {(isCommissioners ? "the list of the commissioner’s priorities" : "the partnership")} has already?",
            [
                .. near.Select(known => new QuestionChoice(
                    known.Id.ToString("N"),
                    $"The same as “{known.Name}”"
                )),
                new(QuestionBook.AsNew, "A new priority"),
            ],
            near[0].Id.ToString("N")
        );
        return near.Find(known => known.Id.ToString("N") == answer);
    }
}
