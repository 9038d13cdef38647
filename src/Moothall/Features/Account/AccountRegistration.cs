using Microsoft.AspNetCore.Identity;
using Moothall.Features.Account.Joining;
using Moothall.Features.Account.Own;
using Moothall.Features.Account.SecondFactor;
using Moothall.Features.Account.SigningIn;

namespace Moothall.Features.Account;

/// <summary>Registers what signing in needs.</summary>
public static class AccountRegistration
{
    // What OWASP asks of PBKDF2 with SHA-512 (Password Storage Cheat Sheet).
    private const int Iterations = 210_000;

    /// <summary>Registers it.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services) =>
        services
            .Configure<PasswordHasherOptions>(options => options.IterationCount = Iterations)
            .AddSingleton<SignInLimits>()
            .AddSingleton<AuthenticatorKeys>()
            .AddSingleton<KnownDevice>()
            .AddScoped<HalfWay>()
            .AddScoped<Credentials>()
            .AddScoped<Demonstration>()
            .AddScoped<Arrival>()
            .AddScoped<ConfirmItsYou>()
            .AddScoped<Invitations>()
            .AddSingleton<FirstAdministratorLink>();
}
