using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Agendas;

/// <summary>Part A is for everyone; those without case access leave before part B (settled 3).</summary>
public enum AgendaPart
{
    [Display(Name = "Part A: themes, campaigns and speakers")]
    A,

    [Display(Name = "Part B: named cases")]
    B,
}

/// <summary>What an item is there for.</summary>
public enum AgendaItemKind
{
    [Display(Name = "Welcome, introductions and apologies")]
    Welcome,

    [Display(Name = "Confidentiality agreement and sharing protocol")]
    Confidentiality,

    [Display(Name = "Minutes and matters arising")]
    Minutes,

    [Display(Name = "Urgent and emerging issues")]
    Urgent,

    [Display(Name = "Guest speaker")]
    GuestSpeaker,

    [Display(Name = "Campaigns and events")]
    Campaign,

    [Display(Name = "New referral")]
    NewCase,

    [Display(Name = "Continuing case")]
    ContinuingCase,

    [Display(Name = "Open actions")]
    Actions,

    [Display(Name = "Any other business")]
    AnyOther,
}

/// <summary>How an item ended. Not reached is an outcome of its own.</summary>
public enum ItemOutcome
{
    [Display(Name = "Discussed")]
    Discussed,

    [Display(Name = "No change since last week")]
    NoChange,

    [Display(Name = "Not reached")]
    NotReached,
}

/// <summary>A slot in a meeting.</summary>
public sealed class AgendaItem : Record, IPersonalRecord
{
    public required Guid MeetingId { get; init; }
    public required AgendaPart Part { get; set; }
    public required AgendaItemKind Kind { get; init; }

    /// <summary>Position in the agenda, from 1.</summary>
    public required int Order { get; set; }

    /// <summary>What the agenda prints; for a case its reference and title, never a name.</summary>
    public required string Title { get; set; }

    /// <summary>Planned minutes.</summary>
    public required int Minutes { get; set; }
    public Guid? CaseId { get; init; }
    public HubCase? Case { get; init; }

    /// <summary>Added after the agenda was published and not yet published again: only whoever runs the hub sees it.</summary>
    public bool IsDraft { get; set; }

    /// <summary>The agency that presents it, for a speaker or a campaign.</summary>
    public string Presenter { get; set; } = "";
    public DateTime? StartedAt { get; set; }
    public DateTime? EndedAt { get; set; }

    /// <summary>Since when it is under discussion, in UTC; nothing while it is not.</summary>
    public DateTime? RunningSince { get; set; }

    /// <summary>Whole seconds it was under discussion before that; the meeting may come back to an item.</summary>
    public int UsedSeconds { get; set; }
    public ItemOutcome? Outcome { get; set; }

    /// <summary>The chair's summary after the discussion (S1-6.2).</summary>
    public string Summary { get; set; } = "";
    public string Decision { get; set; } = "";

    /// <summary>A challenge or a different view that someone wants recorded (S1-5.8).</summary>
    public string Dissent { get; set; } = "";

    public List<SharedInformation> Shared { get; } = [];

    /// <inheritdoc/>
    public (string Kind, Guid Id) ShownAs =>
        CaseId is { } caseId ? ("Case", caseId) : ("AgendaItem", Id);
}

/// <summary>What an agency told the meeting under an item: recorded as theirs, with how it may be handled.</summary>
public sealed class SharedInformation : Record
{
    public required Guid ItemId { get; init; }
    public Guid? OrganisationId { get; init; }
    public required string OrganisationName { get; init; }
    public required string RecordedByName { get; init; }
    public required DateTime At { get; init; }
    public required string Text { get; set; }

    /// <summary>How it may be used further; empty for the hub's ordinary rule (S1-7.1b).</summary>
    public string Handling { get; set; } = "";

    /// <summary>Who told it, where the writer took it down for them (settled 16).</summary>
    public Received Received { get; init; } = new();
}

internal sealed class SharedInformationMapping : IEntityTypeConfiguration<SharedInformation>
{
    public void Configure(EntityTypeBuilder<SharedInformation> builder) =>
        builder.ComplexProperty(shared => shared.Received, Received.Columns);
}

internal sealed class AgendaItemMapping : IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<AgendaItem> builder)
    {
        // A case stands on an agenda once, however many people build it at the same moment.
        builder.HasIndex(item => new { item.MeetingId, item.CaseId }).IsUnique();
        builder.HasOne(item => item.Case).WithMany().HasForeignKey(item => item.CaseId);
        builder.HasMany(item => item.Shared).WithOne().HasForeignKey(shared => shared.ItemId);
    }
}
