using Moothall.Platform.Ui;

namespace Moothall.Features.Scrutiny.Recommendations;

/// <summary>What one says of a recommendation.</summary>
public sealed class RecommendationDetails
{
    [Field("Number", Limit = 20, Width = 5, Hint = "As the committee counts it, for example 3.")]
    public string Number { get; set; } = "";

    [Field(
        "Recommendation",
        Limit = 4000,
        Rows = 5,
        Required = "Enter the recommendation",
        Hint = "In the committee’s own words."
    )]
    public string Text { get; set; } = "";

    [Field(
        "Date of the report or recommendations",
        Required = "Enter the date of the report or recommendations",
        Hint = "Replies are counted from this day."
    )]
    public DateOnly? DatedOn { get; set; }

    [Field(
        "Report it stands in",
        Limit = 300,
        Conditional = true,
        Hint = "The committee and the title of its report."
    )]
    public string Report { get; set; } = "";

    [Field("Whose matter is it?", Name = "Whose matter it is", Required = "Say whose matter it is")]
    public RecommendationKind? Kind { get; set; }

    [Field("Its governing body", Limit = 200, Conditional = true)]
    public string GoverningBody { get; set; } = "";

    [Field("Referred to it on", Conditional = true)]
    public DateOnly? ReferredOn { get; set; }

    [Field("What is being done", Limit = 4000, Rows = 4)]
    public string Action { get; set; } = "";

    [Field("Target date")]
    public DateOnly? Target { get; set; }

    /// <summary>"3: The first words of it", for lists and headings.</summary>
    public string Short() =>
        Number.Length > 0 ? $"{Number}: {Wording.Opening(Text)}" : Wording.Opening(Text);

    /// <summary>What is wrong beyond single fields, with the field's name.</summary>
    public IEnumerable<(string Field, string Problem)> Problems(bool hasReview, DateOnly today)
    {
        if (DatedOn > today)
        {
            yield return (nameof(DatedOn), "A report that has been made is not dated after today.");
        }

        if (!hasReview && Report.Length == 0)
        {
            yield return (nameof(Report), "Enter the committee and the title of its report.");
        }

        if (Kind == RecommendationKind.OnePartner && GoverningBody.Length == 0)
        {
            yield return (
                nameof(GoverningBody),
                "Enter the governing body that the matter goes to."
            );
        }

        if (ReferredOn > today)
        {
            yield return (nameof(ReferredOn), "What has been referred is not dated after today.");
        }
    }
}
