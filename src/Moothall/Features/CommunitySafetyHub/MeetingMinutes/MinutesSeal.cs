using System.Security.Cryptography;
using System.Text;
using Moothall.Platform;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>Whether released minutes still are the text two people signed. Every rendering asks (settled 11).</summary>
public static class MinutesSeal
{
    /// <summary>What the alarm says instead of the text.</summary>
    public const string Broken =
        "The stored text is not the text that was signed, so it is not shown. Tell your data protection officer and your administrator at once: somebody or something has changed it.";

    /// <summary>Compares the stored sections, the kept text and two different people's signatures. Drafts have no seal yet.</summary>
    public static Verdict Check(Minutes minutes)
    {
        if (minutes.Status != MinutesStatus.Released)
        {
            return Verdict.Yes("Not released yet.");
        }

        var standing = minutes.Signatures.Where(signature => signature.VoidedAt is null);
        var kept = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(minutes.SignedText))
        );
        var holds =
            minutes.CurrentHash == minutes.SignedHash
            && kept == minutes.SignedHash
            && Signing.MayCirculate(standing, minutes.SignedHash).Allowed;
        return holds
            ? Verdict.Yes($"Text unchanged: {CanonicalText.Short(minutes.SignedHash)}")
            : Verdict.No(Broken);
    }
}
