using System.Globalization;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;

namespace Moothall.Platform.Backups;

/// <summary>What belongs to an installation and where it lies.</summary>
/// <param name="Database">The database.</param>
/// <param name="DataFolder">Folder for the copy of the database while a backup is made.</param>
/// <param name="KeyFolder">Keys of sessions and forms, and the server's copy of the recovery code.</param>
/// <param name="BackupFolder">Where backups lie that nobody gave another place: the setting <c>BackupFolder</c>.</param>
/// <param name="Kept">How many of each kind are kept there: the setting <c>BackupsKept</c>.</param>
/// <param name="Programs">Folder of PostgreSQL's client programs, where they are not found by themselves: the setting <c>PostgresPrograms</c>.</param>
public sealed record BackupPlaces(
    DatabaseAddress Database,
    string DataFolder,
    string KeyFolder,
    string BackupFolder,
    int Kept,
    string? Programs
)
{
    private const int UsuallyKept = 14;
    private const string Ending = ".backup";
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    /// <summary>Reads the settings.</summary>
    public static BackupPlaces Of(
        IConfiguration settings,
        DatabaseAddress database,
        string dataFolder,
        string keyFolder
    ) =>
        new(
            database,
            dataFolder,
            keyFolder,
            settings["BackupFolder"] ?? Path.Combine(dataFolder, "backups"),
            Math.Max(1, settings.GetValue("BackupsKept", UsuallyKept)),
            settings["PostgresPrograms"]
        );

    /// <summary>A name in the backup folder that sorts by time.</summary>
    public string NameOf(string kind, DateTime atUtc) =>
        Path.Combine(
            BackupFolder,
            $"{kind}-{atUtc.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}{Ending}"
        );

    /// <summary>The newest backup of any kind in the backup folder.</summary>
    public FileInfo? Newest() =>
        Directory.Exists(BackupFolder)
            ? new DirectoryInfo(BackupFolder)
                .EnumerateFiles("*" + Ending)
                .MaxBy(file => file.LastWriteTimeUtc)
            : null;

    /// <summary>Deletes the oldest of a kind beyond those that are kept, and what a crash left unfinished.</summary>
    public void Prune(string kind, DateTime now)
    {
        var old = Directory
            .EnumerateFiles(BackupFolder, $"{kind}-*{Ending}")
            .OrderDescending(StringComparer.Ordinal)
            .Skip(Kept);
        var unfinished = Directory
            .EnumerateFiles(BackupFolder, $"*{Ending}.*{PrivateFiles.Unfinished}")
            .Where(file => File.GetLastWriteTimeUtc(file) < now - Abandoned);
        foreach (var file in old.Concat(unfinished).ToList())
        {
            File.Delete(file);
        }
    }
}

/// <summary>Registers backups.</summary>
public static class BackupRegistration
{
    /// <summary>Adds making and restoring backups of what lies in these places.</summary>
    public static IServiceCollection AddBackups(
        this IServiceCollection services,
        BackupPlaces places
    ) =>
        services
            .AddSingleton(places)
            .AddSingleton(new PostgresPrograms(places.Database, places.Programs))
            .AddScoped<DatabaseCopy>()
            .AddScoped<BackupMaker>()
            .AddScoped<BackupRestorer>()
            .AddScoped<Upgrade>();
}
