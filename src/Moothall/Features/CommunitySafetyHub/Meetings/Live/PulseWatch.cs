using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Meetings.Live;

/// <summary>
/// Watches the pulse of every meeting that somebody has open, for all their screens together: two small queries a turn however
/// many watch, and it sees what another process of the same partnership did. A screen's stream ends when its session does and
/// when the application stops, so that nothing waits for an open page (settled 24).
/// </summary>
public sealed class PulseWatch(
    IServiceScopeFactory scopes,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<PulseWatch> log
) : BackgroundService
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private DateTime attended;
    private readonly ConcurrentDictionary<Guid, WatchedScreen> screens = new();

    /// <summary>How many screens are followed now.</summary>
    public int Screens => screens.Count;

    /// <summary>Follows a meeting for one screen until it is disposed of, its session ends or the application stops.</summary>
    public WatchedScreen Follow(Guid meetingId, Guid sessionId)
    {
        var screen = new WatchedScreen(meetingId, sessionId);
        screens[screen.Id] = screen;
        var stop = lifetime.ApplicationStopping.Register(screen.End);
        screen.OnClosed = () =>
        {
            screens.TryRemove(screen.Id, out _);
            stop.Dispose();
        };
        return screen;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Turn);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (!screens.IsEmpty)
                {
                    await LookAsync(stoppingToken);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // Screens that hear nothing ask for themselves; the next turn tries again.
                log.LogWarning(fault, "The pulse of the live meetings could not be read");
            }
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MoothallDb>();
        var open = screens.Values.ToList();
        var meetings = open.Select(screen => screen.MeetingId).Distinct().ToList();
        var sessions = open.Select(screen => screen.SessionId).Distinct().ToList();
        var pulses = await db.Set<HubMeeting>()
            .Where(meeting => meetings.Contains(meeting.Id))
            .Select(meeting => new
            {
                meeting.Id,
                meeting.Pulse,
                IsLive = meeting.Status == MeetingStatus.Live && meeting.WrittenUpAt == null,
            })
            .ToDictionaryAsync(meeting => meeting.Id, cancel);
        var people = scope.ServiceProvider.GetRequiredService<Sessions>();
        var running = await people.RunningAsync(sessions, cancel);
        await AttendAsync(
            people,
            [
                .. open.Where(screen => running.Contains(screen.SessionId))
                    .Where(screen => pulses.TryGetValue(screen.MeetingId, out var at) && at.IsLive)
                    .Select(screen => screen.SessionId)
                    .Distinct(),
            ],
            cancel
        );
        foreach (var screen in open)
        {
            if (!running.Contains(screen.SessionId))
            {
                screen.End();
            }
            else if (pulses.TryGetValue(screen.MeetingId, out var pulse))
            {
                screen.Tell(pulse.Pulse);
            }
        }
    }

    // Nobody is signed out of a meeting in progress for having only listened.
    private async Task AttendAsync(
        Sessions people,
        IReadOnlyCollection<Guid> sessions,
        CancellationToken cancel
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (sessions.Count > 0 && now - attended >= Minute)
        {
            attended = now;
            await people.AttendAsync(sessions, cancel);
        }
    }
}

/// <summary>A screen that follows a meeting.</summary>
public sealed class WatchedScreen(Guid meetingId, Guid sessionId) : IDisposable
{
    private readonly Channel<long> pulses = Channel.CreateBounded<long>(
        // Only the newest number matters to a screen that is slow.
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest }
    );
    private long last = -1;

    internal Guid Id { get; } = Guid.CreateVersion7();
    internal Guid MeetingId => meetingId;
    internal Guid SessionId => sessionId;
    internal Action OnClosed { get; set; } = () => { };

    /// <summary>The numbers as they change; complete when nothing more will come.</summary>
    public ChannelReader<long> Pulses => pulses.Reader;

    internal void Tell(long pulse)
    {
        if (pulse != last)
        {
            last = pulse;
            pulses.Writer.TryWrite(pulse);
        }
    }

    internal void End() => pulses.Writer.TryComplete();

    /// <inheritdoc/>
    public void Dispose() => OnClosed();
}
