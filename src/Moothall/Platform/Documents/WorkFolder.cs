namespace Moothall.Platform.Documents;

/// <summary>A private folder for as long as a piece of work takes. What a crash left a day ago or more goes when the next begins.</summary>
internal sealed class WorkFolder : IDisposable
{
    private const string Name = "work";
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    private readonly string path;

    public WorkFolder(string parent, TimeProvider clock)
    {
        PrivateFiles.CreateFolder(parent);
        var before = clock.GetUtcNow().UtcDateTime - Abandoned;
        foreach (
            var leftover in Directory.EnumerateDirectories(
                parent,
                $"{Name}.*{PrivateFiles.Unfinished}"
            )
        )
        {
            if (Directory.GetLastWriteTimeUtc(leftover) < before)
            {
                Directory.Delete(leftover, recursive: true);
            }
        }

        path = PrivateFiles.UnfinishedName(Path.Combine(parent, Name));
        PrivateFiles.CreateFolder(path);
    }

    public string this[string name] => Path.Combine(path, name);

    public void Dispose() => Directory.Delete(path, recursive: true);
}
