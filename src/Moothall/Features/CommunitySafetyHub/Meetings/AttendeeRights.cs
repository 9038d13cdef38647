using Moothall.Platform;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>What a person gets by the part they attend in: papers, content on their screen, minutes.</summary>
public static class AttendeeRights
{
    /// <summary>
    /// Those who sign and are on the register and get nothing to read. They have no items, so that every rule that asks for
    /// items shuts them out; queries name them all the same.
    /// </summary>
    public static readonly AttendeeKind[] WithoutPapers =
    [
        AttendeeKind.Observer,
        AttendeeKind.Interpreter,
    ];

    /// <summary>May someone who attends so have papers, see content here and get minutes?</summary>
    public static Verdict Papers(AttendeeKind kind) =>
        kind switch
        {
            AttendeeKind.Observer => Verdict.No(
                "Observers sign the agreement and follow in the room or on the call. They get no papers, nothing on a screen and no minutes."
            ),
            AttendeeKind.Interpreter => Verdict.No(
                "Interpreters sign the agreement and hear what the person they interpret for hears. They get no papers, nothing on a screen and no minutes."
            ),
            AttendeeKind.Invitee or AttendeeKind.GuestSpeaker => Verdict.Yes(
                "They get the items they are here for, and no others."
            ),
            _ => Verdict.Yes("They get what is open to the member they act for."),
        };
}
