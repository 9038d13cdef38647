namespace Moothall.Features.CommunitySafetyHub.Import;

/// <summary>Registers what bringing lists in needs.</summary>
internal static class ImportRegistration
{
    public static IServiceCollection AddImport(this IServiceCollection services) =>
        services
            .AddScoped<KnownWorlds>()
            .AddScoped<ImportDrafts>()
            .AddScoped<DraftReading>()
            .AddScoped<ImportWriter>()
            .AddScoped<ImportUndo>()
            .AddScoped<PastMinutesWriter>()
            .AddSingleton<ImportPurge>()
            .AddHostedService(provider => provider.GetRequiredService<ImportPurge>());
}
