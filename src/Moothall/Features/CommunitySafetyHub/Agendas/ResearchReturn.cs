using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Agendas;

/// <summary>What a member's own records hold on a matter, given before the meeting.</summary>
public enum ResearchAnswer
{
    [Display(Name = "Not known to us")]
    NotKnown,

    [Display(Name = "Known to us")]
    Known,
}

/// <summary>A member's research on one person or place of an item: known or not, and a line where it helps.</summary>
public sealed class ResearchReturn : Record, IPersonalRecord
{
    public required Guid MeetingId { get; init; }
    public required Guid CaseId { get; init; }
    public Guid? PersonId { get; init; }
    public required Guid MembershipId { get; init; }
    public required ResearchAnswer Answer { get; set; }

    /// <summary>One line where it helps.</summary>
    public string Summary { get; set; } = "";
    public required string GivenByName { get; set; }
    public required DateTime GivenAt { get; set; }

    /// <summary>Who gave it, where the team took it down for them (settled 16).</summary>
    public Received Received { get; set; } = new();

    /// <inheritdoc/>
    public (string Kind, Guid Id) ShownAs => ("Case", CaseId);
}

internal sealed class ResearchReturnMapping : IEntityTypeConfiguration<ResearchReturn>
{
    public void Configure(EntityTypeBuilder<ResearchReturn> builder)
    {
        builder.ComplexProperty(research => research.Received, Received.Columns);
        builder.HasIndex(research => research.CaseId);
        builder
            .HasIndex(research => new
            {
                research.MeetingId,
                research.MembershipId,
                research.CaseId,
                research.PersonId,
            })
            .IsUnique();
    }
}
