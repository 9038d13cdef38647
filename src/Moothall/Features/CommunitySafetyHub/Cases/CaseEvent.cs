using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>What was done to a case itself, apart from what was said about it.</summary>
public enum CaseEventKind
{
    [Display(Name = "Details changed")]
    Edited,

    [Display(Name = "People or places changed")]
    PeopleChanged,

    [Display(Name = "Who may see it changed")]
    VisibilityChanged,

    [Display(Name = "Conflict of interest")]
    ConflictOfInterest,

    [Display(Name = "Removal from the hub recommended")]
    RemovalRecommended,

    [Display(Name = "Closed")]
    Closed,

    [Display(Name = "Opened again")]
    Reopened,

    [Display(Name = "Brought in from an earlier list")]
    BroughtIn,
}

/// <summary>
/// A line of a case's timeline. Everyone to whom the case is open reads it, so it never names a person shut out and never
/// holds a protected value.
/// </summary>
public sealed class CaseEvent : Record, IPersonalRecord
{
    public required Guid CaseId { get; init; }
    public required CaseEventKind Kind { get; init; }
    public required DateTime At { get; init; }
    public required string ByName { get; init; }
    public required string Text { get; init; }

    /// <inheritdoc/>
    public (string Kind, Guid Id) ShownAs => ("Case", CaseId);
}

internal sealed class CaseEventMapping
    : IEntityTypeConfiguration<CaseEvent>,
        IEntityTypeConfiguration<CaseNote>
{
    public void Configure(EntityTypeBuilder<CaseEvent> builder) =>
        builder.HasIndex(one => new { one.CaseId, one.At });

    public void Configure(EntityTypeBuilder<CaseNote> builder) =>
        builder.HasIndex(note => note.CaseId);
}
