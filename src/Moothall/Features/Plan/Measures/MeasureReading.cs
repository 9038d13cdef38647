using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Measures;

/// <summary>What one says of a reading.</summary>
public sealed class ReadingDetails
{
    [Field("Figure", Required = "Enter the figure")]
    public decimal? Figure { get; set; }

    [Field("Last day that it covers", Required = "Enter the last day that it covers")]
    public DateOnly? On { get; set; }

    [Field("Note", Limit = 1000, Rows = 2)]
    public string Note { get; set; } = "";
}

/// <summary>A figure of a measure, for the time up to a day.</summary>
public sealed class MeasureReading : Record
{
    public required Guid MeasureId { get; init; }
    public ReadingDetails Details { get; set; } = new();

    /// <summary>Who gave it.</summary>
    public required string ByName { get; init; }
}

internal sealed class MeasureReadingMapping : IEntityTypeConfiguration<MeasureReading>
{
    public void Configure(EntityTypeBuilder<MeasureReading> builder)
    {
        builder.ComplexProperty(
            one => one.Details,
            details => details.Property(one => one.Figure).HasPrecision(18, 4)
        );
        builder.HasIndex(one => one.MeasureId);
    }
}
