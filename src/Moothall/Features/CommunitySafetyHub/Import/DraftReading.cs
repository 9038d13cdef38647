using Moothall.Features.CommunitySafetyHub.Import.Recognising;
using Moothall.Platform.Audit;
using Moothall.Platform.Documents.Tables;

namespace Moothall.Features.CommunitySafetyHub.Import;

/// <summary>What the pages of a list being brought in have in common: the file, read anew each time, and what it comes to.</summary>
public sealed class DraftReading(
    ImportDrafts drafts,
    KnownWorlds worlds,
    HubViewers viewers,
    ReadNotes reads
)
{
    /// <summary>The draft and its plan; nothing where it is not this person's or is forgotten.</summary>
    public async Task<DraftView?> FindAsync(Guid id, CancellationToken cancel) =>
        await drafts.FindAsync(id, cancel) is { } draft ? await OfAsync(draft, cancel) : null;

    /// <summary>What a draft comes to.</summary>
    public async Task<DraftView> OfAsync(ImportDraft draft, CancellationToken cancel)
    {
        var file = drafts.FileOf(draft);
        var world = await worlds.LoadAsync(
            draft.BodyId,
            await viewers.CurrentAsync(cancel),
            cancel
        );
        // Minutes without a table in them are minutes all the same.
        var tables = TableReader.Read(file.Content, file.FileName).Tables;
        var plan = Planner.Plan(tables, draft.Kind, world, drafts.AnswersOf(draft));
        foreach (var shown in plan.Shown)
        {
            reads.Note("Case", shown);
        }

        return new(draft, file, plan);
    }
}

/// <summary>A list being brought in.</summary>
public sealed record DraftView(ImportDraft Draft, BroughtFile File, ImportPlan Plan);
