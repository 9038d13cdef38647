using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Scrutiny.Recommendations;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Scrutiny.Replies;

/// <summary>What a recipient makes of a recommendation.</summary>
public enum ReplyAnswer
{
    [Display(Name = "Accept"), TagColour("green")]
    Accept,

    [Display(Name = "Accept in part"), TagColour("yellow")]
    AcceptInPart,

    [Display(Name = "Do not accept"), TagColour("red")]
    NotAccept,
}

/// <summary>What a recipient replies (R4.7, R4.8).</summary>
public sealed class ReplyDetails
{
    [Field("Answer", Required = "Choose the answer")]
    public ReplyAnswer? Answer { get; set; }

    [Field(
        "Reply",
        Limit = 4000,
        Rows = 6,
        Required = "Enter the reply",
        Hint = "As it goes to the committee in writing. Name nobody."
    )]
    public string Words { get; set; } = "";

    [Field("Action that is proposed", Limit = 2000, Rows = 3, Hint = "Say so if there is none.")]
    public string Proposed { get; set; } = "";

    [Field("Replied on", Required = "Enter the day of the reply")]
    public DateOnly? RepliedOn { get; set; }
}

/// <summary>The reply of one recipient of a recommendation; awaited until it is given (R4.2, R4.7).</summary>
public sealed class ScrutinyReply : Record
{
    public required Guid RecommendationId { get; init; }
    public required Guid OrganisationId { get; init; }
    public ReplyDetails Details { get; set; } = new();

    /// <summary>Who entered it here; empty while it is awaited.</summary>
    public string ByName { get; set; } = "";
}

/// <summary>How a reply stands.</summary>
/// <param name="IsOwed">Whether it is still to be given.</param>
/// <param name="IsLate">Whether it is late, or was.</param>
/// <param name="Words">That in words.</param>
public sealed record ReplyState(bool IsOwed, bool IsLate, string Words)
{
    /// <summary>Judges it on a day in London.</summary>
    public static ReplyState Of(
        ScrutinyReply reply,
        ScrutinyRecommendation recommendation,
        DateOnly today
    ) => Of(reply.Details.RepliedOn, recommendation.ReplyBy, today);

    /// <summary>Judges a reply by its days.</summary>
    public static ReplyState Of(DateOnly? repliedOn, DateOnly? by, DateOnly today)
    {
        if (repliedOn is { } on)
        {
            return on > by
                ? new(false, true, $"replied on {UkTime.Date(on)}, after {UkTime.Date(by.Value)}")
                : new(false, false, $"replied on {UkTime.Date(on)}");
        }

        // The law's own words for what did not make the 28 days.
        return by < today
            ? new(
                true,
                true,
                $"reply was due by {UkTime.Date(by.Value)} and is owed as soon as reasonably possible"
            )
            : new(
                true,
                false,
                by is { } day ? $"reply due by {UkTime.Date(day)}" : "reply awaited"
            );
    }
}

internal sealed class ScrutinyReplyMapping : IEntityTypeConfiguration<ScrutinyReply>
{
    public void Configure(EntityTypeBuilder<ScrutinyReply> builder)
    {
        builder.ComplexProperty(one => one.Details);
        builder.HasIndex(one => new { one.RecommendationId, one.OrganisationId }).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(one => one.OrganisationId);
    }
}
