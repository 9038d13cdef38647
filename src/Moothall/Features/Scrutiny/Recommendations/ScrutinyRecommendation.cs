using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Scrutiny.Replies;
using Moothall.Features.Scrutiny.Reviews;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Scrutiny.Recommendations;

/// <summary>To whom a recommendation belongs (S3-9).</summary>
public enum RecommendationKind
{
    [Display(Name = "To the partnership")]
    Partnership,

    [Display(Name = "A matter of one partner, for its own governing body")]
    OnePartner,
}

/// <summary>How a recommendation stands (S3-18).</summary>
public enum RecommendationStatus
{
    [Display(Name = "Open"), TagColour("yellow")]
    Open,

    [Display(Name = "Done"), TagColour("green")]
    Done,

    [Display(Name = "Not accepted"), TagColour("grey")]
    NotAccepted,
}

/// <summary>
/// What a crime and disorder committee recommends, tracked until it is done or not accepted (S3-18, R4.7). It holds nobody's
/// case.
/// </summary>
public sealed class ScrutinyRecommendation : Record
{
    /// <summary>The sitting it comes from; nothing where it stands in a report without one.</summary>
    public Guid? ReviewId { get; init; }
    public required RecommendationDetails Details { get; set; }

    /// <summary>The agency that answers for its being done.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>The partner whose governing body it goes to, where it is a matter of one.</summary>
    public Guid? PartnerId { get; set; }

    /// <summary>The day by which replies are due by the law of its date; nothing where none is asked of the partnership.</summary>
    public DateOnly? ReplyBy { get; set; }

    public RecommendationStatus Status { get; private set; } = RecommendationStatus.Open;
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Why it is done or not accepted; empty while it is open.</summary>
    public string ClosedBecause { get; private set; } = "";

    /// <summary>Counts the changes to its recipients, so that two people who change it at once are told (a lost update).</summary>
    public int Edits { get; set; }

    public List<ScrutinyReply> Replies { get; } = [];
    public List<RecommendationNote> Notes { get; } = [];

    /// <summary>Ends it.</summary>
    public void Close(RecommendationStatus how, DateOnly on, string because) =>
        (Status, ClosedOn, ClosedBecause) = (how, on, because);

    /// <summary>Opens it again; what ended it stays in the audit.</summary>
    public void Reopen() =>
        (Status, ClosedOn, ClosedBecause) = (RecommendationStatus.Open, null, "");
}

/// <summary>A step on the way, said by whoever took it. It is never changed; the next one follows it.</summary>
public sealed class RecommendationNote : Record
{
    public required Guid RecommendationId { get; init; }

    /// <summary>When it was written, in UTC.</summary>
    public required DateTime At { get; init; }
    public required string ByName { get; init; }
    public required Guid ById { get; init; }
    public required string Text { get; init; }
}

internal sealed class ScrutinyRecommendationMapping
    : IEntityTypeConfiguration<ScrutinyRecommendation>,
        IEntityTypeConfiguration<RecommendationNote>
{
    public void Configure(EntityTypeBuilder<ScrutinyRecommendation> builder)
    {
        builder.ComplexProperty(one => one.Details);
        builder.HasIndex(one => one.Status);
        builder.HasOne<ScrutinyReview>().WithMany().HasForeignKey(one => one.ReviewId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(one => one.OwnerId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(one => one.PartnerId);
        builder
            .HasMany(one => one.Replies)
            .WithOne()
            .HasForeignKey(reply => reply.RecommendationId);
        builder.HasMany(one => one.Notes).WithOne().HasForeignKey(note => note.RecommendationId);
    }

    public void Configure(EntityTypeBuilder<RecommendationNote> builder) =>
        builder.HasIndex(one => new { one.RecommendationId, one.At });
}
