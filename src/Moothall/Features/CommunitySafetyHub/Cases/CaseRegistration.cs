using Moothall.Features.CommunitySafetyHub.Search;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>Registers what the pages of cases and the search need.</summary>
public static class CaseRegistration
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services) =>
        services
            .AddSingleton<ProtectedSeal>()
            .AddScoped<ProtectedText>()
            .AddScoped<CaseFinder>()
            .AddScoped<CaseList>()
            .AddScoped<CaseReader>()
            .AddScoped<CaseTimeline>()
            .AddScoped<CaseChoices>()
            .AddScoped<Searches>()
            .AddScoped<RecordSearch>()
            .AddSingleton<KnownPeople>()
            .AddHostedService<KnownPeopleWarming>()
            .AddSingleton<SearchPurge>()
            .AddHostedService(provider => provider.GetRequiredService<SearchPurge>());
}
