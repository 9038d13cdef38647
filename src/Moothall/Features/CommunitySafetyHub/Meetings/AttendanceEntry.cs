using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>As what a person attends.</summary>
public enum AttendeeKind
{
    [Display(Name = "Representative")]
    Representative,

    [Display(Name = "Deputy")]
    Deputy,

    [Display(Name = "Community Safety Team")]
    Team,

    [Display(Name = "Chair")]
    Chair,

    [Display(Name = "Invitee")]
    Invitee,

    [Display(Name = "Guest speaker")]
    GuestSpeaker,

    [Display(Name = "Observer")]
    Observer,

    [Display(Name = "Interpreter")]
    Interpreter,
}

/// <summary>Whether a person comes, came, or sent apologies.</summary>
public enum AttendanceState
{
    [Display(Name = "Expected")]
    Expected,

    [Display(Name = "Present")]
    Present,

    [Display(Name = "Apologies")]
    Apologies,

    [Display(Name = "Absent")]
    Absent,
}

/// <summary>A line of the attendance register. Attendance counts for the membership, deputies included (S1-5.1).</summary>
public sealed class AttendanceEntry : Record
{
    public required Guid MeetingId { get; init; }
    public Guid? MembershipId { get; init; }

    /// <summary>The account, where the person has one (settled 16: some attend without).</summary>
    public Guid? UserId { get; init; }
    public required string Name { get; init; }

    /// <summary>The agency as the register prints it.</summary>
    public required string OrganisationName { get; init; }
    public required AttendeeKind Kind { get; init; }
    public AttendanceState State { get; set; } = AttendanceState.Expected;
    public DateTime? ArrivedAt { get; set; }
    public DateTime? LeftAt { get; set; }

    /// <summary>Takes part by telephone, without a screen of the meeting (settled 16).</summary>
    public bool ByTelephone { get; set; }

    /// <summary>
    /// The item about named people that was under discussion when they came late (S1-7.2f). It stays shut to them, also where the
    /// meeting comes back to it, unless they are let in: moving on by mistake opens nothing.
    /// </summary>
    public Guid? WaitsItemId { get; set; }

    /// <summary>When whoever runs the meeting let a latecomer in at once, and who.</summary>
    public DateTime? LetInAt { get; set; }
    public string LetInByName { get; set; } = "";

    /// <summary>The line of the register an interpreter interprets for, and that person's name as the register prints it.</summary>
    public Guid? InterpretsForId { get; init; }
    public string InterpretsForName { get; init; } = "";

    /// <summary>In the room, or on the call, at this moment.</summary>
    public bool IsHere => State == AttendanceState.Present && LeftAt is null;

    /// <summary>Whether the person waits for the meeting to move on from the item it is at.</summary>
    public bool WaitsFor(Guid? currentItemId) =>
        IsHere && WaitsItemId is not null && WaitsItemId == currentItemId;

    /// <summary>Whether the person is here as a guest of the hub and not for a member (S1-4.5).</summary>
    public bool IsInvited =>
        Kind
            is AttendeeKind.Invitee
                or AttendeeKind.GuestSpeaker
                or AttendeeKind.Observer
                or AttendeeKind.Interpreter;

    /// <summary>As what they attend, in the words of the register and the minutes: "Interpreter for Petra Novak, by telephone".</summary>
    public string AttendsAs =>
        DisplayNames.Of(Kind)
        + (InterpretsForName.Length > 0 ? $" for {InterpretsForName}" : "")
        + (ByTelephone ? ", by telephone" : "");

    /// <summary>Who invited a non-member, and why (S1-4.5).</summary>
    public string InvitedByName { get; init; } = "";
    public string InvitedWhy { get; init; } = "";

    /// <summary>The items an invitee is here for; they see no others.</summary>
    public List<InviteeItem> Items { get; } = [];
}

/// <summary>An item that an invitee may hear and read.</summary>
public sealed class InviteeItem : Record
{
    public required Guid EntryId { get; init; }
    public required Guid ItemId { get; init; }
}

/// <summary>How the confidentiality agreement was signed (settled 16).</summary>
public enum SigningManner
{
    [Display(Name = "Signed here")]
    InProduct,

    [Display(Name = "Read aloud and agreed")]
    ReadAloud,

    [Display(Name = "Signed on paper")]
    OnPaper,
}

/// <summary>A person's signature under the confidentiality agreement for one meeting, before it starts (S1-7.1, S1-7.2f).</summary>
public sealed class ConfidentialitySignature : Record
{
    public required Guid MeetingId { get; init; }
    public Guid? UserId { get; init; }

    /// <summary>The line of the register it belongs to, for someone without an account.</summary>
    public Guid? EntryId { get; init; }
    public required string Name { get; init; }

    /// <summary>The wording that was signed.</summary>
    public required Guid WordingId { get; init; }
    public required DateTime SignedAt { get; init; }
    public required SigningManner Manner { get; init; }

    /// <summary>Who heard it, where it was read aloud or signed on paper.</summary>
    public string WitnessName { get; init; } = "";

    /// <summary>The scan or photograph of the paper it stands on, where it was attached (settled 16).</summary>
    public Guid? SheetId { get; set; }
}

/// <summary>A scan or photograph of the sheet that people signed on paper at one meeting (settled 16).</summary>
public sealed class AgreementSheet : Record
{
    public required Guid MeetingId { get; init; }
    public required Guid FileId { get; init; }
    public StoredFile? File { get; init; }
    public required DateTime AddedAt { get; init; }
    public required string AddedByName { get; init; }
}

internal sealed class AttendanceMapping
    : IEntityTypeConfiguration<AttendanceEntry>,
        IEntityTypeConfiguration<ConfidentialitySignature>,
        IEntityTypeConfiguration<AgreementSheet>
{
    public void Configure(EntityTypeBuilder<AttendanceEntry> builder) =>
        builder.HasMany(entry => entry.Items).WithOne().HasForeignKey(item => item.EntryId);

    public void Configure(EntityTypeBuilder<ConfidentialitySignature> builder) =>
        // One person signs once for one meeting, however often the button is pressed.
        builder.HasIndex(signature => new { signature.MeetingId, signature.UserId }).IsUnique();

    public void Configure(EntityTypeBuilder<AgreementSheet> builder)
    {
        builder.HasIndex(sheet => sheet.MeetingId);
        builder.HasOne(sheet => sheet.File).WithMany().HasForeignKey(sheet => sheet.FileId);
        builder.HasOne<HubMeeting>().WithMany().HasForeignKey(sheet => sheet.MeetingId);
    }
}
