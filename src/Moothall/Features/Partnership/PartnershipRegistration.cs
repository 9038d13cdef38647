using Moothall.Features.Partnership.Presets;

namespace Moothall.Features.Partnership;

/// <summary>Registers what the partnership's own pages and its creation need.</summary>
public static class PartnershipRegistration
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddPartnership(this IServiceCollection services) =>
        services.AddScoped<NewPartnership>().AddScoped<Demonstration>();
}
