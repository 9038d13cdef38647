using System.ComponentModel.DataAnnotations;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Meetings.Live;

/// <summary>What a meeting decides about a case (S1-6.5).</summary>
public enum CaseDecision
{
    [Display(Name = "As it stands")]
    AsItStands,

    [Display(Name = "Keep open")]
    KeepOpen,

    [Display(Name = "Monitor")]
    Monitor,

    [Display(Name = "Close: resolved")]
    CloseResolved,

    [Display(Name = "Close: no further hub action")]
    CloseNoFurtherAction,
}

/// <summary>How an item ends: what the chair says in closing it (S1-6.2, S1-5.8).</summary>
public sealed class ItemEnding
{
    [Field("Outcome", Required = "Choose how the item ended")]
    public ItemOutcome Outcome { get; set; }

    [Field("Summary", Rows = 3, Limit = 4000)]
    public string Summary { get; set; } = "";

    [Field("Decision", Limit = 1000)]
    public string Decision { get; set; } = "";

    [Field(
        "Challenge or different view",
        Limit = 1000,
        Hint = "Recorded where someone wants it recorded, with whose it is."
    )]
    public string Dissent { get; set; } = "";

    [Field("The case")]
    public CaseDecision Case { get; set; }

    /// <summary>What the item said when this form was shown, as <see cref="MarkOf"/> has it.</summary>
    public string Began { get; set; } = "";

    /// <summary>Stands for the texts of an item without repeating them.</summary>
    public static string MarkOf(AgendaItem item) =>
        TwoTexts.MarkOf(item.Summary, item.Decision, item.Dissent);

    /// <summary>Whether the discussion of an item still has to be summed up (S1-6.2).</summary>
    public static bool LacksSummary(AgendaItem item, ItemOutcome? outcome, string summary) =>
        outcome == ItemOutcome.Discussed
        && NeedsSummary(item.Kind)
        && string.IsNullOrWhiteSpace(summary);

    /// <summary>
    /// Finds that somebody else wrote under the item meanwhile, and then puts their words above these, so that neither are lost.
    /// </summary>
    public bool Meets(AgendaItem item)
    {
        var mark = MarkOf(item);
        var (summary, decision, dissent) = TwoTexts.Joined(item, Summary, Decision, Dissent);
        if (Began == mark || (summary, decision, dissent) == (Summary, Decision, Dissent))
        {
            return false;
        }

        (Summary, Decision, Dissent, Began) = (summary, decision, dissent, mark);
        return true;
    }

    /// <summary>Whether an item of this kind ends with a summary; the formal items of an agenda end by themselves.</summary>
    public static bool NeedsSummary(AgendaItemKind kind) =>
        kind
            is AgendaItemKind.NewCase
                or AgendaItemKind.ContinuingCase
                or AgendaItemKind.Urgent
                or AgendaItemKind.GuestSpeaker
                or AgendaItemKind.Campaign;

    /// <summary>Applies the decision to the item's case.</summary>
    /// <param name="hubCase">The case.</param>
    /// <param name="openActions">How many of its actions are still on the list.</param>
    /// <param name="now">Now, in UTC.</param>
    /// <returns>What is wrong, in words, or nothing.</returns>
    public string? Decide(HubCase hubCase, int openActions, DateTime now)
    {
        if (Case != CaseDecision.AsItStands && Outcome != ItemOutcome.Discussed)
        {
            return "A case is decided where it was discussed. Choose that outcome, or leave the case as it stands.";
        }

        switch (Case)
        {
            case CaseDecision.AsItStands:
                return null;
            case CaseDecision.KeepOpen:
                hubCase.KeepOpen();
                return null;
            case CaseDecision.Monitor:
                hubCase.Monitor();
                return null;
            default:
                // An open action is reported on at every meeting, so its case cannot leave before it (S1-3.3).
                if (openActions > 0)
                {
                    return openActions == 1
                        ? "One action of this case is still on the list. Take it off first, resolved or no further hub action."
                        : $"{openActions} actions of this case are still on the list. Take them off first, resolved or no further hub action.";
                }

                var reason =
                    Case == CaseDecision.CloseResolved
                        ? ClosureReason.Resolved
                        : ClosureReason.NoFurtherAction;
                return hubCase.Close(reason, Summary, now);
        }
    }
}
