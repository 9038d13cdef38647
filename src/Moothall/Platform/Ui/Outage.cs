using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Moothall.Platform.Ui;

/// <summary>The database cannot be reached or takes nothing: the one fault under which even an error page must do without it.</summary>
public static class Outage
{
    // Busy, locked, read only, a disk's fault, a broken file, a full disk, a file that cannot be opened, no database.
    private static readonly int[] OfSqlite = [5, 6, 8, 10, 11, 13, 14, 26];

    /// <summary>Whether a fault comes from the database and not from what was asked of it.</summary>
    public static bool Caused(Exception? fault) =>
        fault switch
        {
            null => false,
            SqliteException file => OfSqlite.Contains(file.SqliteErrorCode),
            // Besides what may pass by itself: no such database, no way in.
            DbException { IsTransient: true } or DbException { SqlState: "3D000" or "28P01" } =>
                true,
            _ => Caused(fault.InnerException),
        };

    /// <summary>Whether this request is the error page of such a fault.</summary>
    public static bool IsShownTo(HttpContext context) =>
        Caused(context.Features.Get<IExceptionHandlerFeature>()?.Error);
}
