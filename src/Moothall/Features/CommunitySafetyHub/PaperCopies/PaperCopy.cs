using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.PaperCopies;

/// <summary>What a numbered copy is of.</summary>
public enum PaperKind
{
    [Display(Name = "Agenda")]
    Agenda,

    [Display(Name = "Printed pack of the team")]
    Pack,

    [Display(Name = "Minutes of the last meeting")]
    Minutes,
}

/// <summary>Where a numbered copy is.</summary>
public enum PaperState
{
    [Display(Name = "Still out"), TagColour("orange")]
    Out,

    [Display(Name = "Returned"), TagColour("green")]
    Returned,

    [Display(Name = "Shredded"), TagColour("green")]
    Shredded,
}

/// <summary>A numbered copy on paper, given to one person at one meeting and ticked back in (S1-7.2b, S1-7.2c, S1-7.2g).</summary>
public sealed class PaperCopy : Record
{
    public required Guid MeetingId { get; init; }

    /// <summary>Counts the copies of one meeting from 1; printed on every sheet.</summary>
    public required int Number { get; init; }
    public required PaperKind Kind { get; init; }

    /// <summary>The holder's line of the register; nothing for a pack that the team printed for itself.</summary>
    public Guid? EntryId { get; init; }

    /// <summary>The holder's account and member, where they have them, to find what is to be recalled.</summary>
    public Guid? UserId { get; init; }
    public Guid? MembershipId { get; init; }
    public required string HolderName { get; init; }
    public required string OrganisationName { get; init; }
    public required DateTime IssuedAt { get; init; }
    public required string IssuedByName { get; init; }
    public PaperState State { get; private set; }
    public DateTime? BackAt { get; private set; }
    public string BackToName { get; private set; } = "";

    /// <summary>"Copy 3, agenda: Petra Novak, Testshire Police".</summary>
    public string Words =>
        $"Copy {Number}, {DisplayNames.Of(Kind).ToLowerInvariant()}: {HolderName}"
        + (OrganisationName.Length > 0 ? $", {OrganisationName}" : "");

    /// <summary>Ticks the copy back in.</summary>
    /// <returns>What is wrong, in words, or nothing.</returns>
    public string? TakeBack(PaperState state, string byName, DateTime now)
    {
        if (state == PaperState.Out)
        {
            return "Choose returned or shredded.";
        }

        if (State == PaperState.Shredded)
        {
            return $"Copy {Number} was shredded already.";
        }

        if (State == state)
        {
            return $"Copy {Number} was ticked back in already.";
        }

        (State, BackAt, BackToName) = (state, now, byName);
        return null;
    }

    /// <summary>Puts right a tick made by mistake: the copy is out again.</summary>
    public void Undo() => (State, BackAt, BackToName) = (PaperState.Out, null, "");
}

internal sealed class PaperCopyMapping : IEntityTypeConfiguration<PaperCopy>
{
    public void Configure(EntityTypeBuilder<PaperCopy> builder)
    {
        // Two people who issue copies at the same moment cannot give the same number twice.
        builder.HasIndex(copy => new { copy.MeetingId, copy.Number }).IsUnique();
        builder.HasOne<HubMeeting>().WithMany().HasForeignKey(copy => copy.MeetingId);
    }
}
