using Moothall.Features.CommunitySafetyHub.Circulation;

namespace Moothall.Features.CommunitySafetyHub.AgencySheets;

/// <summary>Registers what sheets for agencies need.</summary>
public static class AgencySheetsRegistration
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddAgencySheets(this IServiceCollection services) =>
        services
            .AddScoped<SheetContents>()
            .AddScoped<SheetRecipients>()
            .AddScoped<SheetCopies>()
            .AddScoped<ICopySource>(provider => provider.GetRequiredService<SheetCopies>())
            .AddScoped<SheetDesk>()
            .AddScoped<SheetRelease>()
            .AddScoped<SheetAnswers>()
            .AddScoped<SheetFiles>();
}
