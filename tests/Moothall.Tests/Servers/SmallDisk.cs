using System.Diagnostics;

namespace Moothall.Tests.Servers;

/// <summary>A disk of a few megabytes in memory, which a test can fill. Only root can make one.</summary>
public sealed class SmallDisk : IAsyncDisposable
{
    private const string Account = "root";
    private readonly LocalServer guard;

    private SmallDisk(LocalServer guard, string path) => (this.guard, Path) = (guard, path);

    /// <summary>Where it is mounted.</summary>
    public string Path { get; }

    private string Ballast => System.IO.Path.Combine(Path, "ballast");

    /// <summary>Mounts one; it is gone with this process.</summary>
    public static async Task<SmallDisk> StartAsync()
    {
        var directory = LocalServer.CreateDirectory(Account);
        // A database's own server passes through to its part of it.
        var mounted = await LocalServer.StartAsync(
            Account,
            directory,
            """chmod 755 "$D"; mkdir "$D/disk"; mount -t tmpfs -o size=40m none "$D/disk" """,
            """umount -l "$D/disk" """
        );
        return new(mounted, System.IO.Path.Combine(directory, "disk"));
    }

    /// <summary>A folder on it that belongs to an account.</summary>
    public string FolderOf(string account)
    {
        var folder = Directory.CreateDirectory(System.IO.Path.Combine(Path, account)).FullName;
        using var chown = Process.Start("chown", [account, folder]);
        chown.WaitForExit();
        return folder;
    }

    /// <summary>Fills it but for so many bytes.</summary>
    public void Fill(int spare)
    {
        var block = new byte[4096];
        using var file = new FileStream(
            Ballast,
            FileMode.Append,
            FileAccess.Write,
            FileShare.None,
            0
        );
        try
        {
            while (true)
            {
                file.Write(block);
            }
        }
        catch (IOException)
        {
            // That is the end of it.
        }

        file.SetLength(file.Length - spare);
    }

    /// <summary>There is room again.</summary>
    public void Clear() => File.Delete(Ballast);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => guard.DisposeAsync();
}
