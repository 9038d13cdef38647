using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Actions;

/// <summary>What is typed to record an action: the text and its owner; the rest has a default (S1-5.5, S1-6.2).</summary>
public sealed class ActionForm
{
    [Field(
        "What is to be done",
        Name = "The action",
        Limit = 1000,
        Required = "Say what is to be done"
    )]
    public string Text { get; set; } = "";

    [Field("Owner", Required = "Choose the member that owns the action")]
    public Guid? OwnerMembershipId { get; set; }

    [Field("Person")]
    public Guid? OwnerUserId { get; set; }

    [Field("Due", Limit = 40, Hint = $"Empty: by the next hub. Or type {DueWords.Examples}.")]
    public string Due { get; set; } = "";
}

/// <summary>The owner's answer to an action that was given in its absence.</summary>
public sealed class AcceptanceForm
{
    [Field("Why should it be given elsewhere?", Name = "Why", Limit = 500, Conditional = true)]
    public string Because { get; set; } = "";

    /// <summary>Who gave the answer, where it is written down for another (settled 16).</summary>
    public Received Received { get; set; } = new();
}

/// <summary>What an owner reports on an action.</summary>
public sealed class UpdateForm
{
    [Field("Progress", Required = "Choose how far it is")]
    public ReportedProgress? Progress { get; set; }

    [Field("What was done", Rows = 3, Limit = 4000, Conditional = true)]
    public string Text { get; set; } = "";

    [Field(
        "Evidence",
        Limit = 1000,
        Hint = "Where it can be seen: a reference, a date, a document."
    )]
    public string Evidence { get; set; } = "";

    /// <summary>Who told it, where it is written down for another (settled 16).</summary>
    public Received Received { get; set; } = new();
}
