using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>What stands between a person and the content of a live meeting.</summary>
public enum DoorState
{
    Open,

    /// <summary>No member's protocol that they act for is current, and they are not invited (S1-4.2).</summary>
    Shut,

    /// <summary>The confidentiality agreement for this meeting is not signed (S1-7.1, S1-7.2f).</summary>
    Unsigned,

    /// <summary>Signed, but not yet on the register as being here (settled 9).</summary>
    NotHere,

    /// <summary>Part B has begun, and the person has no access to named cases (settled 3).</summary>
    PartB,

    /// <summary>Signed and here, but as an observer or an interpreter, who get no papers and nothing on a screen.</summary>
    NoPapers,

    /// <summary>Came late, while named people are being discussed: joins at the next item (S1-7.2f).</summary>
    Waiting,
}

/// <summary>What the door needs to know of the person before it.</summary>
/// <param name="RunsHub">Community Safety Team or chair.</param>
/// <param name="ActsForMember">Acts for a member of this hub whose protocol is current today.</param>
/// <param name="HearsCases">Acts for one that sees named cases.</param>
/// <param name="IsInvited">On the register as an invitee.</param>
/// <param name="InvitedToPartB">Invited for an item of part B.</param>
/// <param name="HasSigned">Has signed this meeting's agreement.</param>
/// <param name="IsHere">On the register as here at this moment.</param>
/// <param name="ShutBecause">Why memberships acted for are shut, one sentence each.</param>
public sealed record Comer(
    bool RunsHub,
    bool ActsForMember,
    bool HearsCases,
    bool IsInvited,
    bool InvitedToPartB,
    bool HasSigned,
    bool IsHere,
    IReadOnlyList<string> ShutBecause
)
{
    /// <summary>Here as an observer or an interpreter and as nothing else.</summary>
    public bool HasNoPapers { get; init; }

    /// <summary>Came while the item under discussion was under discussion.</summary>
    public bool Waits { get; init; }

    /// <summary>Whether the person belongs at this meeting today.</summary>
    public bool Belongs => RunsHub || ActsForMember || IsInvited;

    /// <summary>Whether anything of part B is for them.</summary>
    public bool HearsPartB => RunsHub || HearsCases || InvitedToPartB;
}

/// <summary>Whether a live meeting's content is open to someone, and why not, for their screen.</summary>
/// <param name="State">What stands in the way.</param>
/// <param name="Words">What to tell them; empty where the door is open.</param>
public sealed record MeetingDoor(DoorState State, string Words)
{
    /// <summary>
    /// Decides at the moment of the request: a protocol that lapsed shuts the door whatever was signed before (S1-4.2), and
    /// nobody sees content without the agreement and the register (S1-7.2f).
    /// </summary>
    public static MeetingDoor Of(Comer comer, bool partB) =>
        comer switch
        {
            { Belongs: false } => new(
                DoorState.Shut,
                comer.ShutBecause.Count > 0
                    ? string.Join(" ", comer.ShutBecause)
                    : "This meeting is not open to you today."
            ),
            { HasSigned: false } => new(
                DoorState.Unsigned,
                "Sign the confidentiality agreement for this meeting first."
            ),
            // Before presence is asked for: the register has noted that they left, and they are not to say otherwise.
            { HearsPartB: false } when partB => new(
                DoorState.PartB,
                "The meeting has come to named cases. Thank you for your part: please leave the room or the call now."
            ),
            { IsHere: false } => new(
                DoorState.NotHere,
                "Say that you are here, and the meeting opens."
            ),
            { HasNoPapers: true } => new(
                DoorState.NoPapers,
                "You have signed and are on the register. Observers and interpreters follow in the room or on the call: no papers and no case content are shown to them here."
            ),
            { Waits: true } => new(
                DoorState.Waiting,
                "You join at the next item. Named people are being discussed now; this page opens by itself when the meeting moves on."
            ),
            _ => new(DoorState.Open, ""),
        };

    /// <summary>Whether their screen follows the meeting's number: it opens or empties by itself when the meeting moves on.</summary>
    public bool Follows => State is DoorState.Open or DoorState.Waiting or DoorState.NoPapers;

    /// <summary>Whether presence can be confirmed: on the day of the meeting, and until it ends.</summary>
    public static bool IsTheDay(HubMeeting meeting, DateTime now) =>
        meeting.IsOnScreen
        || (
            meeting.Status == MeetingStatus.Planned
            && UkTime.DateOf(now) == UkTime.DateOf(meeting.StartsAt)
        );
}
