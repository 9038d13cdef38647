namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>Registers what the pages of referrals need.</summary>
public static class ReferralRegistration
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddReferrals(this IServiceCollection services) =>
        services
            .AddScoped<ReferralChoices>()
            .AddScoped<ReferralDrafts>()
            .AddScoped<ReferralNotices>()
            .AddScoped<ReferralRows>()
            .AddScoped<ReferralWriter>();
}
