using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;

namespace Moothall.Features.CommunitySafetyHub;

/// <summary>Registers what the hub's slices need.</summary>
public static class HubRegistration
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddHub(this IServiceCollection services) =>
        services
            .AddScoped<HubViewers>()
            .AddCases()
            .AddScoped<MeetingPlanner>()
            .AddScoped<AgendaDrafts>()
            .AddSingleton<PlanningJob>()
            .AddHostedService(provider => provider.GetRequiredService<PlanningJob>());
}
