using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>Someone in a referral who may be known already, for the team to resolve (settled 14).</summary>
public sealed class ReferralMatch : Record
{
    public required Guid ReferralId { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid KnownPersonId { get; init; }

    /// <summary>Why the two may be the same, in words that hold nothing of either.</summary>
    public required string Because { get; init; }

    /// <summary>What the team found: the same person, or not; nothing while it waits.</summary>
    public bool? IsSame { get; set; }
    public string ResolvedByName { get; set; } = "";
}
