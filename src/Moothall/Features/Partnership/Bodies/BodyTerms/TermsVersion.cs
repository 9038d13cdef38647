using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;

namespace Moothall.Features.Partnership.Bodies.BodyTerms;

/// <summary>How far a version of the terms has come.</summary>
public enum TermsStatus
{
    [Display(Name = "Draft")]
    Draft,

    [Display(Name = "In force")]
    InForce,

    [Display(Name = "Replaced")]
    Replaced,
}

/// <summary>One version of a body's terms of reference (S1-A3). Only a draft changes; what was adopted stays as it was adopted.</summary>
public sealed class TermsVersion : Record
{
    public required Guid BodyId { get; init; }

    /// <summary>Its number among the body's versions, from 1.</summary>
    public required int Number { get; init; }
    public TermsStatus Status { get; private set; } = TermsStatus.Draft;

    /// <summary>The terms, where they were typed.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The terms, where they are a document.</summary>
    public Guid? FileId { get; private set; }
    public StoredFile? File { get; init; }
    public DateOnly? AdoptedOn { get; private set; }

    /// <summary>The day by which the body looks at them again.</summary>
    public DateOnly? ReviewOn { get; private set; }

    /// <summary>Writes the draft; a file that is not given leaves the one before.</summary>
    /// <returns>Why not, in words, or nothing.</returns>
    public string? Write(string text, Guid? fileId)
    {
        if (Status != TermsStatus.Draft)
        {
            return "These terms were adopted and stay as they are. Begin a new version.";
        }

        if (string.IsNullOrWhiteSpace(text) && fileId is null && FileId is null)
        {
            return "Type the terms or choose a document.";
        }

        (Text, FileId) = (text, fileId ?? FileId);
        return null;
    }

    /// <summary>Puts the draft in force in place of the version before.</summary>
    /// <returns>Why not, in words, or nothing.</returns>
    public string? Adopt(TermsVersion? before, DateOnly on, DateOnly reviewOn)
    {
        if (Status != TermsStatus.Draft)
        {
            return "These terms were adopted already.";
        }

        if (on < before?.AdoptedOn)
        {
            return "The version before was adopted later than that day.";
        }

        if (reviewOn <= on)
        {
            return "The review is not after the day of adoption.";
        }

        if (before is not null)
        {
            before.Status = TermsStatus.Replaced;
        }

        (Status, AdoptedOn, ReviewOn) = (TermsStatus.InForce, on, reviewOn);
        return null;
    }
}

internal sealed class TermsVersionMapping : IEntityTypeConfiguration<TermsVersion>
{
    public void Configure(EntityTypeBuilder<TermsVersion> builder)
    {
        builder.HasIndex(one => new { one.BodyId, one.Number }).IsUnique();
        builder.HasOne<GovernanceBody>().WithMany().HasForeignKey(one => one.BodyId);
        builder.HasOne(one => one.File).WithMany().HasForeignKey(one => one.FileId);
    }
}
