using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Moothall.Platform.Documents;

/// <summary>The place where files are kept has no room left. Nothing was stored; the person can try again later.</summary>
public sealed class StorageFullException(Exception cause)
    : Exception("There is no room left for files. Nothing was kept; tell the administrator.", cause)
{
    private const int SqliteFull = 13;
    private const string PostgresFull = "53100";
    private const int UnixNoSpace = 28;
    private const int LinuxQuota = 122;
    private const int MacQuota = 69;
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);

    /// <summary>Whether that is what lies behind a fault: the files' disk, or the database's.</summary>
    public static bool IsAmong(Exception fault) =>
        fault
            is StorageFullException
                or SqliteException { SqliteErrorCode: SqliteFull }
                or DbException { SqlState: PostgresFull }
        || (fault is IOException error && IsMeantBy(error))
        || (fault.InnerException is { } inner && IsAmong(inner));

    /// <summary>Whether an error of the operating system means that the disk or the quota is full.</summary>
    public static bool IsMeantBy(IOException error) =>
        OperatingSystem.IsWindows()
            ? error.HResult is WindowsDiskFull or WindowsHandleDiskFull
            : error.HResult == UnixNoSpace
                || error.HResult == (OperatingSystem.IsMacOS() ? MacQuota : LinuxQuota);
}

/// <summary>A stored file is missing, cut short, changed or put in another's place. What was read of it must not be used.</summary>
public sealed class StoredFileDamagedException(string what, Exception? cause = null)
    : Exception($"This file {what} since it was stored, so it cannot be opened.", cause);
