using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;

namespace Moothall.Platform.Backups;

/// <summary>What was restored, and what looking through it found.</summary>
/// <param name="Contents">What the backup said it holds.</param>
/// <param name="Audit">The walk along the restored audit.</param>
/// <param name="Problems">What is not as it should be, in words; nothing where all is well.</param>
public sealed record Restored(
    BackupContents Contents,
    AuditVerdict Audit,
    IReadOnlyList<string> Problems
);

/// <summary>Rebuilds an installation from one backup and its code, in a place that holds nothing yet.</summary>
public sealed class BackupRestorer(
    IServiceProvider services,
    MoothallDb db,
    BackupPlaces places,
    PostgresPrograms programs,
    IOptions<DocumentsOptions> documents,
    TimeProvider clock
)
{
    private readonly List<string> written = [];

    /// <summary>Restores it and looks through what is there then.</summary>
    /// <exception cref="BackupException">It is refused; nothing was touched, or what was written is gone again.</exception>
    public async Task<Restored> RestoreAsync(
        string file,
        RecoveryCode code,
        CancellationToken cancel = default
    )
    {
        var contents = await BackupReader.CheckAsync(file, code, cancel);
        RefuseWhatDoesNotFit(contents);
        await RefuseOverAnythingAsync(cancel);
        try
        {
            using var work = new WorkFolder(places.DataFolder, clock);
            await BackupReader.EachAsync(
                file,
                code,
                (name, content) => PutAsync(name, content, work, cancel),
                cancel
            );
        }
        catch (Exception fault)
        {
            written.ForEach(File.Delete);
            if (StorageFullException.IsAmong(fault))
            {
                throw new BackupException(
                    "There is no room here for what the backup holds. Nothing was kept.",
                    fault
                );
            }

            throw;
        }

        return await LookThroughAsync(contents, cancel);
    }

    private void RefuseWhatDoesNotFit(BackupContents contents)
    {
        if (contents.IsPostgres != places.Database.IsPostgres)
        {
            throw new BackupException(
                contents.IsPostgres
                    ? "This backup is of a PostgreSQL database. Give the connection string of an empty one with --database."
                    : "This backup is of a SQLite database. Give the file to make with --database."
            );
        }

        if (!db.Database.GetMigrations().Contains(contents.Migration))
        {
            throw new BackupException(
                "This backup was made by a later version of Moothall. Install that version and restore it there."
            );
        }
    }

    private async Task RefuseOverAnythingAsync(CancellationToken cancel)
    {
        const string Advice =
            "A backup is never restored over anything. Move it away first, or name another place with --database.";
        if (await HoldsDatabaseAsync(cancel))
        {
            throw new BackupException(
                $"There is a database here already, or what one left behind. {Advice}"
            );
        }

        if (EncryptedFileStore.HoldsFiles(documents.Value.FilesPath))
        {
            throw new BackupException(
                $"There are files in {documents.Value.FilesPath} already. {Advice}"
            );
        }

        if (
            File.Exists(documents.Value.KeyFile)
            || (
                Directory.Exists(places.KeyFolder)
                && Directory.EnumerateFiles(places.KeyFolder).Any()
            )
        )
        {
            throw new BackupException($"There are keys in {places.KeyFolder} already. {Advice}");
        }
    }

    private async Task<bool> HoldsDatabaseAsync(CancellationToken cancel)
    {
        if (!places.Database.IsPostgres)
        {
            // What a killed process had not yet written into an earlier file would be written into this one.
            string[] endings = ["", "-wal", "-journal"];
            return endings.Any(ending => File.Exists(places.Database.Text + ending));
        }

        await programs.RequireAsync("pg_restore", cancel);
        var tables = await db
            .Database.SqlQuery<int>(
                $"SELECT count(*)::int AS \"Value\" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'"
            )
            .SingleAsync(cancel);
        return tables > 0;
    }

    private async Task PutAsync(
        string name,
        Stream content,
        WorkFolder work,
        CancellationToken cancel
    )
    {
        switch (name)
        {
            case BackupParts.Contents:
                return;
            case BackupParts.PartnershipKey:
                await WriteAsync(documents.Value.KeyFile, content, cancel);
                return;
            case BackupParts.Database when places.Database.IsPostgres:
                await WriteAsync(work[name], content, cancel);
                await programs.RestoreAsync(work[name], cancel);
                return;
            case BackupParts.Database:
                await PutSqliteAsync(content, cancel);
                return;
            case var key when key.StartsWith(BackupParts.Keys, StringComparison.Ordinal):
                await WriteAsync(
                    Path.Combine(places.KeyFolder, Path.GetFileName(key)),
                    content,
                    cancel
                );
                return;
            case var stored when stored.StartsWith(BackupParts.Files, StringComparison.Ordinal):
                // The key came before the files, so the store opens with it.
                var store = services.GetRequiredService<EncryptedFileStore>();
                written.Add(
                    await store.PutBackAsync(stored[BackupParts.Files.Length..], content, cancel)
                );
                return;
            default:
                throw new BackupException(
                    $"This backup holds a part that is not known here: {name}."
                );
        }
    }

    // Under its name it stands whole: a start of the application meanwhile must not find half of one.
    private async Task PutSqliteAsync(Stream content, CancellationToken cancel)
    {
        var path = Path.GetFullPath(places.Database.Text);
        var unfinished = PrivateFiles.UnfinishedName(path);
        await WriteAsync(unfinished, content, cancel);
        File.Move(unfinished, path, overwrite: false);
        PrivateFiles.SyncFolder(Path.GetDirectoryName(path)!);
    }

    private async Task WriteAsync(string path, Stream content, CancellationToken cancel)
    {
        PrivateFiles.CreateFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        await using var target = PrivateFiles.Create(path);
        written.Add(path);
        await content.CopyToAsync(target, cancel);
        target.Flush(flushToDisk: true);
    }

    private async Task<Restored> LookThroughAsync(BackupContents contents, CancellationToken cancel)
    {
        var problems = contents
            .Missing.Select(name =>
                $"The file {name} was missing already when the backup was made."
            )
            .ToList();
        var audit = await AuditVerifier.VerifyAsync(db, cancel);
        if (audit.BrokenAt is { } link)
        {
            problems.Add($"The audit is broken at entry {link}: {audit.Why}.");
        }
        else if (audit.Entries != contents.AuditEntries)
        {
            problems.Add(
                $"The audit has {audit.Entries} entries, and had {contents.AuditEntries} when the backup was made."
            );
        }

        var store = services.GetRequiredService<EncryptedFileStore>();
        var files = await db.Set<StoredFile>()
            .Where(file => !contents.Missing.Contains(file.StoreName))
            .Select(file => new StoredContent(
                file.StoreName,
                file.WrappedKey,
                file.Length,
                file.Sha256
            ))
            .ToListAsync(cancel);
        foreach (var file in files)
        {
            try
            {
                await using var stream = store.Open(file);
                await stream.CopyToAsync(Stream.Null, cancel);
            }
            catch (StoredFileDamagedException damaged)
            {
                problems.Add($"{file.Name}: {damaged.Message}");
            }
        }

        return new(contents, audit, problems);
    }
}
