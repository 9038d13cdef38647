using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>Where a sitting is in its life.</summary>
public enum MeetingStatus
{
    [Display(Name = "Planned"), TagColour("blue")]
    Planned,

    [Display(Name = "In progress"), TagColour("green")]
    Live,

    [Display(Name = "Ended")]
    Ended,

    [Display(Name = "Cancelled"), TagColour("red")]
    Cancelled,
}

/// <summary>How people meet (S0-5); physical checks apply by mode (C5).</summary>
public enum MeetingMode
{
    [Display(Name = "In person")]
    InPerson,

    [Display(Name = "Virtual")]
    Virtual,

    [Display(Name = "Hybrid")]
    Hybrid,
}

/// <summary>What the check of the room at the end of a meeting came to.</summary>
public enum RoomCheck
{
    [Display(Name = "Not yet done")]
    Waiting,

    [Display(Name = "Room checked: no paper left")]
    Done,

    [Display(Name = "Not applicable: nobody met in a room")]
    NotApplicable,
}

/// <summary>Who chaired a meeting, and from when: an acting chair takes over, recorded (settled 15).</summary>
public sealed class MeetingChairing : Record
{
    public required Guid MeetingId { get; init; }
    public required Guid UserId { get; init; }
    public required string Name { get; init; }
    public required DateTime From { get; init; }

    /// <summary>Why somebody else than the chair took it, in a sentence; empty for who was to chair.</summary>
    public string Because { get; init; } = "";
}

/// <summary>One sitting of a hub (S1-3.1).</summary>
public sealed class HubMeeting : Record
{
    public required Guid BodyId { get; init; }

    /// <summary>Planned start, in UTC.</summary>
    public required DateTime StartsAt { get; set; }

    /// <summary>
    /// The start its place in the body's weekly schedule gives it, in UTC. Moving a meeting keeps this, so that planning does
    /// not fill the place a second time. Nothing for a meeting planned by hand before it was ever moved: then its start counts.
    /// </summary>
    public DateTime? Slot { get; set; }

    /// <summary>Planned length in minutes; over the hour only for a guest speaker (S1-3.1b).</summary>
    public required int Minutes { get; set; }

    /// <summary>When referrals close for it, in UTC.</summary>
    public required DateTime CutOffAt { get; set; }
    public MeetingMode Mode { get; set; } = MeetingMode.InPerson;

    /// <summary>Venue, or the link of a virtual meeting.</summary>
    public string Place { get; set; } = "";
    public MeetingStatus Status { get; set; } = MeetingStatus.Planned;

    /// <summary>When the agenda was last published, in UTC; nothing while it is a draft.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>Counts the publications, so that a reader sees that it changed.</summary>
    public int Publication { get; set; }

    /// <summary>Counts the changes to the agenda, so that two people who change it at once are told (a lost update).</summary>
    public int AgendaEdits { get; set; }

    /// <summary>Why it was moved or cancelled (C4).</summary>
    public string ChangedBecause { get; set; } = "";

    /// <summary>The person chairing: the hub's chair, or who took over (settled 15).</summary>
    public Guid? ChairId { get; set; }
    public string ChairName { get; set; } = "";
    public DateTime? StartedAt { get; set; }
    public DateTime? EndedAt { get; set; }

    /// <summary>The item under discussion; every screen follows it.</summary>
    public Guid? CurrentItemId { get; set; }

    /// <summary>Counts what happened in the live meeting; a screen that knows an older number fetches again (settled 24).</summary>
    public long Pulse { get; set; }

    /// <summary>When the protocol was explained to all attending (S1-7.2e).</summary>
    public DateTime? ProtocolExplainedAt { get; set; }

    /// <summary>When it was confirmed that nothing records, transcribes or listens in: no recording, no transcription, no assistant.</summary>
    public DateTime? RecordingOffAt { get; set; }

    /// <summary>Who started it, and so confirmed both.</summary>
    public string StartedByName { get; set; } = "";

