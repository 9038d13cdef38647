using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;

namespace Moothall.Features.CommunitySafetyHub;

/// <summary>Registers what the hub's slices need.</summary>
public static class HubRegistration
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddHub(this IServiceCollection services) =>
        services
            .AddScoped<HubViewers>()
            .AddScoped<MeetingPlanner>()
            .AddScoped<AgendaDrafts>()
            .AddSingleton<PlanningJob>()
            .AddHostedService(provider => provider.GetRequiredService<PlanningJob>())
            .AddScoped<MinutesSigning>()
            .AddScoped<MinutesEditing>()
            .AddScoped<MinutesFiles>()
            .AddSingleton<MinutesReminder>()
            .AddHostedService(provider => provider.GetRequiredService<MinutesReminder>())
            .AddCirculation();
}
