using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Forms;

namespace Moothall.Platform.Access;

/// <summary>Registers accounts, sessions, audit and forms: what stands around every page.</summary>
public static class AccessRegistration
{
    /// <summary>Registers them; keys are kept in the folder given, outside the database.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services, string keyFolder)
    {
        PrivateFiles.CreateFolder(keyFolder);
        // It would warn of keys in the clear; the disk under them is encrypted, and the folder is the account's own.
        services.AddLogging(logging =>
            logging.AddFilter(
                "Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager",
                LogLevel.Error
            )
        );
        services
            .AddDataProtection()
            .SetApplicationName("Moothall")
            .PersistKeysToFileSystem(new(keyFolder));
        services
            .AddAuthentication(Sessions.Scheme)
            .AddCookie(
                Sessions.Scheme,
                options =>
                {
                    options.Cookie.Name = "moothall";
                    options.Cookie.HttpOnly = true;
                    options.Cookie.SameSite = SameSiteMode.Lax;
                    options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    options.ExpireTimeSpan = Sessions.AbsoluteLimit;
                    options.SlidingExpiration = false;
                }
            );
        services
            .AddIdentityCore<User>(options =>
            {
                options.Password.RequiredLength = 12;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequireDigit = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireLowercase = false;
                options.User.RequireUniqueEmail = true;
                // An e-mail address is the name to sign in with, and O'Neil's has an apostrophe.
                options.User.AllowedUserNameCharacters = "";
            })
            .AddEntityFrameworkStores<MoothallDb>()
            .AddDefaultTokenProviders();
        services.AddScoped<CurrentUser>().AddScoped<Sessions>();
        services
            .AddScoped<AuditActor>()
            .AddScoped<ReadNotes>()
            .AddSingleton<AuditAppender>()
            .AddSingleton<AuditQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<AuditQueue>());
        services.AddSingleton<PostedValues>().AddScoped<HeldForms>().AddScoped<UnitOfWorkFilter>();
        services
            .AddSingleton<FormPurge>()
            .AddHostedService(provider => provider.GetRequiredService<FormPurge>());
        return services;
    }
}
