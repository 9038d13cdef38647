using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Import.Reading;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Documents.Doubts;
using Moothall.Platform.Documents.Outlines;
using Moothall.Platform.Time;

namespace Moothall.Features.Plan.Import;

/// <summary>A document on the desk: as it is, and what it comes to.</summary>
/// <param name="Import">The import.</param>
/// <param name="Outline">The document.</param>
/// <param name="Reading">What it comes to.</param>
/// <param name="Before">The plans that the same document became before.</param>
public sealed record PlanView(
    PlanImport Import,
    Outline Outline,
    PlanReading Reading,
    IReadOnlyList<BroughtBefore> Before
);

/// <summary>A plan that the same document became before: the same content, whatever the file was called.</summary>
public sealed record BroughtBefore(DateTime At, Guid PlanId, string Title);

/// <summary>Reads the document of an import anew, with what was answered to it and to those before it.</summary>
public sealed class PlanDesk(MoothallDb db, IFileStore store, TimeProvider clock)
{
    private readonly Dictionary<string, string> answers = [];

    /// <summary>What was answered to a question, here or for an earlier plan.</summary>
    public string? AnswerTo(ImportQuestion question) => new QuestionBook(answers).Given(question);

    /// <summary>The import, tracked; nothing where there is none.</summary>
    public async Task<PlanView?> FindAsync(Guid id, CancellationToken cancel)
    {
        var import = await db.Set<PlanImport>().SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (import is null)
        {
            return null;
        }

        var file = await db.Set<StoredFile>()
            .AsNoTracking()
            .SingleAsync(one => one.Id == import.FileId, cancel);
        using var content = new MemoryStream();
        await using (var stored = store.Open(file.ToContent()))
        {
            await stored.CopyToAsync(content, cancel);
        }

        return await ReadAsync(
            import,
            OutlineReader.Read(content.ToArray(), import.FileName),
            await BeforeAsync(import, file.Sha256, cancel),
            cancel
        );
    }

    /// <summary>What the document comes to now, after more was answered.</summary>
    public Task<PlanView> AgainAsync(PlanView view, CancellationToken cancel) =>
        ReadAsync(view.Import, view.Outline, view.Before, cancel);

    private Task<List<BroughtBefore>> BeforeAsync(
        PlanImport import,
        string digest,
        CancellationToken cancel
    ) =>
        (
            from other in db.Set<PlanImport>().AsNoTracking()
            join stored in db.Set<StoredFile>() on other.FileId equals stored.Id
            join plan in db.Set<PartnershipPlan>() on other.PlanId equals (Guid?)plan.Id
            where other.Id != import.Id && stored.Sha256 == digest
            orderby other.At
            select new BroughtBefore(other.At, plan.Id, plan.Details.Title)
        ).ToListAsync(cancel);

    private async Task<PlanView> ReadAsync(
        PlanImport import,
        Outline outline,
        IReadOnlyList<BroughtBefore> before,
        CancellationToken cancel
    )
    {
        var world = await PlanWorlds.LoadAsync(db, UkTime.Today(clock), cancel);
        answers.Clear();
        foreach (
            var earlier in await db.Set<PlanImport>()
                .AsNoTracking()
                .Where(one => one.PlanId != null && one.Id != import.Id)
                .OrderBy(one => one.At)
                .ToListAsync(cancel)
        )
        {
            Take(earlier);
        }

        Take(import);
        return new(
            import,
            outline,
            PlanReader.Read(outline, import.FileName, world, answers),
            before
        );

        void Take(PlanImport one)
        {
            foreach (var (key, value) in one.Given())
            {
                answers[key] = value;
            }
        }
    }
}
