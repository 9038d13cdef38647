using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Data;
using Moothall.Platform.Email;
using Moothall.Platform.Jobs;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>Sends the copies that wait, and calls uncertain what an earlier process was sending when it died (settled 23).</summary>
public sealed class CirculationSender(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<CirculationSender> log
) : RecurringJob(scopes, clock, log)
{
    /// <summary>What stands under a copy whose sending nobody lived to see the end of.</summary>
    public const string Interrupted =
        "The product stopped while it was being sent. It may have arrived or not: ask the recipient, then say here which.";

    // Short of the lease by more than one sending can take, so that no second process begins meanwhile.
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override string Name => "sending minutes";

    /// <inheritdoc/>
    protected override TimeSpan Interval => TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    protected override async Task RunAsync(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<MoothallDb>();
        await CallUncertainAsync(db, cancel);
        if (services.GetService<IMailTransport>() is not { } transport)
        {
            return;
        }

        var sending = services.GetRequiredService<CopySending>();
        var began = Now;
        foreach (var copyId in await WaitingAsync(db, began, cancel))
        {
            if (cancel.IsCancellationRequested || Now - began > LongestTurn)
            {
                Wake();
                return;
            }

            await sending.TryAsync(copyId, transport, cancel);
            db.ChangeTracker.Clear();
        }
    }

    private static Task<List<Guid>> WaitingAsync(
        MoothallDb db,
        DateTime now,
        CancellationToken cancel
    )
    {
        var believable = now + NoticeSender.LongestWait;
        return db.Set<CirculationCopy>()
            .Where(copy => copy.Status == CopyStatus.Waiting)
            .Where(copy => copy.NextAttemptAt <= now || copy.NextAttemptAt > believable)
            .OrderBy(copy => copy.NextAttemptAt)
            .ThenBy(copy => copy.Id)
            .Select(copy => copy.Id)
            .ToListAsync(cancel);
    }

    private async Task CallUncertainAsync(MoothallDb db, CancellationToken cancel)
    {
        var now = Now;
        var (before, after) = (
            now - CirculationCopy.LongestSending,
            now + CirculationCopy.LongestSending
        );
        var abandoned = await db.Set<CirculationCopy>()
            .Include(copy => copy.Attempts)
            .Where(copy => copy.Status == CopyStatus.Sending)
            .Where(copy => copy.StatusAt < before || copy.StatusAt > after)
            .ToListAsync(cancel);
        foreach (var copy in abandoned)
        {
            copy.Become(CopyStatus.Uncertain, Interrupted, now);
            foreach (var attempt in copy.Attempts.Where(a => a.Outcome == CopyStatus.Sending))
            {
                (attempt.Outcome, attempt.ServerSaid, attempt.EndedAt) = (
                    CopyStatus.Uncertain,
                    Interrupted,
                    now
                );
            }
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }
}
