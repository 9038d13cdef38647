using Moothall.Features.Partnership.Presets;
using Moothall.Features.ThisWeek;
using Moothall.Platform.Email;

namespace Moothall.Features.Partnership;

/// <summary>Registers what the partnership's own pages and its creation need.</summary>
public static class PartnershipRegistration
{
    /// <summary>Registers it.</summary>
    /// <param name="services">Where to register it.</param>
    /// <param name="keyFolder">Where the first backup leaves its recovery code.</param>
    public static IServiceCollection AddPartnership(
        this IServiceCollection services,
        string keyFolder
    ) =>
        services
            .AddScoped<NewPartnership>()
            .AddScoped<Demonstration>()
            .AddScoped(provider => new SetUpFacts(
                provider.GetService<IMailTransport>() is not null,
                File.Exists(Path.Combine(keyFolder, "recovery.code"))
            ));
}
