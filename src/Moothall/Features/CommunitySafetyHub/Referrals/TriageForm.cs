using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>What whoever triages decides.</summary>
public sealed class TriageForm
{
    [Field("What do you decide?", Name = "Decision", Required = "Choose what you decide")]
    public TriageOutcome? Outcome { get; set; }

    [Field(
        "Why?",
        Name = "Why",
        Hint = "The referrer reads this.",
        Required = "Say why. The referrer is told.",
        Limit = 2_000,
        Rows = 3
    )]
    public string Reason { get; set; } = "";

    [Field(
        "Where to?",
        Name = "Where it goes",
        Hint = "The forum or service that should take it. It matters only where you redirect.",
        Limit = 200,
        Conditional = true
    )]
    public string WhereTo { get; set; } = "";

    [Field(
        "Who may see the case?",
        Hint = "The strictest level of its topics is chosen. It matters only where you accept.",
        Conditional = true
    )]
    public CaseVisibility? Visibility { get; set; }

    [Field(
        "Reference of the case to join it to",
        Name = "Reference of the case",
        Hint = "For example CSH-2026-K7QM",
        Limit = 40,
        Width = 20,
        Conditional = true
    )]
    public string CaseReference { get; set; } = "";

    [Field("Let the organisation that referred it see that case")]
    public bool ShareCase { get; set; }
}

/// <summary>Why the chair lets a late referral in.</summary>
public sealed class AdmitForm
{
    [Field(
        "Why can it not wait a week?",
        Name = "Why it cannot wait a week",
        Required = "Say why it is admitted late",
        Limit = 1_000,
        Rows = 2
    )]
    public string Reason { get; set; } = "";
}
