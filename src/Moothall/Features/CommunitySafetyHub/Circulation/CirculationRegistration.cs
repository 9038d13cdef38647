namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>Registers what circulating papers needs.</summary>
public static class CirculationRegistration
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddCirculation(this IServiceCollection services) =>
        services
            .AddScoped<Recipients>()
            .AddScoped<MinutesCopies>()
            .AddScoped<ICopySource>(provider => provider.GetRequiredService<MinutesCopies>())
            .AddScoped<FilePasswords>()
            .AddScoped<CopyFiles>()
            .AddScoped<CirculationMail>()
            .AddScoped<CirculationRelease>()
            .AddScoped<CopySending>()
            .AddScoped<PasswordList>()
            .AddSingleton<CirculationSender>()
            .AddHostedService(provider => provider.GetRequiredService<CirculationSender>());
}
