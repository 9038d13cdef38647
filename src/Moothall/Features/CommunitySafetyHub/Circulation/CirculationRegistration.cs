using Moothall.Features.CommunitySafetyHub.AgencySheets;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>Registers what circulating minutes and sheets needs.</summary>
public static class CirculationRegistration
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddCirculation(this IServiceCollection services) =>
        services
            .AddScoped<Recipients>()
            .AddScoped<MinutesCopies>()
            .AddScoped<ICopySource>(provider => provider.GetRequiredService<MinutesCopies>())
            .AddScoped<SheetContents>()
            .AddScoped<SheetRecipients>()
            .AddScoped<SheetCopies>()
            .AddScoped<ICopySource>(provider => provider.GetRequiredService<SheetCopies>())
            .AddScoped<SheetDesk>()
            .AddScoped<SheetRelease>()
            .AddScoped<SheetAnswers>()
            .AddScoped<SheetFiles>()
            .AddScoped<FilePasswords>()
            .AddScoped<CopyFiles>()
            .AddScoped<CirculationMail>()
            .AddScoped<CirculationRelease>()
            .AddScoped<CopySending>()
            .AddScoped<PasswordList>()
            .AddSingleton<CirculationSender>()
            .AddHostedService(provider => provider.GetRequiredService<CirculationSender>());
}
