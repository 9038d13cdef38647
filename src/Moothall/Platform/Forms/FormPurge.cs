using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Data;
using Moothall.Platform.Jobs;

namespace Moothall.Platform.Forms;

/// <summary>Deletes kept forms that nobody can open any more, and one-use keys with their fingerprints long after a repeat could come.</summary>
public sealed class FormPurge(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<FormPurge> log
) : RecurringJob(scopes, clock, log)
{
    /// <summary>How long a one-use key is kept. A session lasts half a day, so its forms are sent long before.</summary>
    public static readonly TimeSpan KeysKeptFor = TimeSpan.FromDays(7);

    /// <inheritdoc/>
    protected override string Name => "forgetting forms";

    /// <inheritdoc/>
    protected override TimeSpan Interval => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task RunAsync(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<MoothallDb>();
        var now = Now;
        var (heldBefore, usedBefore) = (now - HeldForms.KeptFor, now - KeysKeptFor);
        await db.InTurnAsync(
            () =>
                db.Set<HeldForm>()
                    .Where(form => form.HeldAt <= heldBefore)
                    .ExecuteDeleteAsync(cancel),
            cancel
        );
        await db.InTurnAsync(
            () =>
                db.Set<FormKey>().Where(key => key.UsedAt <= usedBefore).ExecuteDeleteAsync(cancel),
            cancel
        );
    }
}
