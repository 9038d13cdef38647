using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;

namespace Moothall.Bench.Pages;

/// <summary>The product's database without the product.</summary>
internal static class DirectDatabase
{
    /// <summary>A context whose saves are a named job's.</summary>
    public static MoothallDb Open(DatabaseAddress address, string why)
    {
        var actor = new AuditActor();
        actor.BeJob("bench", why);
        var (audit, gate) = (new AuditAppender(TimeProvider.System), new WriteGate());
        return address.IsPostgres
            ? new PostgresMoothallDb(
                new DbContextOptionsBuilder<PostgresMoothallDb>()
                    .UseNpgsql(address.ConnectionString)
                    .Options,
                actor,
                audit,
                gate
            )
            : new SqliteMoothallDb(
                new DbContextOptionsBuilder<SqliteMoothallDb>()
                    .UseSqlite(address.ConnectionString)
                    .Options,
                actor,
                audit,
                gate
            );
    }
}
