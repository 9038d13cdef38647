using Moothall.Features.Admin.People;

namespace Moothall.Features.Admin;

/// <summary>Registers what administrators work with.</summary>
public static class AdminRegistration
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddAdmin(this IServiceCollection services) =>
        services.AddScoped<Accounts>();
}
