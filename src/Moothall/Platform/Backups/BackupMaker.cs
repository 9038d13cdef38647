using System.Data.Common;
using System.Formats.Tar;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;

namespace Moothall.Platform.Backups;

/// <summary>A backup that was made.</summary>
/// <param name="File">Where it lies.</param>
/// <param name="Contents">What it holds.</param>
/// <param name="HasNewCode">Whether the recovery code was made with this backup and must be written down.</param>
public sealed record MadeBackup(string File, BackupContents Contents, bool HasNewCode);

/// <summary>
/// Makes one encrypted file of all that a blank machine needs: the database at one moment, every stored file that it names, and the
/// keys. The application may go on meanwhile.
/// </summary>
public sealed class BackupMaker(
    MoothallDb db,
    DatabaseCopy copy,
    BackupPlaces places,
    EncryptedFileStore store,
    IOptions<DocumentsOptions> documents,
    TimeProvider clock
)
{
    private const int MostTries = 5;

    /// <summary>Makes a backup of a kind in the backup folder and deletes the oldest beyond those that are kept.</summary>
    /// <exception cref="BackupException">It could not be made, and nothing of it is left.</exception>
    public Task<MadeBackup> MakeAsync(string kind, CancellationToken cancel = default) =>
        SayingWhyNotAsync(async () =>
        {
            PrivateFiles.CreateFolder(places.BackupFolder);
            var now = clock.GetUtcNow().UtcDateTime;
            var made = await WriteAsync(Path.GetFullPath(places.NameOf(kind, now)), cancel);
            places.Prune(kind, now);
            return made;
        });

    /// <summary>Makes a backup under a name of one's own.</summary>
    /// <exception cref="BackupException">It could not be made, and nothing of it is left.</exception>
    public Task<MadeBackup> MakeFileAsync(string file, CancellationToken cancel = default) =>
        SayingWhyNotAsync(() => WriteAsync(Path.GetFullPath(file), cancel));

    private static async Task<MadeBackup> SayingWhyNotAsync(Func<Task<MadeBackup>> make)
    {
        try
        {
            return await make();
        }
        catch (Exception fault) when (StorageFullException.IsAmong(fault))
        {
            throw new BackupException(
                "There is no room for the backup, or for the copy of the database that it is made from. Nothing of it was kept.",
                fault
            );
        }
        catch (Exception fault)
            when (fault
                    is IOException
                        or UnauthorizedAccessException
                        or InvalidOperationException
                        or DbException
            )
        {
            throw new BackupException($"The backup could not be made: {fault.Message}", fault);
        }
    }

    private async Task<MadeBackup> WriteAsync(string file, CancellationToken cancel)
    {
        if (File.Exists(file))
        {
            throw new BackupException($"There is a file {file} already. Choose another name.");
        }

        var (code, isNew) = RecoveryCode.LoadOrCreate(places.KeyFolder);
        using var held = store.Hold();
        using var work = new WorkFolder(places.DataFolder, clock);
        var (contents, database) = await CopyAsync(work, held, cancel);
        await BackupFile.WriteAsync(
            file,
            code,
            (stream, stop) => FillAsync(stream, contents, held, database, stop),
            cancel
        );
        return new(file, contents, isNew);
    }

    // A file that was deleted between the database's moment and the holding of it belongs to another moment: the next try has
    // one without it. What the database still knows and the disk does not was lost before, and is said.
    private async Task<(BackupContents, string)> CopyAsync(
        WorkFolder work,
        HeldFiles held,
        CancellationToken cancel
    )
    {
        for (var tries = 1; ; tries++)
        {
            var database = work[$"database-{tries}"];
            var contents = await copy.TakeAsync(database, clock.GetUtcNow().UtcDateTime, cancel);
            var missing = contents.Files.Where(name => !held.TryAdd(name)).ToList();
            var known = await db.Set<StoredFile>()
                .Where(file => missing.Contains(file.StoreName))
                .Select(file => file.StoreName)
                .ToListAsync(cancel);
            if (known.Count == missing.Count || tries == MostTries)
            {
                return (contents with { Missing = missing }, database);
            }

            File.Delete(database);
        }
    }

    private async Task FillAsync(
        Stream stream,
        BackupContents contents,
        HeldFiles held,
        string database,
        CancellationToken cancel
    )
    {
        await using var tar = new TarWriter(stream, TarEntryFormat.Pax, leaveOpen: true);
        await AddAsync(
            tar,
            BackupParts.Contents,
            new MemoryStream(contents.ToJson(), writable: false),
            cancel
        );
        var partnershipKey = Path.GetFullPath(documents.Value.KeyFile);
        await AddFileAsync(tar, BackupParts.PartnershipKey, partnershipKey, cancel);
        // Read after the database's moment: whatever is sealed in it, its key is here by now.
        foreach (var key in Directory.EnumerateFiles(Path.GetFullPath(places.KeyFolder)))
        {
            if (key != partnershipKey && Path.GetExtension(key) is ".xml" or ".code")
            {
                await AddFileAsync(tar, BackupParts.Keys + Path.GetFileName(key), key, cancel);
            }
        }

        foreach (var name in contents.Files.Except(contents.Missing))
        {
            await AddFileAsync(tar, BackupParts.Files + name, held[name], cancel);
        }

        await AddFileAsync(tar, BackupParts.Database, database, cancel);
    }

    private static async Task AddFileAsync(
        TarWriter tar,
        string name,
        string path,
        CancellationToken cancel
    )
    {
        await using var file = new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        await AddAsync(tar, name, file, cancel);
    }

    private static async Task AddAsync(
        TarWriter tar,
        string name,
        Stream content,
        CancellationToken cancel
    ) =>
        await tar.WriteEntryAsync(
            new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = content },
            cancel
        );
}
