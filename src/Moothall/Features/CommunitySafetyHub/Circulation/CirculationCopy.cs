using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>Where one recipient's copy is on its way (settled 23).</summary>
public enum CopyStatus
{
    [Display(Name = "Waiting to send")]
    Waiting,

    [Display(Name = "Sending")]
    Sending,

    [Display(Name = "Sent")]
    Sent,

    [Display(Name = "Refused by the other side")]
    Refused,

    [Display(Name = "Uncertain: check before sending again")]
    Uncertain,

    [Display(Name = "Withdrawn")]
    Withdrawn,
}

/// <summary>One recipient's copy of the minutes: by which route and why, whose it is, and what became of it (S1-7.2h, S1-7.2i).</summary>
public sealed class CirculationCopy : Record
{
    public required Guid MinutesId { get; init; }

    /// <summary>The recipient's account; nothing for an invitee without one.</summary>
    public Guid? UserId { get; init; }
    public required string RecipientName { get; init; }
    public required string OrganisationName { get; init; }
    public string Address { get; init; } = "";
    public required CirculationRoute Route { get; init; }

    /// <summary>Why this route, in the sentence shown before sending.</summary>
    public required string Because { get; init; }

    /// <summary>Whose copy it is, printed on every page of it.</summary>
    public required string Mark { get; init; }
    public CopyStatus Status { get; set; } = CopyStatus.Waiting;

    /// <summary>What the other side said, where it refused.</summary>
    public string ServerSaid { get; set; } = "";
    public DateTime? SentAt { get; set; }
    public required string ReleasedByName { get; init; }

    /// <summary>The file sent, kept to answer what exactly went; nothing where it is read in the product.</summary>
    public Guid? FileId { get; set; }
}

/// <summary>The password of locked files in one calendar month (S1-7.2i), sealed with the partnership's keys.</summary>
public sealed class FilePassword : Record
{
    /// <summary>First day of the month, local time.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>The password, encrypted.</summary>
    [Secret]
    public required byte[] Sealed { get; init; }
    public required DateTime MadeAt { get; init; }
}

/// <summary>How a password was given: never by e-mail (S1-7.2i).</summary>
public enum GivingManner
{
    [Display(Name = "By telephone")]
    Telephone,

    [Display(Name = "In person")]
    InPerson,
}

/// <summary>Each giving of a month's password: to whom, how, by whom, when.</summary>
public sealed class PasswordGiving : Record
{
    public required Guid PasswordId { get; init; }
    public Guid? ToUserId { get; init; }
    public required string ToName { get; init; }
    public required GivingManner Manner { get; init; }
    public required string GivenByName { get; init; }
    public required DateTime GivenAt { get; init; }

    /// <summary>How the giver knew that it was them, for example "called back on the number we hold".</summary>
    public required string KnownBy { get; init; }
}

internal sealed class CirculationMapping
    : IEntityTypeConfiguration<CirculationCopy>,
        IEntityTypeConfiguration<FilePassword>
{
    public void Configure(EntityTypeBuilder<CirculationCopy> builder) =>
        builder.HasIndex(copy => copy.MinutesId);

    public void Configure(EntityTypeBuilder<FilePassword> builder) =>
        builder.HasIndex(password => password.Month).IsUnique();
}
