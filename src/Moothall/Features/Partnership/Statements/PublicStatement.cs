using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Statements;

/// <summary>A text that the law wants from the partnership, open to everyone.</summary>
public enum StatementKind
{
    /// <summary>Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018, reg 8.</summary>
    [Display(Name = "Accessibility statement")]
    Accessibility,

    /// <summary>UK GDPR arts 13, 14 and 26(2); Data Protection Act 2018 s44.</summary>
    [Display(Name = "Privacy notice")]
    Privacy,
}

/// <summary>The partnership's own words for one of the two. Nobody else reads them before they are confirmed. Earlier wordings are in the audit.</summary>
public sealed class PublicStatement : Record
{
    public required StatementKind Kind { get; init; }

    /// <summary>Paragraphs apart by an empty line; a line after <c># </c> is a heading, one after <c>* </c> an item of a list.</summary>
    public required string Text { get; set; }

    /// <summary>The day it was confirmed first.</summary>
    public DateOnly? PreparedOn { get; set; }

    /// <summary>The day it was confirmed last; nothing for a draft.</summary>
    public DateOnly? ConfirmedOn { get; set; }

    /// <summary>What is wanted of whoever may confirm it; nothing for a year after it was confirmed (R16.2: reviewed at least yearly).</summary>
    public static string? Wants(DateOnly? confirmedOn, DateOnly today) =>
        confirmedOn is not { } day ? "Nobody has confirmed it yet, so visitors cannot read it."
        : day.AddYears(1) <= today
            ? "It was confirmed a year ago or longer. See whether it is still right."
        : null;
}

internal sealed class PublicStatementMapping : IEntityTypeConfiguration<PublicStatement>
{
    public void Configure(EntityTypeBuilder<PublicStatement> builder) =>
        builder.HasIndex(statement => statement.Kind).IsUnique();
}
