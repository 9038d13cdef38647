using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.SharingProtocols;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>Everything the minutes of one meeting are written from.</summary>
public sealed record MinutesSource
{
    /// <summary>The meeting with its items, what was shared under them, its register and its signatures.</summary>
    public required HubMeeting Meeting { get; init; }
    public required string BodyName { get; init; }
    public required string ProtocolName { get; init; }

    /// <summary>Whether the one who chaired is not the hub's chair (settled 15).</summary>
    public required bool ActingChair { get; init; }
    public ConfidentialityWording? Wording { get; init; }

    /// <summary>Who wrote up from paper what the network kept from the screen, in the order they did.</summary>
    public IReadOnlyList<string> WrittenUpBy { get; init; } = [];

    /// <summary>The memberships of the hub on the day, in the order of the terms of reference.</summary>
    public required IReadOnlyList<SourceMember> Members { get; init; }

    /// <summary>Who gets the minutes.</summary>
    public required IReadOnlyList<MinutesRecipient> Recipients { get; init; }

    /// <summary>What agreed, open or just closed actions stood at when the meeting ended, in the order they were agreed.</summary>
    public required IReadOnlyList<SourceAction> Actions { get; init; }

    /// <summary>The people of a case by their initials and part: "JS (complainant)".</summary>
    public required IReadOnlyDictionary<Guid, IReadOnlyList<string>> PeopleOfCase { get; init; }

    /// <summary>Reference and title of each case an action belongs to.</summary>
    public required IReadOnlyDictionary<Guid, string> CaseTitles { get; init; }
}

/// <summary>A membership on the day of the meeting.</summary>
public sealed record SourceMember(Guid Id, string Name);

/// <summary>An action as the meeting left it.</summary>
/// <param name="Action">The action.</param>
/// <param name="OwnerMember">The owning membership as the terms write it.</param>
/// <param name="IsNew">Agreed at this meeting.</param>
/// <param name="ClosedHere">Taken off the list by this meeting.</param>
/// <param name="LastReport">The last report since the meeting before, where there was one.</param>
public sealed record SourceAction(
    HubAction Action,
    string OwnerMember,
    bool IsNew,
    bool ClosedHere,
    ActionUpdate? LastReport
)
{
    /// <summary>What the action table says: new, how it left the list, what was reported, or that nothing changed (S1-3.3).</summary>
    public string Standing =>
        this switch
        {
            { ClosedHere: true } =>
                $"{Platform.Ui.DisplayNames.Of(Action.Status)}: {Action.ClosedBecause}",
            { LastReport: { Progress: not ReportedProgress.NoChange } report } => report.InOneLine(
                OwnerMember
            ),
            { IsNew: true, Action.Acceptance.State: not null } =>
                "New; its owner was not there to accept it",
            { IsNew: true } => "New",
            _ => NoChange,
        };

    /// <summary>The words for an action nobody reported a change on.</summary>
    public const string NoChange = "No change since last week";
}
