using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Moothall.Features.Account.SigningIn;

/// <summary>
/// Remembers in a sealed cookie who signed in on this device before, so that tries from elsewhere cannot lock them out
/// here, and the only one need not type who they are. It never stands in for a password or a code.
/// </summary>
public sealed class KnownDevice(IDataProtectionProvider protection)
{
    private const string Cookie = "moothall-device";
    private const int MostPeople = 20;
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(365);
    private readonly IDataProtector protector = protection.CreateProtector(
        "Moothall.Account.Device"
    );

    private sealed record Content(Guid Id, List<Guid> People);

    /// <summary>The device's identifier where this person signed in on it before.</summary>
    public Guid? Of(HttpContext context, Guid userId) =>
        Read(context) is { } device && device.People.Contains(userId) ? device.Id : null;

    /// <summary>The one person who signs in on this device; nobody where several do, so that none learns who the others are.</summary>
    public Guid? OnlyPerson(HttpContext context) =>
        Read(context) is { People: [var one] } ? one : null;

    /// <summary>Remembers that the person signed in here.</summary>
    public void Remember(HttpContext context, Guid userId)
    {
        var device = Read(context) ?? new(Guid.CreateVersion7(), []);
        device.People.Remove(userId);
        device.People.Add(userId);
        if (device.People.Count > MostPeople)
        {
            device.People.RemoveAt(0);
        }

        context.Response.Cookies.Append(
            Cookie,
            protector.Protect(JsonSerializer.Serialize(device)),
            new()
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = KeptFor,
                Path = "/Account",
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            }
        );
    }

    private Content? Read(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[Cookie] is { } text
                ? JsonSerializer.Deserialize<Content>(protector.Unprotect(text))
                : null;
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException)
        {
            return null;
        }
    }
}
