using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Bodies.BodyMeetings;

/// <summary>When and where a body meets, and what was noted.</summary>
public sealed class BodyMeetingDetails
{
    [Field("Date", Required = "Enter the date")]
    public DateOnly? Date { get; set; }

    [Field("Starts at", Width = 5, Hint = "For example, 14:00.")]
    public TimeOnly Start { get; set; } = new(14, 0);

    [Field("How people meet", Conditional = true)]
    public MeetingMode Mode { get; set; } = MeetingMode.InPerson;

    [Field("Venue", Limit = 200, Hint = "Everybody who reads the agenda sees it.")]
    public string Place { get; set; } = "";

    [Field(
        "How to join online",
        Limit = 500,
        Rows = 2,
        Hint = "The link, with its password. Only members of this body and the Community Safety Team see it."
    )]
    public string Joining { get; set; } = "";

    [Field("Notes", Limit = 8000, Rows = 8, Hint = "What was said, in short.")]
    public string Notes { get; set; } = "";

    /// <summary>What is wrong between the fields: the name of the field and the words.</summary>
    public IEnumerable<(string Field, string Problem)> Problems()
    {
        if (Place.Contains("://", StringComparison.Ordinal))
        {
            yield return (
                nameof(Place),
                "Put the link into the next field: a venue is shown to everybody who reads the agenda."
            );
        }
    }
}

/// <summary>A meeting of a body other than the hub. Its record is a draft until a later meeting agreed it; then it stays as it is.</summary>
public sealed class BodyMeeting : Record
{
    public required Guid BodyId { get; init; }
    public required BodyMeetingDetails Details { get; set; }

    /// <summary>The day on which the record was agreed.</summary>
    public DateOnly? AgreedOn { get; private set; }
    public string AgreedNotedByName { get; private set; } = "";
    public bool IsAgreed => AgreedOn is not null;

    public List<BodyAgendaItem> Items { get; } = [];
    public List<BodyAttendance> Attendance { get; } = [];
    public List<BodyDecision> Decisions { get; } = [];

    /// <summary>Notes that the record was agreed.</summary>
    /// <returns>Why not, in words, or nothing.</returns>
    public string? Agree(DateOnly on, DateOnly today, string byName)
    {
        if (on <= Details.Date || on > today)
        {
            return "A record is agreed at a later meeting: enter a day after this meeting and not after today.";
        }

        (AgreedOn, AgreedNotedByName) = (on, byName);
        return null;
    }
}

/// <summary>An item of the agenda.</summary>
public sealed class BodyAgendaItem : Record
{
    public required Guid MeetingId { get; init; }
    public required int Order { get; set; }
    public required string Title { get; set; }
    public string Presenter { get; set; } = "";

    /// <summary>Time planned, in minutes.</summary>
    public int? Minutes { get; set; }

    /// <summary>Whether the item may be shown to everybody; partners only otherwise.</summary>
    public bool IsPublic { get; set; }
    public Guid? FileId { get; set; }
    public StoredFile? File { get; init; }
}

/// <summary>How somebody attended.</summary>
public enum BodyPresence
{
    Present,
    Apologies,

    [Display(Name = "Present as a deputy")]
    Deputy,
}

/// <summary>One line of the attendance.</summary>
public sealed class BodyAttendance : Record
{
    public required Guid MeetingId { get; init; }
    public required string Name { get; set; }
    public string OrganisationName { get; set; } = "";
    public required BodyPresence Presence { get; set; }
    public string DeputyFor { get; set; } = "";
}

/// <summary>A decision of a meeting.</summary>
public sealed class BodyDecision : Record
{
    public required Guid MeetingId { get; init; }

    /// <summary>Its number in the meeting, from 1.</summary>
    public required int Number { get; init; }
    public required string Text { get; set; }
    public string AgreedBy { get; set; } = "";
}

internal sealed class BodyMeetingMapping
    : IEntityTypeConfiguration<BodyMeeting>,
        IEntityTypeConfiguration<BodyAgendaItem>,
        IEntityTypeConfiguration<BodyDecision>
{
    public void Configure(EntityTypeBuilder<BodyMeeting> builder)
    {
        builder.ComplexProperty(one => one.Details);
        builder.Ignore(one => one.IsAgreed);
        builder.HasOne<GovernanceBody>().WithMany().HasForeignKey(one => one.BodyId);
        builder.HasMany(one => one.Items).WithOne().HasForeignKey(item => item.MeetingId);
        builder.HasMany(one => one.Attendance).WithOne().HasForeignKey(one => one.MeetingId);
        builder.HasMany(one => one.Decisions).WithOne().HasForeignKey(one => one.MeetingId);
    }

    public void Configure(EntityTypeBuilder<BodyAgendaItem> builder) =>
        builder.HasOne(one => one.File).WithMany().HasForeignKey(one => one.FileId);

    public void Configure(EntityTypeBuilder<BodyDecision> builder) =>
        builder.HasIndex(one => new { one.MeetingId, one.Number }).IsUnique();
}
