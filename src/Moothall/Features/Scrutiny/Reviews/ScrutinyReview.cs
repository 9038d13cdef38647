using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Scrutiny.Reviews;

/// <summary>How far a review has come.</summary>
public enum ReviewStatus
{
    [Display(Name = "Planned"), TagColour("blue")]
    Planned,

    [Display(Name = "Held"), TagColour("green")]
    Held,
}

/// <summary>What one says of a review (S3-17).</summary>
public sealed class ReviewDetails
{
    [Field(
        "Committee",
        Limit = 200,
        Required = "Enter the name of the committee",
        Hint = "The council committee that scrutinises crime and disorder, by its local name."
    )]
    public string Committee { get; set; } = "";

    [Field("Date of the meeting", Required = "Enter the date of the meeting")]
    public DateOnly? MeetsOn { get; set; }

    [Field("Status", Required = "Say whether it is planned or held")]
    public ReviewStatus? Status { get; set; }

    [Field(
        "Is it the annual review of the partnership?",
        Name = "Annual review",
        Required = "Say whether it is the annual review",
        Hint = "March suits it best: the strategic assessment is complete then and local priorities are known."
    )]
    public bool? IsAnnual { get; set; }

    [Field("What it looks at", Limit = 2000, Rows = 4, Required = "Enter what it looks at")]
    public string Subject { get; set; } = "";

    [Field("What the committee said", Limit = 4000, Rows = 6)]
    public string Said { get; set; } = "";

    [Field("Minutes", Limit = 500, Hint = "An address, or where they are kept.")]
    public string Minutes { get; set; } = "";

    /// <summary>What is wrong beyond single fields, with the field's name.</summary>
    public IEnumerable<(string Field, string Problem)> Problems(DateOnly today)
    {
        if (Status == ReviewStatus.Held && MeetsOn > today)
        {
            yield return (nameof(MeetsOn), "A meeting that was held is not after today.");
        }
    }
}

/// <summary>One sitting of the council's crime and disorder committee on the partnership (S3-8, R4.1).</summary>
public sealed class ScrutinyReview : Record
{
    public required ReviewDetails Details { get; set; }

    /// <summary>Counts the changes to its presenters, so that two people who change it at once are told (a lost update).</summary>
    public int Edits { get; set; }

    public List<ReviewPresenter> Presenters { get; } = [];
}

/// <summary>A post that presented to the committee for an agency: the post, not the person (S3-17).</summary>
public sealed class ReviewPresenter : Record
{
    public required Guid ReviewId { get; init; }
    public required int Order { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string Post { get; init; }
}

internal sealed class ScrutinyReviewMapping
    : IEntityTypeConfiguration<ScrutinyReview>,
        IEntityTypeConfiguration<ReviewPresenter>
{
    public void Configure(EntityTypeBuilder<ScrutinyReview> builder)
    {
        builder.ComplexProperty(one => one.Details);
        builder.HasMany(one => one.Presenters).WithOne().HasForeignKey(part => part.ReviewId);
    }

    public void Configure(EntityTypeBuilder<ReviewPresenter> builder) =>
        builder.HasOne<Organisation>().WithMany().HasForeignKey(one => one.OrganisationId);
}
