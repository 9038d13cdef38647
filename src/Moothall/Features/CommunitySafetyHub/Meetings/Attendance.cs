using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>
/// The attendance register and the agreement's signatures. Nobody is here who has not signed for that meeting (S1-7.2f).
/// Each method returns what is wrong, in words, or nothing; the caller saves.
/// </summary>
public sealed partial class Attendance(MoothallDb db)
{
    /// <summary>Signs the agreement for oneself, in the product.</summary>
    public string? Sign(Attending person, Guid wordingId, DateTime now)
    {
        if (!person.Comer.Belongs)
        {
            return person.Door(partB: false).Words;
        }

        var window = AgreementWindow.Check(person.Meeting, now);
        if (!window.Allowed)
        {
            return window.Reason;
        }

        if (person.Comer.HasSigned)
        {
            return null;
        }

        Add(
            person.Meeting,
            new()
            {
                MeetingId = person.Meeting.Id,
                UserId = person.Viewer.UserId,
                Name = person.Viewer.Name,
                WordingId = wordingId,
                SignedAt = now,
                Manner = SigningManner.InProduct,
            }
        );
        return null;
    }

    /// <summary>
    /// Records the signature of someone without a device or an account: the statements were read aloud and agreed, or a sheet
    /// was signed (settled 16), at an instant in UTC before a witness.
    /// </summary>
    public string? SignFor(
        HubMeeting meeting,
        AttendanceEntry entry,
        SigningManner manner,
        string witness,
        Guid wordingId,
        DateTime at,
        DateTime now
    )
    {
        var window = AgreementWindow.Check(meeting, now);
        if (!window.Allowed)
        {
            return window.Reason;
        }

        if (at > now)
        {
            return "The time of the agreement is still ahead.";
        }

        if (manner == SigningManner.InProduct)
        {
            return "Only the person can sign here. Choose read aloud or on paper.";
        }

        if (string.IsNullOrWhiteSpace(witness))
        {
            return $"Say who heard or saw {entry.Name} agree.";
        }

        if (HasSigned(meeting, entry))
        {
            return $"{entry.Name} has signed already.";
        }

        Add(
            meeting,
            new()
            {
                MeetingId = meeting.Id,
                UserId = entry.UserId,
                EntryId = entry.Id,
                Name = entry.Name,
                WordingId = wordingId,
                SignedAt = at,
                Manner = manner,
                WitnessName = witness,
            }
        );
        return null;
    }

    /// <summary>Whether the person of a register line has signed for this meeting.</summary>
    public static bool HasSigned(HubMeeting meeting, AttendanceEntry entry) =>
        meeting.Signatures.Any(signature => IsOf(signature, entry));

    /// <summary>Whether a signature is that of the person of a register line.</summary>
    public static bool IsOf(ConfidentialitySignature signature, AttendanceEntry entry) =>
        signature.EntryId == entry.Id
        || (entry.UserId is not null && signature.UserId == entry.UserId);

    /// <summary>
    /// Marks someone as here from an instant in UTC; coming back after leaving counts from the first arrival. A latecomer waits
    /// for the next item.
    /// </summary>
    public static string? Arrive(
        HubMeeting meeting,
        AttendanceEntry entry,
        ItemNow? item,
        DateTime at,
        DateTime now
    )
    {
        if (!MeetingDoor.IsTheDay(meeting, now))
        {
            return "Presence is confirmed on the day of the meeting.";
        }

        if (!HasSigned(meeting, entry))
        {
            return $"{entry.Name} has not signed the confidentiality agreement for this meeting.";
        }

        if (at > now)
        {
            return "The time of arrival is still ahead.";
        }

        // Who is here and says so again, from another screen, is no more here than before: a latecomer goes on waiting.
        if (entry.IsHere)
        {
            return null;
        }

        if (Latecomer.WaitsBecause(item, entry, Runs(meeting, entry), at) is not null)
        {
            entry.WaitsItemId = item!.Id;
        }
        else if (entry.WaitsItemId == item?.Id)
        {
            entry.WaitsItemId = null;
        }

        if (entry.State != AttendanceState.Present || entry.ArrivedAt is null)
        {
            entry.ArrivedAt = at;
        }

        (entry.State, entry.LeftAt) = (AttendanceState.Present, null);
        return null;
    }

    /// <summary>Whether the person of a register line runs the meeting.</summary>
    public static bool Runs(HubMeeting meeting, AttendanceEntry entry) =>
        entry.Kind is AttendeeKind.Team or AttendeeKind.Chair
        || (entry.UserId is not null && entry.UserId == meeting.ChairId);

    /// <summary>Lets a latecomer in at once; who did is kept.</summary>
    public static string? LetIn(
        HubMeeting meeting,
        AttendanceEntry entry,
        string byName,
        DateTime now
    )
    {
        if (!entry.WaitsFor(meeting.CurrentItemId))
        {
            return $"{entry.Name} is not waiting for the next item.";
        }

        (entry.WaitsItemId, entry.LetInAt, entry.LetInByName) = (null, now, byName);
        return null;
    }

    /// <summary>Records that someone left.</summary>
    public static string? Leave(AttendanceEntry entry, DateTime at, DateTime now)
    {
        if (!entry.IsHere)
        {
            return $"{entry.Name} is not on the register as here.";
        }

        if (at > now || at < entry.ArrivedAt)
        {
            return "The time of leaving must be between the arrival and now.";
        }

        entry.LeftAt = at;
        return null;
    }

    /// <summary>Records apologies, or that someone expected did not come.</summary>
    public static string? StayAway(HubMeeting meeting, AttendanceEntry entry, AttendanceState state)
    {
        if (meeting.Status is MeetingStatus.Ended or MeetingStatus.Cancelled)
        {
            return "The register of this meeting is closed.";
        }

        if (state is not (AttendanceState.Apologies or AttendanceState.Absent))
        {
            return "Choose apologies or absent.";
        }

        (entry.State, entry.ArrivedAt, entry.LeftAt) = (state, null, null);
        return null;
    }

    private void Add(HubMeeting meeting, ConfidentialitySignature signature)
    {
        meeting.Signatures.Add(signature);
        db.Add(signature);
    }
}
