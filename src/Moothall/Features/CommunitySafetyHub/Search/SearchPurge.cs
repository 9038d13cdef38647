using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Data;
using Moothall.Platform.Jobs;

namespace Moothall.Features.CommunitySafetyHub.Search;

/// <summary>Forgets the words of searches that nobody can open any more, long before the twelve months of settled 19.</summary>
public sealed class SearchPurge(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<SearchPurge> log
) : RecurringJob(scopes, clock, log)
{
    /// <inheritdoc/>
    protected override string Name => "forgetting searches";

    /// <inheritdoc/>
    protected override TimeSpan Interval => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override Task RunAsync(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<MoothallDb>();
        var now = Now;
        return db.InTurnAsync(
            () =>
                db.Set<StoredSearch>()
                    .Where(search => search.ExpiresAt <= now)
                    .ExecuteDeleteAsync(cancel),
            cancel
        );
    }
}
