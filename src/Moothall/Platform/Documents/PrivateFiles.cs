using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Moothall.Platform.Documents;

/// <summary>Files and folders that only the account of the application may open, and the care that makes a new name survive a power cut.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Ending of what is not whole yet.</summary>
    public const string Unfinished = ".part";

    /// <summary>A name beside a path for what is not whole yet, which nobody else uses.</summary>
    public static string UnfinishedName(string path) =>
        $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}{Unfinished}";

    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerFolder);
        }
    }

    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            BufferSize = 0,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerFile;
        }

        return new FileStream(path, options);
    }

    /// <summary>Makes a file whole or not at all, however the process ends; one that is already there is left as it is.</summary>
    /// <returns>Whether it was made here.</returns>
    public static bool CreateOnce(string path, Func<byte[]> content)
    {
        if (File.Exists(path))
        {
            return false;
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        CreateFolder(folder);
        using var turn = TakeTurn(path + ".lock", Patience, FileOptions.DeleteOnClose);
        if (File.Exists(path))
        {
            return false;
        }

        var temporary = UnfinishedName(path);
        using (var file = Create(temporary))
        {
            file.Write(content());
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: false);
        SyncFolder(folder);
        return true;
    }

    /// <summary>
    /// Processes that start together take turns. Moving a file alone is not enough: whether another is in its place is looked at
    /// first and the move comes after, so two could each believe that theirs was the first.
    /// </summary>
    public static FileStream TakeTurn(string path, TimeSpan patience, FileOptions afterwards)
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < patience)
        {
            if (TryTakeTurn(path, afterwards) is { } turn)
            {
                return turn;
            }

            Thread.Sleep(10);
        }

        throw new IOException($"Another process holds {path}.");
    }

    /// <summary>Takes the turn; nothing where another process has it.</summary>
    public static FileStream? TryTakeTurn(string path, FileOptions afterwards = FileOptions.None)
    {
        try
        {
            return new(
                path,
                new FileStreamOptions
                {
                    Mode = FileMode.OpenOrCreate,
                    Access = FileAccess.ReadWrite,
                    Share = FileShare.None,
                    Options = afterwards,
                }
            );
        }
        catch (IOException taken) when (IsTaken(taken))
        {
            return null;
        }
    }

    // What cannot be opened for another reason, on a full disk say, does not become free by waiting.
    private static bool IsTaken(IOException error)
    {
        const int LinuxWouldBlock = 11;
        const int MacWouldBlock = 35;
        const int WindowsSharingViolation = unchecked((int)0x80070020);
        return error.HResult
            == (
                OperatingSystem.IsWindows() ? WindowsSharingViolation
                : OperatingSystem.IsMacOS() ? MacWouldBlock
                : LinuxWouldBlock
            );
    }

    /// <summary>Refuses a secret that lies open to other accounts of the machine.</summary>
    public static void RefuseIfOthersMayRead(string path)
    {
        const UnixFileMode Others =
            UnixFileMode.GroupRead
            | UnixFileMode.GroupWrite
            | UnixFileMode.OtherRead
            | UnixFileMode.OtherWrite;
        if (
            !OperatingSystem.IsWindows()
            && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None
        )
        {
            throw new InvalidOperationException(
                $"The key file {path} can be read or changed by other accounts. Allow only the application's account (mode 0600)."
            );
        }
    }

    /// <summary>Gives a file a second name, by which it stays when the first is deleted.</summary>
    /// <returns>Whether it has one: not where it is not there, or where this disk knows no second names.</returns>
    public static bool TryLink(string path, string second) =>
        !OperatingSystem.IsWindows() && Link(path, second) == 0;

    /// <summary>Flushes a folder's list of names. Without it a renamed file can lose its name when power fails; Windows keeps names in its journal.</summary>
    public static void SyncFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = OpenFolder(path, 0);
        if (handle < 0)
        {
            throw new IOException(
                $"The folder {path} could not be opened.",
                Marshal.GetLastPInvokeError()
            );
        }

        var result = Flush(handle);
        var error = Marshal.GetLastPInvokeError();
        _ = Close(handle);

        // Some network disks cannot flush a folder and say "invalid argument"; they write names at once.
        const int InvalidArgument = 22;
        if (result != 0 && error != InvalidArgument)
        {
            throw new IOException($"The folder {path} could not be flushed.", error);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int OpenFolder(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string path,
        int flags
    );

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    private static extern int Link(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string path,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string second
    );

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Flush(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int handle);
}
