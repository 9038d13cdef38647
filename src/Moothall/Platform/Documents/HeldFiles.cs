namespace Moothall.Platform.Documents;

/// <summary>Stored files that stay readable, as they lie encrypted on the disk, even when they are deleted meanwhile.</summary>
internal sealed class HeldFiles(WorkFolder folder, Func<string, string> pathOf) : IDisposable
{
    /// <summary>Where a held file can be read.</summary>
    public string this[string name] => folder[name];

    /// <summary>Holds a file by a second name for it.</summary>
    /// <returns>Whether it is there.</returns>
    public bool TryAdd(string name)
    {
        var held = folder[name];
        if (File.Exists(held) || PrivateFiles.TryLink(pathOf(name), held))
        {
            return true;
        }

        try
        {
            // Some network disks know no second names.
            File.Copy(pathOf(name), held);
            return true;
        }
        catch (IOException gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();
}
