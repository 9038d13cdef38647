using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>
/// One recipient's copy of a paper, released minutes or an agency's sheet: by which route and why, whose it is, and what became of
/// it (S1-7.2h, S1-7.2i). A person has one copy of one paper; sending it again is a new attempt on the same copy.
/// </summary>
public sealed class CirculationCopy : Record
{
    /// <summary>A copy that has been on its way for longer has met a crash: whether it arrived is for a person to find out (settled 23).</summary>
    public static readonly TimeSpan LongestSending = TimeSpan.FromMinutes(10);

    /// <summary>After so many attempts that certainly failed, a person decides.</summary>
    public const int MostAttempts = 12;

    /// <summary>The minutes it is of; nothing for a sheet.</summary>
    public Guid? MinutesId { get; init; }

    /// <summary>The agency's sheet it is of; nothing for minutes.</summary>
    public Guid? SheetId { get; init; }

    /// <summary>The recipient's account; recipients come from membership and register, never typed.</summary>
    public required Guid UserId { get; init; }
    public required string RecipientName { get; init; }
    public required string OrganisationName { get; init; }

    /// <summary>Where it goes; the address of the account when it was released or last sent.</summary>
    public required string Address { get; set; }
    public required CirculationRoute Route { get; set; }

    /// <summary>Why this route, in the sentence shown before sending.</summary>
    public required string Because { get; set; }

    /// <summary>Whose copy it is, printed on every page of it: "Copy of Petra Novak, Testshire Police".</summary>
    public required string Mark { get; init; }
    public required CopyStatus Status { get; set; }

    /// <summary>What the other side said last, or why nothing was sent.</summary>
    public string ServerSaid { get; set; } = "";

    /// <summary>Since when it stands as it does, in UTC.</summary>
    public required DateTime StatusAt { get; set; }

    /// <summary>When the next attempt is due, while it waits.</summary>
    public required DateTime NextAttemptAt { get; set; }
    public required DateTime ReleasedAt { get; init; }
    public required string ReleasedByName { get; init; }

    /// <summary>Why it was called back; empty while it stands.</summary>
    public string WithdrawnBecause { get; set; } = "";

    /// <summary>Every attempt to send it, oldest first.</summary>
    public List<SendingAttempt> Attempts { get; } = [];

    /// <summary>Whether it travels as a file rather than being read in the product.</summary>
    public bool IsFile => Route is CirculationRoute.SecureAddress or CirculationRoute.LockedFile;

    /// <summary>Where it stands now: one that was being sent when the process died is uncertain, though nobody could write that down.</summary>
    public CopyStatus StatusNow(DateTime now) =>
        Status == CopyStatus.Sending && (now - StatusAt).Duration() > LongestSending
            ? CopyStatus.Uncertain
            : Status;

    /// <summary>Sets where it stands.</summary>
    public void Become(CopyStatus status, string said, DateTime now) =>
        (Status, ServerSaid, StatusAt) = (status, said, now);

    /// <summary>Whether a person may have it sent again: never while it is on its way, and never by itself.</summary>
    public bool MaySendAgain(DateTime now) =>
        StatusNow(now)
            is CopyStatus.Sent
                or CopyStatus.Refused
                or CopyStatus.Uncertain
                or CopyStatus.Held
                or CopyStatus.ToRead;

    /// <summary>A person decides that it goes again, by the route that holds today.</summary>
    /// <returns>Why it cannot, or nothing.</returns>
    public string? SendAgain(RecipientLine? today, DateTime now)
    {
        if (!MaySendAgain(now))
        {
            return "This copy is on its way or has been withdrawn, so it cannot be sent again.";
        }

        if (today is not { Gets: true })
        {
            return today?.Verdict.Reason ?? "They are no longer on the list of recipients.";
        }

        (Route, Because, Address, NextAttemptAt) = (
            today.Verdict.Route,
            today.Verdict.Reason,
            today.Address,
            now
        );
        Become(IsFile ? CopyStatus.Waiting : CopyStatus.ToRead, "", now);
        return null;
    }

    /// <summary>A person found out that an uncertain copy arrived.</summary>
    /// <returns>Why that cannot be said, or nothing.</returns>
    public string? Arrived(string byName, string how, DateTime now)
    {
        if (StatusNow(now) != CopyStatus.Uncertain)
        {
            return "Only a copy that is uncertain needs this answer.";
        }

        Become(CopyStatus.Sent, $"It arrived, says {byName}: {how}", now);
        return null;
    }

    /// <summary>Calls the copy back. What was read or sent stays known; from here it is shut in the product.</summary>
    /// <returns>Why it cannot be, or nothing.</returns>
    public string? Withdraw(string byName, string why, DateTime now)
    {
        switch (StatusNow(now))
        {
            case CopyStatus.Withdrawn:
                return "This copy has been withdrawn already.";
            case CopyStatus.Sending:
                return "This copy is being sent at this moment. Withdraw it in a few minutes.";
            default:
                WithdrawnBecause = why;
                Become(CopyStatus.Withdrawn, $"Withdrawn by {byName}", now);
                return null;
        }
    }
}

/// <summary>One attempt to send a copy, written down before it begins, with exactly what went (settled 23).</summary>
public sealed class SendingAttempt : Record
{
    public required Guid CopyId { get; init; }

    /// <summary>The file as it went, kept to answer what exactly was sent.</summary>
    public required Guid FileId { get; init; }

    /// <summary>The month's password that locks it; nothing for a secure address.</summary>
    public Guid? PasswordId { get; init; }
    public required string Address { get; init; }
    public required DateTime StartedAt { get; init; }
    public DateTime? EndedAt { get; set; }
    public CopyStatus Outcome { get; set; } = CopyStatus.Sending;
    public string ServerSaid { get; set; } = "";
}

/// <summary>Someone on the list to whom nothing went when a paper was circulated, and why.</summary>
public sealed class NotCirculated : Record
{
    /// <summary>The minutes, or the sheet of an agency.</summary>
    public Guid? MinutesId { get; init; }
    public Guid? SheetId { get; init; }
    public Guid? UserId { get; init; }
    public required string Name { get; init; }
    public required string OrganisationName { get; init; }
    public required string Because { get; init; }
    public required DateTime At { get; init; }
    public required string ByName { get; init; }
}

/// <summary>A file by e-mail agreed beforehand with someone who could read in the product; it counts until taken back (S1-7.2h).</summary>
public sealed class AgreedRoute : Record
{
    public required Guid UserId { get; init; }
    public required CirculationRoute Route { get; init; }

    /// <summary>What was agreed and why, for example "reads on the force network only".</summary>
    public required string Because { get; init; }
    public required string AgreedByName { get; init; }
    public required DateTime AgreedAt { get; init; }
    public DateTime? EndedAt { get; set; }
}
