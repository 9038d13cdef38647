using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Moothall.Features.Account.SecondFactor;

/// <summary>
/// The six digits an authenticator app shows (RFC 6238: HMAC-SHA-1, steps of 30 seconds, which is what every app
/// understands). A code is good for its own step and one on either side, for clocks that are a little wrong.
/// </summary>
public static class Totp
{
    private const int SecondsPerStep = 30;
    private const int Digits = 6;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new secret of 160 bits, the length RFC 4226 recommends.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(20);

    /// <summary>The number of the step an instant lies in.</summary>
    public static long StepAt(DateTime utc) =>
        (long)(utc - DateTime.UnixEpoch).TotalSeconds / SecondsPerStep;

    /// <summary>The code of one step.</summary>
    public static string Code(byte[] key, long step)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(key, counter);
        var place = hash[^1] & 0x0F;
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(place)) & 0x7FFF_FFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code was typed, or nothing. Spaces don't matter.</summary>
    public static long? StepOf(byte[] key, string typed, DateTime now)
    {
        var code = Encoding.ASCII.GetBytes(Plain(typed));
        long? found = null;
        foreach (var step in new[] { StepAt(now) - 1, StepAt(now), StepAt(now) + 1 })
        {
            if (
                CryptographicOperations.FixedTimeEquals(
                    code,
                    Encoding.ASCII.GetBytes(Code(key, step))
                )
            )
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>Whether what was typed has the shape of a code rather than of a recovery code.</summary>
    public static bool HasShape(string typed) =>
        Plain(typed) is { Length: Digits } plain && plain.All(char.IsAsciiDigit);

    /// <summary>The secret as apps and people read it: base 32, in groups of four.</summary>
    public static string Written(byte[] key) =>
        string.Join(' ', InBase32(key).Chunk(4).Select(group => new string(group)));

    /// <summary>The address an authenticator app reads from the picture.</summary>
    public static string Address(byte[] key, string issuer, string account) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}"
        + $"?secret={InBase32(key)}&issuer={Uri.EscapeDataString(issuer)}";

    private static string Plain(string typed) =>
        typed.Replace(" ", "", StringComparison.Ordinal).Trim();

    private static string InBase32(byte[] bytes)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var one in bytes)
        {
            (buffer, bits) = (((buffer & 0x1F) << 8) | one, bits + 8);
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Base32[(buffer >> bits) & 0x1F]);
            }
        }

        return bits == 0
            ? text.ToString()
            : text.Append(Base32[(buffer << (5 - bits)) & 0x1F]).ToString();
    }
}
