using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;

namespace Moothall.Platform.Jobs;

/// <summary>Work done again and again under a name of its own, by one process at a time. A failure is logged and the next turn tries again.</summary>
public abstract class RecurringJob(IServiceScopeFactory scopes, TimeProvider clock, ILogger log)
    : BackgroundService
{
    private readonly SemaphoreSlim wake = new(0, 1);

    /// <summary>The name under which its changes stand in the audit.</summary>
    protected abstract string Name { get; }

    /// <summary>Time between two turns.</summary>
    protected abstract TimeSpan Interval { get; }

    /// <summary>The longest a turn may take before another process may take over.</summary>
    protected virtual TimeSpan Lease => TimeSpan.FromMinutes(10);

    /// <summary>Now, in UTC.</summary>
    protected DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>One turn.</summary>
    protected abstract Task RunAsync(IServiceProvider services, CancellationToken cancel);

    /// <summary>Asks for a turn now rather than at the end of the interval.</summary>
    public void Wake()
    {
        if (wake.CurrentCount == 0)
        {
            try
            {
                wake.Release();
            }
            catch (SemaphoreFullException)
            {
                // Somebody else asked at the same moment: one turn serves both.
            }
        }
    }

    /// <summary>Takes one turn now, unless another process has it.</summary>
    public async Task RunOnceAsync(CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AuditActor>().BeJob(Name, Name);
        scope.ServiceProvider.GetRequiredService<ReadNotes>().On = false;
        var db = scope.ServiceProvider.GetRequiredService<MoothallDb>();
        if (!await ClaimAsync(db, cancel))
        {
            return;
        }

        try
        {
            await RunAsync(scope.ServiceProvider, cancel);
        }
        finally
        {
            // A turn that failed gives the lease back too, or the next try would find it taken.
            await ReleaseAsync(db);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A process can be set to serve pages only (Jobs=off) where another does the jobs.
        await using (var scope = scopes.CreateAsyncScope())
        {
            if (scope.ServiceProvider.GetRequiredService<IConfiguration>()["Jobs"] == "off")
            {
                return;
            }
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunOnceAsync(stoppingToken);
                await wake.WaitAsync(Interval, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                log.LogError(fault, "The job {Job} failed and will be tried again", Name);
                await Task.Delay(TimeSpan.FromSeconds(5), stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<bool> ClaimAsync(MoothallDb db, CancellationToken cancel)
    {
        var now = Now;
        var leases = db.Set<JobLease>().Where(lease => lease.Name == Name);
        // One that holds for much longer than any was taken for is of a clock that was wrong; less is two clocks' difference.
        var (until, believable) = (now + Lease, now + 2 * Lease);
        var free = leases.Where(lease => lease.Until <= now || lease.Until > believable);
        if (
            await db.InTurnAsync(
                () =>
                    free.ExecuteUpdateAsync(
                        set => set.SetProperty(lease => lease.Until, until),
                        cancel
                    ),
                cancel
            ) > 0
        )
        {
            return true;
        }

        if (await leases.AnyAsync(cancel))
        {
            return false;
        }

        try
        {
            db.Add(new JobLease { Name = Name, Until = now + Lease });
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another process made the row first and has the turn.
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private async Task ReleaseAsync(MoothallDb db)
    {
        // Free whatever the clock is set to by the next turn.
        var leases = db.Set<JobLease>().Where(lease => lease.Name == Name);
        await db.InTurnAsync(() =>
            leases.ExecuteUpdateAsync(set =>
                set.SetProperty(lease => lease.Until, DateTime.UnixEpoch)
            )
        );
    }
}
