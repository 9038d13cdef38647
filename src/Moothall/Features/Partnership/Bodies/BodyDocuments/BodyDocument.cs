using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Features.Partnership.Bodies.BodyMembers;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Bodies.BodyDocuments;

/// <summary>For whom a document is.</summary>
public enum BodyAudience
{
    [Display(Name = "Members of this body")]
    Members,

    [Display(Name = "All partners")]
    Partners,

    [Display(Name = "Public")]
    Public,
}

/// <summary>What one says of a document.</summary>
public sealed class BodyDocumentDetails
{
    [Field("Title", Limit = 200, Required = "Enter the title")]
    public string Title { get; set; } = "";

    [Field("Who it is for", Required = "Choose who it is for")]
    public BodyAudience? Audience { get; set; }
}

/// <summary>A document of a body, for an audience (S1-A5).</summary>
public sealed class BodyDocument : Record
{
    public required Guid BodyId { get; init; }
    public required BodyDocumentDetails Details { get; set; }

    /// <summary>When its newest file came (UTC).</summary>
    public required DateTime LastUpdated { get; set; }
    public List<BodyDocumentVersion> Versions { get; } = [];
}

/// <summary>One file of a document.</summary>
public sealed class BodyDocumentVersion : Record
{
    public required Guid DocumentId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }
    public required Guid FileId { get; init; }
    public StoredFile? File { get; init; }
    public required string AddedByName { get; init; }

    /// <summary>When it came (UTC).</summary>
    public required DateTime AddedAt { get; init; }
}

/// <summary>Who sees which document.</summary>
internal static class BodyDocumentVisibility
{
    /// <summary>
    /// Those this person may see. Where a member is a named person, the paper is theirs and not their colleagues'; where only an
    /// organisation is named, it is for all of it.
    /// </summary>
    public static IQueryable<BodyDocument> VisibleTo(
        this IQueryable<BodyDocument> documents,
        CurrentUser reader,
        MoothallDb db,
        DateOnly today
    )
    {
        if (reader.May(Permission.KeepBodies))
        {
            return documents;
        }

        var bodies = db.Set<BodyMember>().Of(reader, today).Select(one => one.BodyId);
        return documents.Where(one =>
            one.Details.Audience != BodyAudience.Members || bodies.Contains(one.BodyId)
        );
    }
}

internal sealed class BodyDocumentMapping
    : IEntityTypeConfiguration<BodyDocument>,
        IEntityTypeConfiguration<BodyDocumentVersion>
{
    public void Configure(EntityTypeBuilder<BodyDocument> builder)
    {
        builder.ComplexProperty(one => one.Details);
        builder.HasOne<GovernanceBody>().WithMany().HasForeignKey(one => one.BodyId);
        builder.HasMany(one => one.Versions).WithOne().HasForeignKey(one => one.DocumentId);
    }

    public void Configure(EntityTypeBuilder<BodyDocumentVersion> builder)
    {
        builder.HasIndex(one => new { one.DocumentId, one.Number }).IsUnique();
        builder.HasOne(one => one.File).WithMany().HasForeignKey(one => one.FileId);
    }
}
