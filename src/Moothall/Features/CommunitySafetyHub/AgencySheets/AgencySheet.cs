using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.AgencySheets;

/// <summary>What a sheet is of.</summary>
public enum SheetKind
{
    [Display(Name = "Action sheet")]
    Actions,

    [Display(Name = "Research list")]
    Research,
}

/// <summary>
/// A paper for an agency that does not sign in: its open actions, or the names to look up, for one hub. What stands in it is read
/// anew for each copy at the moment it leaves; the copies say who got it by which route (settled 13, 23).
/// </summary>
public sealed class AgencySheet : Record
{
    public required Guid MembershipId { get; init; }
    public required SheetKind Kind { get; init; }

    /// <summary>The hub that its answers are wanted for.</summary>
    public required Guid MeetingId { get; init; }
    public required DateTime MadeAt { get; init; }
    public required string MadeByName { get; init; }
}

/// <summary>That a member gets its papers as sheets, because it does not sign in: why, who decided it, until when.</summary>
public sealed class OnPaper : Record
{
    public required Guid MembershipId { get; init; }
    public required string Because { get; init; }
    public required string DecidedByName { get; init; }
    public required DateTime DecidedAt { get; init; }
    public DateTime? EndedAt { get; set; }
}

internal sealed class AgencySheetMapping
    : IEntityTypeConfiguration<AgencySheet>,
        IEntityTypeConfiguration<OnPaper>
{
    public void Configure(EntityTypeBuilder<AgencySheet> builder)
    {
        // One sheet of a kind for a member and a hub, however many people press the button.
        builder
            .HasIndex(sheet => new
            {
                sheet.MeetingId,
                sheet.MembershipId,
                sheet.Kind,
            })
            .IsUnique();
        builder.HasMany<CirculationCopy>().WithOne().HasForeignKey(copy => copy.SheetId);
    }

    public void Configure(EntityTypeBuilder<OnPaper> builder) =>
        builder.HasIndex(decision => decision.MembershipId);
}
