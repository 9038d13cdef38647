using System.Threading.Channels;
using Moothall.Platform.Data;

namespace Moothall.Platform.Audit;

/// <summary>
/// Commits looks and refusals in groups: requests that wait at the same moment share one transaction (settled 18).
/// A request's response leaves only after its entry is committed.
/// </summary>
public sealed class AuditQueue(IServiceScopeFactory scopes, WriteGate gate, ILogger<AuditQueue> log)
    : BackgroundService
{
    private const int GroupSize = 64;

    private readonly Channel<(AuditPayload Payload, TaskCompletionSource Done)> waiting =
        Channel.CreateBounded<(AuditPayload, TaskCompletionSource)>(1024);

    /// <summary>Entries that wait to be written.</summary>
    public int Waiting => waiting.Reader.Count;

    /// <summary>Returns when the entry is committed; throws what the database said where it could not be.</summary>
    public async Task AppendAsync(AuditPayload payload, CancellationToken cancel = default)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await waiting.Writer.WriteAsync((payload, done), cancel);
        await done.Task;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not bound to the stopping token: a request that is still being answered at shutdown gets its entry.
        stoppingToken.Register(() => waiting.Writer.TryComplete());
        var group = new List<(AuditPayload Payload, TaskCompletionSource Done)>(GroupSize);
        while (await waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            group.Clear();
            while (group.Count < GroupSize && waiting.Reader.TryRead(out var next))
            {
                group.Add(next);
            }

            await CommitAsync(group);
        }
    }

    private async Task CommitAsync(List<(AuditPayload Payload, TaskCompletionSource Done)> group)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MoothallDb>();
            var appender = scope.ServiceProvider.GetRequiredService<AuditAppender>();
            using var turn = await gate.EnterAsync(db, CancellationToken.None);
            await using var transaction = await db.Database.BeginTransactionAsync();
            await appender.AppendAsync(
                db,
                [.. group.Select(entry => entry.Payload)],
                CancellationToken.None
            );
            await transaction.CommitAsync();
            group.ForEach(entry => entry.Done.SetResult());
        }
        catch (Exception fault)
        {
            log.LogError(fault, "{Count} audit entries could not be written", group.Count);
            group.ForEach(entry => entry.Done.TrySetException(fault));
        }
    }
}
