using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Features.Plan.Priorities;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan.Coverage;

/// <summary>The four strategies that the law asks of every partnership (Crime and Disorder Act 1998, section 6(1); R1.5).</summary>
public enum StatutoryStrategy
{
    [Display(Name = "Reducing crime and disorder, anti-social behaviour included")]
    CrimeAndDisorder,

    [Display(Name = "Combating the misuse of drugs, alcohol and other substances")]
    SubstanceMisuse,

    [Display(Name = "Reducing re-offending")]
    Reoffending,

    [Display(
        Name = "Preventing people from becoming involved in serious violence, and reducing it"
    )]
    SeriousViolence,
}

/// <summary>How a plan covers one of the four strategies (R1.5).</summary>
public sealed class StrategyCoverage : Record
{
    public required Guid PlanId { get; init; }
    public required StatutoryStrategy Strategy { get; init; }

    /// <summary>In the partnership's words.</summary>
    public string How { get; set; } = "";

    /// <summary>The priorities that serve it.</summary>
    public List<CoveringPriority> Priorities { get; } = [];

    /// <summary>Whether anything says how it is covered.</summary>
    public bool Says => How.Length > 0 || Priorities.Count > 0;
}

/// <summary>That a priority of the plan serves one of the four strategies.</summary>
public sealed class CoveringPriority : Record
{
    public required Guid CoverageId { get; init; }
    public required Guid PlanPriorityId { get; init; }
}

internal sealed class StrategyCoverageMapping
    : IEntityTypeConfiguration<StrategyCoverage>,
        IEntityTypeConfiguration<CoveringPriority>
{
    public void Configure(EntityTypeBuilder<StrategyCoverage> builder)
    {
        builder.Ignore(one => one.Says);
        builder.HasIndex(one => new { one.PlanId, one.Strategy }).IsUnique();
        builder.HasMany(one => one.Priorities).WithOne().HasForeignKey(one => one.CoverageId);
    }

    public void Configure(EntityTypeBuilder<CoveringPriority> builder)
    {
        builder.HasIndex(one => new { one.PlanPriorityId, one.CoverageId }).IsUnique();
        builder.HasOne<PlanPriority>().WithMany().HasForeignKey(one => one.PlanPriorityId);
    }
}
