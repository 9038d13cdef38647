using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;

namespace Moothall.Platform.Data;

/// <summary>
/// The partnership's database. Every class derived from <see cref="Record"/> is a table; slices say the rest beside the class.
/// A save joins the unit of work that is open, or is one by itself, and is in the audit in the same transaction.
/// </summary>
public abstract class MoothallDb(
    DbContextOptions options,
    AuditActor? actor,
    AuditAppender? audit,
    WriteGate? gate,
    ReadNotes? reads
) : IdentityUserContext<User, Guid>(options)
{
    private readonly UnitOfWork? unit =
        actor is null || audit is null || gate is null ? null : new(actor, audit, gate);

    /// <summary>Where the loading of personal records is noted; nothing in a context made for migrations.</summary>
    internal ReadNotes? Reads => reads;

    /// <summary>From here, saves stay in one transaction until <see cref="CommitAsync"/>; a request that changes something is one unit.</summary>
    public void BeginUnit() => Unit.Defer();

    /// <summary>Writes the audit entry of all that was saved in this unit and commits both together.</summary>
    public Task CommitAsync(CancellationToken cancel = default) => Unit.CommitAsync(this, cancel);

    /// <summary>
    /// Does what no transaction takes back, such as deleting a file, once the next save is committed, and not at all where it
    /// fails.
    /// </summary>
    public void AfterCommit(Action deed) => Unit.Afterwards(deed);

    /// <summary>
    /// Takes back what no transaction holds, such as a file that was stored, where this unit surely fails. Where a commit's answer
    /// never came it stays: a file without a row harms nobody, a row without its file does.
    /// </summary>
    public void IfTakenBack(Action deed) => Unit.IfTakenBack(deed);

    /// <summary>Takes back all that was saved in this unit.</summary>
    public Task RollbackAsync() => Unit.RollbackAsync(this);

    /// <summary>Runs a bulk update or delete of machinery rows, which no audit needs, in the writer's turn.</summary>
    public Task<int> InTurnAsync(Func<Task<int>> write, CancellationToken cancel = default) =>
        Unit.InTurnAsync(this, write, cancel);

    private UnitOfWork Unit =>
        unit
        ?? throw new InvalidOperationException("A context made for migrations cannot change data.");

    /// <summary>Refuses the save with a conflict unless the row still is as the person saw it.</summary>
    public void Expect(Record record, int version) =>
        Entry(record).Property(nameof(Record.Version)).OriginalValue = version;

    /// <summary>
    /// The same for a row with what hangs on it: a change of a part alone counts as a change of the row, so that two people who make
    /// one at once are told.
    /// </summary>
    public void ExpectWhole(Record record, int version)
    {
        Expect(record, version);
        Entry(record).Property(nameof(Record.Version)).IsModified = true;
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancel = default
    )
    {
        foreach (
            var entry in ChangeTracker
                .Entries<Record>()
                .Where(entry => entry.State == EntityState.Modified)
        )
        {
            var version = entry.Property(record => record.Version);
            version.CurrentValue = version.OriginalValue + 1;
        }

        var changes = ChangeCollector.Collect(ChangeTracker);
        return await Unit.SaveAsync(
            this,
            changes,
            () => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancel),
            cancel
        );
    }

    /// <summary>Not offered: it would block a thread while another request writes.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use SaveChangesAsync.");

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        var assembly = typeof(MoothallDb).Assembly;
        foreach (
            var type in assembly
                .GetTypes()
                .Where(type => type.IsSubclassOf(typeof(Record)) && !type.IsAbstract)
        )
        {
            builder.Entity(type).ToTable(type.Name);
            builder.Entity(type).Property(nameof(Record.Id)).ValueGeneratedNever();
            builder.Entity(type).Property(nameof(Record.Version)).IsConcurrencyToken();
        }

        builder.ApplyConfigurationsFromAssembly(assembly);
        foreach (
            var foreignKey in builder
                .Model.GetEntityTypes()
                .SelectMany(entity => entity.GetForeignKeys())
        )
        {
            // Nothing disappears because something else was deleted, except what is part of it.
            if (
                !foreignKey.IsOwnership
                && foreignKey.DeleteBehavior == DeleteBehavior.Cascade
                && !IsPart(foreignKey)
            )
            {
                foreignKey.DeleteBehavior = DeleteBehavior.Restrict;
            }
        }
    }

    private static bool IsPart(IMutableForeignKey foreignKey) =>
        foreignKey.PrincipalToDependent is not null;

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
        foreach (var type in typeof(MoothallDb).Assembly.GetTypes().Where(type => type.IsEnum))
        {
            conventions.Properties(type).HaveConversion<string>().HaveMaxLength(40);
        }
    }

    private sealed class UtcConverter()
        : ValueConverter<DateTime, DateTime>(
            value => value,
            value => DateTime.SpecifyKind(value, DateTimeKind.Utc)
        );
}
