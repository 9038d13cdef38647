using Microsoft.AspNetCore.DataProtection;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>Encrypts protected addresses and numbers before they reach the database, and opens them for the one page that shows them to named people.</summary>
public sealed class ProtectedSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector(
        "Moothall.ProtectedValues"
    );

    /// <summary>Encrypts a value.</summary>
    public byte[] Seal(string value) =>
        protector.Protect(System.Text.Encoding.UTF8.GetBytes(value));

    /// <summary>Decrypts a value; the caller has checked that the reader is named and notes the showing.</summary>
    public string Open(byte[] sealedValue) =>
        System.Text.Encoding.UTF8.GetString(protector.Unprotect(sealedValue));
}
