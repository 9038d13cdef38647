using Moothall.Platform.Documents.Outlines;

namespace Moothall.Features.Plan.Import.Reading;

/// <summary>
/// Reads a partnership's plan from top to bottom, whatever its layout: tables with an action a row, tables with a priority a row,
/// labels with what they say below or beside them, or headings with lists. It knows the words that plans use and no plan.
/// </summary>
public static class PlanReader
{
    /// <summary>Reads a document.</summary>
    /// <param name="outline">The document.</param>
    /// <param name="fileName">Its name, which serves as the title where it has none.</param>
    /// <param name="world">What the partnership knows already.</param>
    /// <param name="answers">What was answered to its questions, by key or by "about:value".</param>
    public static PlanReading Read(
        Outline outline,
        string fileName,
        PlanWorld world,
        IReadOnlyDictionary<string, string> answers
    )
    {
        // What stands further down explains what comes before it, so it is read twice.
        var first = ReadOnce(outline, fileName, new(world, answers, null));
        return ReadOnce(outline, fileName, new(world, answers, first));
    }

    // A note at the foot of a page that explains a priority was read with it.
    private static void MarkNotes(Outline outline, PlanDraft draft)
    {
        foreach (var aside in outline.Asides)
        {
            var explained = draft
                .Priorities.All.Concat(draft.Commissioners.All)
                .FirstOrDefault(one =>
                    one.Definition.Contains(aside.Text, StringComparison.Ordinal)
                );
            if (explained is not null)
            {
                draft.Mark(aside, $"Definition of {explained.Name}");
            }
        }
    }

    private static PlanReading ReadOnce(Outline outline, string fileName, PlanDraft draft)
    {
        var walk = new PlanWalk(draft);
        PlanTitle.Read(outline, fileName, draft);
        foreach (var block in outline.Blocks)
        {
            switch (block)
            {
                case Paragraph paragraph:
                    walk.Take(paragraph.Piece);
                    break;
                case Grid grid:
                    walk.Take(grid);
                    break;
            }
        }

        walk.End();
        MarkNotes(outline, draft);
        KnownPriorities.Find(draft);
        return draft.End(outline);
    }
}
