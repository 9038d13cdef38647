using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;

namespace Moothall.Features.CommunitySafetyHub.Import;

/// <summary>
/// Takes a whole import back: exactly what it wrote, and only while nobody has worked on any of it since. What the product put
/// on a draft agenda by itself goes with it.
/// </summary>
public sealed class ImportUndo(
    MoothallDb db,
    AuditActor actor,
    IFileStore files,
    TimeProvider clock
)
{
    private const int MostNamed = 10;

    /// <summary>Takes it back; the caller saves.</summary>
    /// <param name="import">The import, with what it wrote.</param>
    /// <param name="because">Why, in the person's words.</param>
    /// <param name="byName">Who.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Why it cannot be taken back, or nothing.</returns>
    public async Task<string?> UndoAsync(
        HubImport import,
        string because,
        string byName,
        CancellationToken cancel
    )
    {
        if (import.UndoneAt is not null)
        {
            return "This import was taken back already.";
        }

        if (string.IsNullOrWhiteSpace(because))
        {
            return "Say why it is taken back.";
        }

        // Whoever takes a list back sees how many rows it had, not what stands in them.
        using var pause = ReadNotes.Pause(db.Reads);
        var rows = new List<Record>();
        // What is kept of a person goes before the person.
        rows.AddRange(await LoadAsync<ProtectedValueReader>(import, cancel));
        rows.AddRange(await LoadAsync<ProtectedValue>(import, cancel));
        rows.AddRange(
            await LoadAsync<HubCase>(import, query => query.Include(one => one.Topics), cancel)
        );
        rows.AddRange(await LoadAsync<CasePerson>(import, cancel));
        rows.AddRange(await LoadAsync<PersonTelephone>(import, cancel));
        rows.AddRange(await LoadAsync<CasePlace>(import, cancel));
        rows.AddRange(await LoadAsync<CaseShare>(import, cancel));
        rows.AddRange(await LoadAsync<CaseNote>(import, cancel));
        rows.AddRange(await LoadAsync<CaseEvent>(import, cancel));
        rows.AddRange(await LoadAsync<HubAction>(import, cancel));
        rows.AddRange(await LoadAsync<ActionUpdate>(import, cancel));
        rows.AddRange(await LoadAsync<HubMembership>(import, cancel));
        rows.AddRange(await LoadAsync<Representative>(import, cancel));
        rows.AddRange(await LoadAsync<Organisation>(import, cancel));
        rows.AddRange(await LoadAsync<PastMinutes>(import, cancel));
        rows.AddRange(await LoadAsync<StoredFile>(import, cancel));
        var drafted = await DraftedAsync(import, cancel);
        var people = await PeopleAsync(import, cancel);
        var worked = await WorkedOnAsync(import, rows, people, drafted, cancel);
        if (worked.Count > 0)
        {
            var more = worked.Count > MostNamed ? $" and {worked.Count - MostNamed} more" : "";
            return "Somebody has worked on what was brought in since, so it stays: "
                + $"{string.Join(", ", worked.Take(MostNamed))}{more}. Nothing was taken back.";
        }

        foreach (var one in rows.OfType<HubCase>())
        {
            one.Topics.Clear();
        }

        db.RemoveRange(drafted);
        db.RemoveRange(rows);
        db.RemoveRange(people);
        import.Undo(because, byName, clock.GetUtcNow().UtcDateTime);
        actor.Why = $"Taking back a list that was brought in ({import.Reference})";
        foreach (var file in rows.OfType<StoredFile>())
        {
            db.AfterCommit(() => files.Delete(file.StoreName));
        }

        await db.SaveChangesAsync(cancel);

        return null;
    }

    private Task<List<T>> LoadAsync<T>(HubImport import, CancellationToken cancel)
        where T : Record => LoadAsync<T>(import, query => query, cancel);

    private Task<List<T>> LoadAsync<T>(
        HubImport import,
        Func<IQueryable<T>, IQueryable<T>> with,
        CancellationToken cancel
    )
        where T : Record
    {
        var (id, kind) = (import.Id, typeof(T).Name);
        var written = db.Set<ImportedRecord>()
            .Where(one => one.ImportId == id && one.Kind == kind)
            .Select(one => one.RecordId);
        return with(db.Set<T>()).Where(one => written.Contains(one.Id)).ToListAsync(cancel);
    }

    private Task<List<User>> PeopleAsync(HubImport import, CancellationToken cancel)
    {
        var id = import.Id;
        var written = db.Set<ImportedRecord>()
            .Where(one => one.ImportId == id && one.Kind == nameof(User))
            .Select(one => one.RecordId);
        return db.Set<User>().Where(one => written.Contains(one.Id)).ToListAsync(cancel);
    }

    // A case with open actions comes onto the next agenda by itself; while that is a draft nobody has worked on it.
    private Task<List<AgendaItem>> DraftedAsync(HubImport import, CancellationToken cancel)
    {
        var id = import.Id;
        var cases = db.Set<ImportedRecord>()
            .Where(one => one.ImportId == id && one.Kind == nameof(HubCase))
            .Select(one => (Guid?)one.RecordId);
        var unpublished = db.Set<Meetings.HubMeeting>()
            .Where(meeting => meeting.PublishedAt == null)
            .Select(meeting => meeting.Id);
        return db.Set<AgendaItem>()
            .Where(item =>
                cases.Contains(item.CaseId)
                && (item.IsDraft || unpublished.Contains(item.MeetingId))
                && item.StartedAt == null
                && !db.Set<Meetings.InviteeItem>().Any(one => one.ItemId == item.Id)
            )
            .ToListAsync(cancel);
    }

    private async Task<List<string>> WorkedOnAsync(
        HubImport import,
        List<Record> rows,
        List<User> people,
        List<AgendaItem> drafted,
        CancellationToken cancel
    )
    {
        var written = await db.Set<ImportedRecord>()
            .AsNoTracking()
            .Where(one => one.ImportId == import.Id && one.Kind != ImportedRecord.Column)
            .OrderBy(one => one.Id)
            .ToListAsync(cancel);
        var names = written.ToDictionary(one => one.RecordId, one => one.Name);
        var here = rows.Select(row => row.Id).Concat(people.Select(one => one.Id)).ToHashSet();
        var stamp = import.Id.ToString();
        var changed = rows.Where(row => row.Version > 0)
            .Select(row => row.Id)
            .Concat(people.Where(one => one.ConcurrencyStamp != stamp).Select(one => one.Id));
        var gone = written.Select(one => one.RecordId).Where(id => !here.Contains(id));
        var others = await OtherRows.ThatNameAsync(
            db,
            import.Id,
            [.. drafted.Select(item => item.Id)],
            cancel
        );
        return
        [
            .. changed
                .Concat(gone)
                .Concat(others)
                .Select(id => names[id])
                .Distinct(StringComparer.Ordinal),
        ];
    }
}
