using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>Where a sitting is in its life.</summary>
public enum MeetingStatus
{
    [Display(Name = "Planned")]
    Planned,

    [Display(Name = "In progress")]
    Live,

    [Display(Name = "Ended")]
    Ended,

    [Display(Name = "Cancelled")]
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

/// <summary>One sitting of a hub (S1-3.1).</summary>
public sealed class HubMeeting : Record
{
    public required Guid BodyId { get; init; }

    /// <summary>Planned start, in UTC.</summary>
    public required DateTime StartsAt { get; set; }

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

    public List<AgendaItem> Items { get; } = [];
    public List<AttendanceEntry> Register { get; } = [];
    public List<ConfidentialitySignature> Signatures { get; } = [];
}

internal sealed class HubMeetingMapping : IEntityTypeConfiguration<HubMeeting>
{
    public void Configure(EntityTypeBuilder<HubMeeting> builder)
    {
        builder.HasIndex(meeting => new { meeting.BodyId, meeting.StartsAt }).IsUnique();
        builder.HasMany(meeting => meeting.Items).WithOne().HasForeignKey(item => item.MeetingId);
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
