using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Meetings.Live;

namespace Moothall.Features.CommunitySafetyHub;

/// <summary>Registers what the hub's slices need.</summary>
public static class HubRegistration
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddHub(this IServiceCollection services) =>
        services
            .AddScoped<HubViewers>()
            .AddScoped<Attendance>()
            .AddScoped<MeetingUseCases>()
            .AddScoped<ActionUseCases>()
            .AddScoped<LiveBoards>()
            .AddScoped<LiveReads>()
            .AddSingleton<PulseWatch>()
            .AddHostedService(provider => provider.GetRequiredService<PulseWatch>());
}
