using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Evidence;

/// <summary>What shows that something is needed, or that it works (S2-R2).</summary>
public sealed class EvidenceDetails
{
    [Field(
        "What it shows",
        Limit = 1000,
        Rows = 3,
        Required = "Enter what it shows",
        Hint = "With the figure, for example: 6 in 10 of those asked felt safer with cameras."
    )]
    public string Text { get; set; } = "";

    [Field(
        "Where it comes from",
        Limit = 300,
        Required = "Enter where it comes from",
        Hint = "The survey, study or report."
    )]
    public string Source { get; set; } = "";

    [Field("Year", Least = 1900, Most = 2200, Required = "Enter the year")]
    public int? Year { get; set; }
}

/// <summary>Evidence for an action or a priority, with its source and year.</summary>
public sealed class PlanEvidence : PlanPart<EvidenceDetails>
{
    /// <inheritdoc/>
    public override string Words => $"{Details.Text} ({Details.Source}, {Details.Year})";
}

internal sealed class PlanEvidenceMapping : IEntityTypeConfiguration<PlanEvidence>
{
    public void Configure(EntityTypeBuilder<PlanEvidence> builder)
    {
        builder.ComplexProperty(one => one.Details);
        builder.Ignore(one => one.Words);
    }
}
