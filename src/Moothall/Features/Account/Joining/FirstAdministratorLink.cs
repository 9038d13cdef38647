using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Account.Joining;

/// <summary>
/// The way into an empty partnership: a link printed where the program was started, good once and for an hour. Whoever
/// can read that console runs the server. Started again, the program prints another.
/// </summary>
public sealed class FirstAdministratorLink(TimeProvider clock) : IDisposable
{
    /// <summary>How long it works.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly Lock oneAtATime = new();
    private readonly SemaphoreSlim oneUse = new(1, 1);
    private byte[]? hash;
    private DateTime expiresAt;

    /// <summary>Prints a link once the server listens, if nobody has an account.</summary>
    public static async Task OfferAsync(IServiceProvider services)
    {
        if (await services.GetRequiredService<MoothallDb>().Set<User>().AnyAsync())
        {
            return;
        }

        var link = services.GetRequiredService<FirstAdministratorLink>();
        var known = services.GetRequiredService<IConfiguration>()["PublicAddress"];
        var server = services.GetRequiredService<IServer>();
        services
            .GetRequiredService<IHostApplicationLifetime>()
            .ApplicationStarted.Register(() =>
            {
                var address =
                    known
                    ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
                Console.WriteLine(
                    $"Nobody has an account yet. Within an hour, make yourself the first administrator: {address?.TrimEnd('/')}{link.Issue()}"
                );
            });
    }

    /// <summary>Makes the link; an earlier one stops working.</summary>
    public string Issue()
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        lock (oneAtATime)
        {
            hash = Invitations.HashOf(token);
            expiresAt = clock.GetUtcNow().UtcDateTime + Life;
        }

        return $"/Account/FirstAdministrator/{token}";
    }

    /// <summary>Whether a token is the one that was printed and still works.</summary>
    public bool Opens(string token)
    {
        lock (oneAtATime)
        {
            return hash is not null
                && clock.GetUtcNow().UtcDateTime < expiresAt
                && CryptographicOperations.FixedTimeEquals(hash, Invitations.HashOf(token));
        }
    }

    /// <summary>
    /// Does what the token is for and uses it up. Of two at the same moment one gets it; where the deed fails it can be used again.
    /// </summary>
    /// <returns>Whether it was done.</returns>
    public async Task<bool> UseAsync(string token, Func<Task> deed)
    {
        await oneUse.WaitAsync();
        try
        {
            if (!Opens(token))
            {
                return false;
            }

            await deed();
            lock (oneAtATime)
            {
                hash = null;
            }

            return true;
        }
        finally
        {
            oneUse.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => oneUse.Dispose();
}
