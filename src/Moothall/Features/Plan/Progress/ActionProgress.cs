using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan.Progress;

/// <summary>How an action stands; always shown with its word, never by colour alone (practice, section 7).</summary>
public enum ProgressRating
{
    [Display(Name = "Complete")]
    Blue,

    [Display(Name = "On track")]
    Green,

    [Display(Name = "Some slippage")]
    Amber,

    [Display(Name = "Off track")]
    Red,

    [Display(Name = "Not started or on hold")]
    Grey,
}

/// <summary>What an owner says of an action's progress. It is never changed; the next one follows it.</summary>
public sealed class ActionProgress : Record
{
    public required Guid PlanActionId { get; init; }

    /// <summary>When it was given, in UTC.</summary>
    public required DateTime At { get; init; }
    public required string ByName { get; init; }

    /// <summary>Nothing where it came with the document.</summary>
    public Guid? ByUserId { get; init; }

    /// <summary>For which agency it was given.</summary>
    public string ForAgency { get; init; } = "";
    public required string Text { get; init; }

    /// <summary>The owner's own rating; nothing where the document gave none that is known.</summary>
    public ProgressRating? Rating { get; init; }

    /// <summary>The rating that the product computed at that moment.</summary>
    public ProgressRating? Computed { get; init; }

    /// <summary>Why the owner's rating differs from the computed one.</summary>
    public string Difference { get; init; } = "";

    /// <summary>What shows it.</summary>
    public string Evidence { get; init; } = "";
}

internal sealed class ActionProgressMapping : IEntityTypeConfiguration<ActionProgress>
{
    public void Configure(EntityTypeBuilder<ActionProgress> builder) =>
        builder.HasIndex(one => new { one.PlanActionId, one.At });
}
