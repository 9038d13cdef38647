using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Import.Recognising;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Import;

/// <summary>
/// Writes a plan: the import and everything it brings, each row of it remembered so that all can be taken back. The caller saves,
/// so that it is one unit with its one-use key and its audit entry.
/// </summary>
public sealed class ImportWriter(
    MoothallDb db,
    PastMinutesWriter minutes,
    ProtectedSeal seal,
    AuditActor actor,
    TimeProvider clock
)
{
    /// <summary>Writes what is ready. Nothing is asked here any more: the plan has no open questions.</summary>
    public async Task<HubImport> WriteAsync(
        ImportPlan plan,
        Guid bodyId,
        BroughtFile file,
        HubViewer viewer,
        CancellationToken cancel = default
    )
    {
        if (plan.Open.Count > 0)
        {
            throw new InvalidOperationException("A plan with open questions cannot be written.");
        }

        var import = await BeginAsync(plan, bodyId, file, viewer, cancel);
        var pen = new ImportPen(db, import, viewer, import.At, UkTime.DateOf(import.At));
        if (file.HeldOn is { } heldOn)
        {
            await minutes.WriteAsync(pen, file, heldOn, cancel);
        }

        await WriteAsync(plan, pen, cancel);
        foreach (
            var column in plan
                .Recognised.Tables.SelectMany(table => table.Columns)
                .Where(column => column.IsSaid)
                .DistinctBy(column => column.Key)
        )
        {
            pen.Remember(ImportedRecord.Column, Guid.CreateVersion7(), column.Name, column.Reading);
        }

        return import;
    }

    /// <summary>The row of the import itself.</summary>
    private async Task<HubImport> BeginAsync(
        ImportPlan plan,
        Guid bodyId,
        BroughtFile file,
        HubViewer viewer,
        CancellationToken cancel
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var year = UkTime.DateOf(now).Year;
        string reference;
        do
        {
            reference = HumanReference.Generate("BRT", year);
        } while (await db.Set<HubImport>().AnyAsync(one => one.Reference == reference, cancel));

        actor.Why = $"Bringing in a list ({reference})";
        var import = new HubImport
        {
            BodyId = bodyId,
            Reference = reference,
            Kind = plan.Kind,
            FileName = file.FileName,
            FileHash = HashOf(file.Content),
            ById = viewer.UserId == Guid.Empty ? null : viewer.UserId,
            ByName = viewer.Name,
            At = now,
            RowsRead = plan.RowsRead,
            RowsWritten = plan.RowsReady,
            RowsRefused = plan.Refused.Count,
        };
        db.Add(import);
        return import;
    }

    /// <summary>Writes the entries of a plan under an import.</summary>
    private async Task WriteAsync(ImportPlan plan, ImportPen pen, CancellationToken cancel)
    {
        var cases = plan.Ready.OfType<PlannedCase>().ToList();
        var references = await ReferencesAsync(cases.Count, pen.Today.Year, cancel);
        foreach (var (planned, reference) in cases.Zip(references))
        {
            await CaseWriting.WriteAsync(db, pen, seal, planned, reference, cancel);
        }

        foreach (var planned in plan.Ready.OfType<PlannedAction>())
        {
            ActionWriting.Write(pen, planned);
        }

        await MemberWriting.WriteAsync(db, pen, [.. plan.Ready.OfType<PlannedMember>()], cancel);
    }

    /// <summary>The earlier imports of the same file that were not taken back, the latest first.</summary>
    public Task<List<HubImport>> EarlierAsync(byte[] content, CancellationToken cancel)
    {
        var hash = HashOf(content);
        return db.Set<HubImport>()
            .AsNoTracking()
            .Where(one => one.FileHash == hash && one.UndoneAt == null)
            .OrderByDescending(one => one.At)
            .ToListAsync(cancel);
    }

    private static string HashOf(byte[] content) =>
        Convert.ToHexStringLower(SHA256.HashData(content));

    private async Task<List<string>> ReferencesAsync(int count, int year, CancellationToken cancel)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        while (found.Count < count)
        {
            var tried = Enumerable
                .Range(0, count - found.Count)
                .Select(_ => HumanReference.Generate("CSH", year))
                .ToHashSet(StringComparer.Ordinal);
            foreach (var chunk in tried.Chunk(500))
            {
                var taken = await db.Set<HubCase>()
                    .Where(one => chunk.Contains(one.Reference))
                    .Select(one => one.Reference)
                    .ToListAsync(cancel);
                found.UnionWith(chunk.Except(taken));
            }
        }

        return [.. found];
    }
}