    /// <summary>
    /// When the meeting was written up afterwards from paper, and by whom; nothing where it was held on screen. Of a meeting in
    /// progress: since when its rest is written up, because the network failed, and who said so.
    /// </summary>
    public DateTime? WrittenUpAt { get; set; }
    public string WrittenUpByName { get; set; } = "";

    /// <summary>In progress, and recorded on the screen.</summary>
    public bool IsOnScreen => Status == MeetingStatus.Live && WrittenUpAt is null;

    /// <summary>Begun on the screen; the network failed, and its rest is being written up from paper.</summary>
    public bool IsOnPaper => Status == MeetingStatus.Live && WrittenUpAt is not null;

    /// <summary>The check at the end that no paper is left (S1-7.2g), by the way people met (C5).</summary>
    public RoomCheck RoomCheck { get; set; } = RoomCheck.Waiting;
    public string RoomCheckedByName { get; set; } = "";

    public List<AgendaItem> Items { get; } = [];
    public List<MeetingChairing> Chairings { get; } = [];

    /// <summary>Records that someone chairs from an instant in UTC, unless they did already. The chairings must be loaded.</summary>
    public void Chairs(Guid userId, string name, DateTime from, string because = "")
    {
        if (Chairings.MaxBy(one => one.From)?.UserId != userId)
        {
            Chairings.Add(
                new()
                {
                    MeetingId = Id,
                    UserId = userId,
                    Name = name,
                    From = from,
                    Because = because,
                }
            );
        }
    }

    public List<AttendanceEntry> Register { get; } = [];
    public List<ConfidentialitySignature> Signatures { get; } = [];

    /// <summary>Moves a planned meeting. Lateness fixed at submission stays as it was (settled 6).</summary>
    /// <param name="start">New start, in UTC.</param>
    /// <param name="cutOff">New cut-off, in UTC.</param>
    /// <param name="because">Why it is moved (C4).</param>
    /// <param name="now">Now, in UTC.</param>
    /// <returns>What is wrong, in words, or nothing.</returns>
    public string? MoveTo(DateTime start, DateTime cutOff, string because, DateTime now)
    {
        if (NotPlanned() is { } problem)
        {
            return problem;
        }

        if (start <= now)
        {
            return "A meeting can only be moved to a time that is still ahead.";
        }

        if (start == StartsAt)
        {
            return "The meeting is planned for that time already.";
        }

        if (string.IsNullOrWhiteSpace(because))
        {
            return "Say why the meeting is moved.";
        }

        Slot ??= StartsAt;
        (StartsAt, CutOffAt, ChangedBecause) = (start, cutOff, because);
        return null;
    }

    /// <summary>Cancels a planned meeting (C4).</summary>
    /// <returns>What is wrong, in words, or nothing.</returns>
    public string? Cancel(string because)
    {
        if (NotPlanned() is { } problem)
        {
            return problem;
        }

        if (string.IsNullOrWhiteSpace(because))
        {
            return "Say why the meeting is cancelled.";
        }

        (Status, ChangedBecause) = (MeetingStatus.Cancelled, because);
        return null;
    }

    private string? NotPlanned() =>
        Status switch
        {
            MeetingStatus.Planned => null,
            MeetingStatus.Cancelled => "This meeting is cancelled already.",
            _ => "This meeting has begun, so it can no longer be changed.",
        };
}

internal sealed class HubMeetingMapping : IEntityTypeConfiguration<HubMeeting>
{
    public void Configure(EntityTypeBuilder<HubMeeting> builder)
    {
        builder.HasIndex(meeting => new { meeting.BodyId, meeting.StartsAt }).IsUnique();
        builder.HasMany(meeting => meeting.Items).WithOne().HasForeignKey(item => item.MeetingId);
        builder
            .HasMany(meeting => meeting.Chairings)
            .WithOne()
            .HasForeignKey(chairing => chairing.MeetingId);
        builder
            .HasMany(meeting => meeting.Register)
            .WithOne()
            .HasForeignKey(entry => entry.MeetingId);
        builder
            .HasMany(meeting => meeting.Signatures)
            .WithOne()
            .HasForeignKey(signature => signature.MeetingId);
    }
}
