namespace Moothall.Features.CommunitySafetyHub.MailIn;

/// <summary>Registers what messages from outside need.</summary>
public static class MailInRegistration
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddMailIn(this IServiceCollection services) =>
        services
            .AddSingleton<MessageSeal>()
            .AddScoped<MessageIntake>()
            .AddScoped<MailboxReader>()
            .AddScoped<MessageDesk>()
            .AddScoped<MessageReferrals>()
            .AddScoped<MessageTexts>();
}
