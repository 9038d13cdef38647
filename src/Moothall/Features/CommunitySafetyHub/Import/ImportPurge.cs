using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Data;
using Moothall.Platform.Jobs;

namespace Moothall.Features.CommunitySafetyHub.Import;

/// <summary>Forgets the lists that were being brought in, with all that stood in them, a day after they came.</summary>
public sealed class ImportPurge(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<ImportPurge> log
) : RecurringJob(scopes, clock, log)
{
    /// <inheritdoc/>
    protected override string Name => "forgetting lists brought in";

    /// <inheritdoc/>
    protected override TimeSpan Interval => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override Task RunAsync(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<MoothallDb>();
        var before = Now - ImportDrafts.KeptFor;
        return db.InTurnAsync(
            () =>
                db.Set<ImportDraft>()
                    .Where(draft => draft.SavedAt <= before)
                    .ExecuteDeleteAsync(cancel),
            cancel
        );
    }
}
