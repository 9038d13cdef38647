using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Measures;

/// <summary>Which way is better.</summary>
public enum BetterWhen
{
    [Display(Name = "It goes down")]
    Lower,

    [Display(Name = "It goes up")]
    Higher,
}

/// <summary>How success is measured (R2.14e): what is counted, from where to where.</summary>
public sealed class MeasureDetails
{
    [Field(
        "What is measured",
        Limit = 2000,
        Rows = 2,
        Required = "Enter what is measured",
        Hint = "For example: reports of anti-social behaviour a quarter."
    )]
    public string Name { get; set; } = "";

    [Field("Unit", Limit = 60, Width = 20, Hint = "For example: reports, people, %.")]
    public string Unit { get; set; } = "";

    [Field("Where it starts from", Hint = "The figure before anything was done.")]
    public decimal? Baseline { get; set; }

    [Field(
        "About that figure",
        Limit = 1000,
        Rows = 2,
        Hint = "For which time, and how it was counted."
    )]
    public string BaselineWords { get; set; } = "";

    [Field("Target")]
    public decimal? Target { get; set; }

    [Field("It is better when", Conditional = true)]
    public BetterWhen? Better { get; set; }

    [Field("Where the figures come from", Limit = 300)]
    public string Source { get; set; } = "";
}

/// <summary>A measure of an action or a priority, with what was read since.</summary>
public sealed class PlanMeasure : PlanPart<MeasureDetails>
{
    public List<MeasureReading> Readings { get; } = [];

    /// <inheritdoc/>
    public override string Words => Details.Name;

    /// <summary>The latest reading.</summary>
    public MeasureReading? Last => Readings.MaxBy(reading => reading.Details.On);

    /// <summary>A figure with its unit.</summary>
    public string WithUnit(decimal figure) =>
        Details.Unit.Length == 0 ? FigureText.Words(figure)
        : Details.Unit == "%" ? $"{FigureText.Words(figure)}%"
        : $"{FigureText.Words(figure)} {Details.Unit}";

    /// <summary>"from 120 reports; target 100 reports; last 110 reports", as much of it as is known.</summary>
    public string Course() =>
        string.Join(
            "; ",
            new[]
            {
                Details.Baseline is { } from ? $"from {WithUnit(from)}" : "",
                Details.BaselineWords,
                Details.Target is { } to ? $"target {WithUnit(to)}" : "",
                Last?.Details.Figure is { } now ? $"last {WithUnit(now)}" : "",
            }.Where(words => words.Length > 0)
        );

    /// <summary>Whether the last reading has reached the target; nothing where that cannot be said.</summary>
    public bool? IsReached() =>
        (Last?.Details.Figure, Details.Target, Details.Better) switch
        {
            ({ } last, { } target, BetterWhen.Lower) => last <= target,
            ({ } last, { } target, BetterWhen.Higher) => last >= target,
            _ => null,
        };
}

internal sealed class PlanMeasureMapping : IEntityTypeConfiguration<PlanMeasure>
{
    public void Configure(EntityTypeBuilder<PlanMeasure> builder)
    {
        builder.ComplexProperty(
            one => one.Details,
            details =>
            {
                details.Property(one => one.Baseline).HasPrecision(18, 4);
                details.Property(one => one.Target).HasPrecision(18, 4);
            }
        );
        builder.Ignore(one => one.Words);
        builder.Ignore(one => one.Last);
        builder.HasMany(one => one.Readings).WithOne().HasForeignKey(one => one.MeasureId);
    }
}
