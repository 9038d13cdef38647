using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Import;
using Moothall.Features.Plan.Progress;
using Moothall.Features.Plan.Publishing;
using Moothall.Features.Priorities;
using Moothall.Features.Public.Publishing;
using Moothall.Features.Reports;

namespace Moothall.Features.Plan;

/// <summary>Registers what the pages of the plan, its reports and their publication need.</summary>
public static class PlanRegistration
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddPlan(this IServiceCollection services) =>
        services
            .AddScoped<PlanDesk>()
            .AddScoped<PlanWriter>()
            .AddScoped<ActionForm>()
            .AddScoped<HubShares>()
            .AddScoped<PageDesk>()
            .AddScoped<IPageSource, PlanPages>()
            .AddScoped<IPageSource, ReportPages>()
            .AddSingleton<ProgressAsking>()
            .AddHostedService(provider => provider.GetRequiredService<ProgressAsking>());
}
