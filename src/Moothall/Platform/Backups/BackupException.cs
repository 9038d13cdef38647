namespace Moothall.Platform.Backups;

/// <summary>A backup could not be made or is not restored; the message says why and what to do, for the administrator's screen.</summary>
public sealed class BackupException(string message, Exception? cause = null)
    : Exception(message, cause);
