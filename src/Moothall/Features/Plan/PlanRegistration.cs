using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Import;
using Moothall.Features.Plan.Progress;
using Moothall.Features.Priorities;

namespace Moothall.Features.Plan;

/// <summary>Registers what the plan's pages need.</summary>
public static class PlanRegistration
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddPlan(this IServiceCollection services) =>
        services
            .AddScoped<PlanDesk>()
            .AddScoped<PlanWriter>()
            .AddScoped<ActionForm>()
            .AddScoped<HubShares>()
            .AddSingleton<ProgressAsking>()
            .AddHostedService(provider => provider.GetRequiredService<ProgressAsking>());
}
