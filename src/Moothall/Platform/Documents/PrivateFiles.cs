using System.Runtime.InteropServices;

namespace Moothall.Platform.Documents;

/// <summary>Files and folders that only the account of the application may open, and the care that makes a new name survive a power cut.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

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

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Flush(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int handle);
}
