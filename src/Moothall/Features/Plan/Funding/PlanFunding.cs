using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Funding;

/// <summary>Money or means for an action: from whom, how much, for what (R2.14).</summary>
public sealed class FundingDetails
{
    [Field("Who pays", Limit = 200, Conditional = true, Hint = "The authority, grant or fund.")]
    public string Funder { get; set; } = "";

    [Field("Amount in pounds", Kind = FieldKind.Money)]
    public long? Pence { get; set; }

    [Field("What it is for", Limit = 1000, Rows = 2, Conditional = true)]
    public string Purpose { get; set; } = "";
}

/// <summary>What one funder gives for an action; several funders are several rows (S3-11f).</summary>
public sealed class PlanFunding : PlanPart<FundingDetails>
{
    /// <inheritdoc/>
    public override string Words =>
        string.Join(
            ", ",
            new[]
            {
                Details.Funder,
                Details.Pence is { } pence ? FigureText.Money(pence) : "",
                Details.Purpose,
            }.Where(words => words.Length > 0)
        );
}

internal sealed class PlanFundingMapping : IEntityTypeConfiguration<PlanFunding>
{
    public void Configure(EntityTypeBuilder<PlanFunding> builder)
    {
        builder.ComplexProperty(one => one.Details);
        builder.Ignore(one => one.Words);
    }
}
