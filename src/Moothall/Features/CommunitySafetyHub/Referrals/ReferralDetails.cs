using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>What a referrer fills in about the matter itself; people, places and topics are rows of their own.</summary>
public sealed class ReferralDetails
{
    /// <summary>Characters a summary may have: five pages, more than a meeting can use.</summary>
    public const int SummaryLimit = 10_000;

    [Field("What is the referral about?", Required = "Choose what the referral is about")]
    public required CaseKind Kind { get; set; }

    [Field(
        "Title",
        Hint = "A few words for the agenda, without names. For example: Repeated damage at a play area.",
        Required = "Enter a title",
        Limit = 120
    )]
    public string Title { get; set; } = "";

    [Field(
        "Summary",
        Hint = "What happened, when, how often, and the harm it does. Keep facts apart from opinion.",
        Required = "Enter a summary",
        Limit = SummaryLimit,
        Rows = 8
    )]
    public string Summary { get; set; } = "";

    /// <summary>What usual working has tried already; the hub does not replace it (S1-5.9).</summary>
    [Field(
        "What has been tried already?",
        Name = "What has been tried already",
        Hint = "Which agencies, which steps, with what result. The hub does not replace usual working between agencies.",
        Required = "Say what has been tried already",
        Limit = 4_000,
        Rows = 4
    )]
    public string TriedAlready { get; set; } = "";

    [Field(
        "What do you ask of the hub?",
        Name = "What you ask of the hub",
        Required = "Say what you ask of the hub",
        Limit = 2_000,
        Rows = 3
    )]
    public string AskedOfHub { get; set; } = "";

    /// <summary>Why it cannot wait for the meeting; empty when it can.</summary>
    [Field(
        "It cannot wait for the meeting, because",
        Name = "Why it cannot wait",
        Hint = "Leave this empty if it can wait. In an emergency ring 999 first.",
        Limit = 1_000,
        Rows = 2
    )]
    public string CannotWaitBecause { get; set; } = "";

    /// <summary>Key of the <see cref="SharingGateway"/>.</summary>
    [Field(
        "Why may you share this?",
        Hint = "The usual reason is chosen. Change it where another fits better.",
        Help = "why-share",
        Required = "Choose why you may share this"
    )]
    public string Gateway { get; set; } = "";

    /// <summary>The purpose and the need in the referrer's words (R14.3).</summary>
    [Field(
        "What for, and why is it necessary?",
        Name = "What for, and why it is necessary",
        Required = "Say what you share it for, and why it is necessary",
        Limit = 1_000,
        Rows = 3
    )]
    public string MayShareBecause { get; set; } = "";
}
