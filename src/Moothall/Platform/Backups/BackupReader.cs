using System.Formats.Tar;
using Moothall.Platform.Documents;

namespace Moothall.Platform.Backups;

/// <summary>Reads a backup's parts in their order.</summary>
public static class BackupReader
{
    /// <summary>Reads the whole file, so that every part of it is verified, and tells what it holds.</summary>
    internal static async Task<BackupContents> CheckAsync(
        string file,
        RecoveryCode code,
        CancellationToken cancel
    )
    {
        BackupContents? contents = null;
        await EachAsync(
            file,
            code,
            async (name, content) =>
            {
                if (name == BackupParts.Contents)
                {
                    contents = await BackupContents.ReadAsync(content, cancel);
                }
            },
            cancel
        );
        return contents ?? throw new BackupException("This backup holds nothing.");
    }

    /// <summary>Hands out each part with its name.</summary>
    /// <exception cref="BackupException">The file is missing, no backup, another code's, cut short or changed.</exception>
    public static async Task EachAsync(
        string file,
        RecoveryCode code,
        Func<string, Stream, Task> read,
        CancellationToken cancel
    )
    {
        try
        {
            await using var stream = BackupFile.Open(file, code);
            await using (var tar = new TarReader(stream, leaveOpen: true))
            {
                while (await tar.GetNextEntryAsync(copyData: false, cancel) is { } part)
                {
                    await read(part.Name, part.DataStream ?? Stream.Null);
                }
            }

            // The list of parts ends before the file does, and its end is to be verified too.
            await stream.CopyToAsync(Stream.Null, cancel);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BackupException($"There is no file {file}.", gone);
        }
        catch (StoredFileDamagedException damaged)
        {
            throw new BackupException(
                "This backup was cut short or changed since it was made. Nothing was restored: take another copy of it, or another backup.",
                damaged
            );
        }
    }
}
