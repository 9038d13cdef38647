using System.ComponentModel.DataAnnotations;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Actions;

/// <summary>Where the acceptance of an action stands that was given to an agency in its absence.</summary>
public enum AcceptanceState
{
    [Display(Name = "Awaits acceptance"), TagColour("orange")]
    Awaited,

    [Display(Name = "Accepted"), TagColour("green")]
    Accepted,

    [Display(Name = "Asked to be given elsewhere"), TagColour("red")]
    AskedElsewhere,
}

/// <summary>
/// Whether the owner has taken on an action that it was given while it was not there: nobody is bound by what was agreed in
/// their absence until they, or someone who takes down their word, say so. Without a state there is nothing to accept: the owner
/// was there.
/// </summary>
public sealed class Acceptance
{
    public AcceptanceState? State { get; init; }
    public DateTime? At { get; init; }
    public string ByName { get; init; } = "";

    /// <summary>Why the owner asks for it to be given elsewhere.</summary>
    public string Because { get; init; } = "";

    /// <summary>Whose word it was, where it was taken down for them (settled 16).</summary>
    public Received Received { get; init; } = new();

    /// <summary>Stands under its own heading on the next agenda until it is settled.</summary>
    public bool IsUnsettled => State is AcceptanceState.Awaited or AcceptanceState.AskedElsewhere;

    /// <summary>What an action begins with: nothing to accept where the owner is in the meeting by the register at that moment.</summary>
    public static Acceptance WhenGiven(bool ownerIsHere) =>
        ownerIsHere ? new() : new() { State = AcceptanceState.Awaited };

    /// <summary>The reason an agenda and the live meeting print; empty where there is nothing to settle.</summary>
    public string Sentence =>
        State switch
        {
            AcceptanceState.Awaited => "Not here when it was given: awaits acceptance.",
            AcceptanceState.AskedElsewhere =>
                $"Its owner asks for it to be given elsewhere: {Because}",
            _ => "",
        };
}
