using Moothall.Platform.Audit;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>Plans the coming weeks once a day, before anyone is at work, so that the next hub exists even if nobody opened the page.</summary>
public sealed class PlanningJob(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<PlanningJob> log
) : BackgroundService
{
    /// <summary>The job's name in the audit.</summary>
    public const string Name = "planning of meetings";

    private static readonly TimeOnly At = new(5, 0);

    /// <summary>The next time it runs: five in the morning in London, today or tomorrow.</summary>
    public static DateTime NextRun(DateTime nowUtc)
    {
        var today = UkTime.DateOf(nowUtc);
        var run = UkTime.ToUtc(today, At);
        return run > nowUtc ? run : UkTime.ToUtc(today.AddDays(1), At);
    }

    /// <summary>Plans now, under the job's own name.</summary>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope
            .ServiceProvider.GetRequiredService<AuditActor>()
            .BeJob(Name, "keeping the next eight weekly meetings planned");
        scope.ServiceProvider.GetRequiredService<ReadNotes>().On = false;
        return await scope
            .ServiceProvider.GetRequiredService<MeetingPlanner>()
            .KeepPlannedAsync(cancel);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            await Task.Delay(NextRun(now) - now, clock, stoppingToken);
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // Tomorrow's run, or the next person who opens the meetings page, plans what this one could not.
                log.LogError(fault, "Meetings could not be planned");
            }
        }
    }
}
