using Moothall.Platform.Email.Mailbox;

namespace Moothall.Platform.Email;

/// <summary>Registers mail.</summary>
public static class EmailRegistration
{
    /// <summary>
    /// Registers notices, and the mail server where the settings under <c>Mail</c> name one. Without one, notices wait
    /// and pages say so; nothing is lost.
    /// </summary>
    public static IServiceCollection AddEmail(
        this IServiceCollection services,
        IConfiguration settings
    )
    {
        services.AddScoped<Notices>();
        services
            .AddSingleton<NoticeSender>()
            .AddHostedService(provider => provider.GetRequiredService<NoticeSender>());
        services
            .AddOptions<MailboxOptions>()
            .Bind(settings.GetSection("Mailbox"))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        var mail = settings.GetSection("Mail");
        if (!string.IsNullOrWhiteSpace(mail["Host"]))
        {
            services
                .AddOptions<MailOptions>()
                .Bind(mail)
                .ValidateDataAnnotations()
                .ValidateOnStart();
            services.AddSingleton<IMailTransport, SmtpTransport>();
        }

        return services;
    }
}
