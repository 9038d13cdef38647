using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;
using Moothall.Platform.Audit;

namespace Moothall.Platform.Data;

/// <summary>
/// One transaction for all saves of a request, with its audit entry appended last (settled 17).
/// The transaction begins at the first save, so a request that changes nothing holds nobody up.
/// </summary>
internal sealed class UnitOfWork(AuditActor actor, AuditAppender audit, WriteGate gate)
{
    private const int EntrySize = 250;

    private readonly List<RecordChange> pending = [];
    private readonly List<Action> afterwards = [];
    private readonly List<Action> regrets = [];
    private IDbContextTransaction? transaction;
    private IDisposable? turn;
    private bool deferred;

    public void Defer() => deferred = true;

    public void Afterwards(Action deed) => afterwards.Add(deed);

    public void IfTakenBack(Action deed) => regrets.Add(deed);

    public async Task<int> SaveAsync(
        MoothallDb db,
        IReadOnlyList<RecordChange> changes,
        Func<Task<int>> save,
        CancellationToken cancel
    )
    {
        if (!db.ChangeTracker.HasChanges())
        {
            return 0;
        }

        if (changes.Count > 0)
        {
            actor.RequireKnown();
        }

        try
        {
            if (transaction is null)
            {
                turn = await gate.EnterAsync(db, cancel);
                // A failed save takes the whole unit back, so savepoints would only cost a round trip.
                db.Database.AutoSavepointsEnabled = false;
                transaction = await db.Database.BeginTransactionAsync(cancel);
            }

            var rows = await save();
            pending.AddRange(changes);
            if (!deferred)
            {
                await CommitAsync(db, cancel);
            }

            return rows;
        }
        catch
        {
            await RollbackAsync(db);
            throw;
        }
    }

    public async Task<int> InTurnAsync(
        MoothallDb db,
        Func<Task<int>> write,
        CancellationToken cancel
    )
    {
        if (transaction is not null)
        {
            return await write();
        }

        using (await gate.EnterAsync(db, cancel))
        {
            return await write();
        }
    }

    public async Task CommitAsync(MoothallDb db, CancellationToken cancel)
    {
        if (transaction is null)
        {
            return;
        }

        try
        {
            if (pending.Count > 0)
            {
                // One entry a unit, unless a unit is so large that nobody could read its entry.
                await audit.AppendAsync(
                    db,
                    [
                        .. pending
                            .Chunk(EntrySize)
                            .Select(part => AuditPayload.OfChanges(actor, part)),
                    ],
                    cancel
                );
            }

            await transaction.CommitAsync(cancel);
        }
        catch (Exception fault)
        {
            // A server that was lost while it committed may have done it.
            if (fault is not (SqliteException or DbException { IsTransient: false }))
            {
                regrets.Clear();
            }

            await RollbackAsync(db);
            throw;
        }

        var deeds = afterwards.ToList();
        await EndAsync();
        deeds.ForEach(deed => deed());
    }

    public async Task RollbackAsync(MoothallDb db)
    {
        if (transaction is not null)
        {
            // A connection that broke has rolled back already; the first fault is the one to report.
            try
            {
                await transaction.RollbackAsync(CancellationToken.None);
            }
            catch (Exception fault) when (fault is InvalidOperationException or DbException) { }
        }

        var deeds = regrets.ToList();
        await EndAsync();
        deeds.ForEach(deed => deed());
    }

    private async Task EndAsync()
    {
        pending.Clear();
        afterwards.Clear();
        regrets.Clear();
        if (transaction is not null)
        {
            await transaction.DisposeAsync();
            transaction = null;
        }

        turn?.Dispose();
        turn = null;
    }
}
