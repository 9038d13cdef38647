using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Platform;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>Whether minutes may go out: two different people of the team signed the text as it stands, and it still is that text (S1-7.2j).</summary>
public static class CirculationGate
{
    /// <summary>Asks the signatures and the seal, each time: before the page, before the release and before every sending.</summary>
    /// <param name="minutes">With sections and signatures loaded.</param>
    public static Verdict Check(Minutes minutes)
    {
        var standing = minutes.Signatures.Where(signature => signature.VoidedAt is null);
        var signed = Signing.MayCirculate(standing, minutes.CurrentHash);
        if (!signed.Allowed || minutes.Status != MinutesStatus.Released)
        {
            return signed.Allowed
                ? Verdict.No("These minutes have not been released yet.")
                : signed;
        }

        var seal = MinutesSeal.Check(minutes);
        return seal.Allowed ? signed : seal;
    }
}
