using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Moothall.Platform.Audit;

namespace Moothall.Platform.Data;

/// <summary>The database in one SQLite file: the default, and the demonstration's.</summary>
public sealed class SqliteMoothallDb(
    DbContextOptions<SqliteMoothallDb> options,
    AuditActor? actor = null,
    AuditAppender? audit = null,
    WriteGate? gate = null,
    ReadNotes? reads = null
) : MoothallDb(options, actor, audit, gate, reads);

/// <summary>The database in PostgreSQL, for production.</summary>
public sealed class PostgresMoothallDb(
    DbContextOptions<PostgresMoothallDb> options,
    AuditActor? actor = null,
    AuditAppender? audit = null,
    WriteGate? gate = null,
    ReadNotes? reads = null
) : MoothallDb(options, actor, audit, gate, reads);

/// <summary>Makes the SQLite context for the migration tools, which never open the file.</summary>
internal sealed class SqliteDesignFactory : IDesignTimeDbContextFactory<SqliteMoothallDb>
{
    public SqliteMoothallDb CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<SqliteMoothallDb>()
                .UseSqlite("Data Source=unused.db")
                .Options
        );
}

/// <summary>Makes the PostgreSQL context for the migration tools, which never connect.</summary>
internal sealed class PostgresDesignFactory : IDesignTimeDbContextFactory<PostgresMoothallDb>
{
    public PostgresMoothallDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresMoothallDb>().UseNpgsql("Host=unused").Options);
}
