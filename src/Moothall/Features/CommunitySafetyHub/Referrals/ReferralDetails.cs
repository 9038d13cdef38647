using Moothall.Features.CommunitySafetyHub.Cases;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>What a referrer fills in about the matter itself; people, places and topics are rows of their own.</summary>
public sealed class ReferralDetails
{
    public required CaseKind Kind { get; set; }
    public string Title { get; set; } = "";
    public string Summary { get; set; } = "";

    /// <summary>What usual working has tried already; the hub does not replace it (S1-5.9).</summary>
    public string TriedAlready { get; set; } = "";
    public string AskedOfHub { get; set; } = "";

    /// <summary>Why may you share this: the legal gateway and purpose (R14.3).</summary>
    public string MayShareBecause { get; set; } = "";

    /// <summary>Why it cannot wait for the meeting; empty when it can.</summary>
    public string CannotWaitBecause { get; set; } = "";
}
