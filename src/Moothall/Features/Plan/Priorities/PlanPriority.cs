using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Plan.Evidence;
using Moothall.Features.Plan.Measures;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan.Priorities;

/// <summary>A priority of the partnership as one plan pursues it: its aim, who leads, which strategies it serves, its strands (S4-F1 to F4).</summary>
public sealed class PlanPriority : Record
{
    public required Guid PlanId { get; init; }
    public required Guid PriorityId { get; init; }
    public Priority Priority { get; init; } = null!;

    /// <summary>Its place in the plan, from 1.</summary>
    public required int Order { get; init; }
    public string Aim { get; set; } = "";

    /// <summary>The name with its short form: "Domestic abuse (DA)".</summary>
    public string Name =>
        Priority.Abbreviation.Length > 0
            ? $"{Priority.Name} ({Priority.Abbreviation})"
            : Priority.Name;

    public List<PlanLead> Leads { get; } = [];
    public List<StrategyLink> Strategies { get; } = [];
    public List<PlanStrand> Strands { get; } = [];
    public List<PlanMeasure> Measures { get; } = [];
    public List<PlanEvidence> Evidence { get; } = [];

    /// <summary>The agencies that lead, in the plan's words.</summary>
    public string LeadWords() =>
        string.Join("; ", Leads.OrderBy(lead => lead.Order).Select(lead => lead.Words));
}

/// <summary>An agency that leads a priority (S4-F3).</summary>
public sealed class PlanLead : Record
{
    public required Guid PlanPriorityId { get; init; }
    public required int Order { get; init; }

    /// <summary>As the plan writes it.</summary>
    public required string Words { get; init; }
    public Guid? OrganisationId { get; init; }
}

/// <summary>A named group of actions within a priority. The same name has another sentence under another priority (S4-F4).</summary>
public sealed class PlanStrand : Record
{
    public required Guid PlanPriorityId { get; init; }
    public required int Order { get; init; }
    public required string Name { get; set; }
    public string Sentence { get; set; } = "";
}

/// <summary>A plan of others that this plan serves, in the version of its years (S4-F2, C11).</summary>
public sealed class LinkedStrategy : Record
{
    public required Guid PlanId { get; init; }
    public required string Title { get; set; }
    public int? FromYear { get; set; }
    public int? UntilYear { get; set; }

    /// <summary>Its years in words.</summary>
    public string Years() =>
        (FromYear, UntilYear) switch
        {
            ({ } from, { } until) => FormattableString.Invariant($"{from} to {until}"),
            ({ } from, null) => FormattableString.Invariant($"from {from}"),
            (null, { } until) => FormattableString.Invariant($"until {until}"),
            _ => "years not known",
        };

    /// <summary>Whether it ends before a day, so that the plan goes on serving what is over (C11).</summary>
    public bool EndsBefore(DateOnly day) => UntilYear < day.Year;
}

/// <summary>Which objectives of a strategy a priority serves.</summary>
public sealed class StrategyLink : Record
{
    public required Guid PlanPriorityId { get; init; }
    public required Guid StrategyId { get; init; }
    public LinkedStrategy Strategy { get; init; } = null!;
    public required int Order { get; init; }

    /// <summary>The objectives, a line each.</summary>
    public string Objectives { get; set; } = "";
}

internal sealed class PlanPriorityMapping
    : IEntityTypeConfiguration<PlanPriority>,
        IEntityTypeConfiguration<StrategyLink>
{
    public void Configure(EntityTypeBuilder<PlanPriority> builder)
    {
        builder.Ignore(one => one.Name);
        builder.HasIndex(one => new { one.PlanId, one.PriorityId }).IsUnique();
        builder.HasOne(one => one.Priority).WithMany().HasForeignKey(one => one.PriorityId);
        builder.HasMany(one => one.Leads).WithOne().HasForeignKey(lead => lead.PlanPriorityId);
        builder.HasMany(one => one.Strategies).WithOne().HasForeignKey(link => link.PlanPriorityId);
        builder
            .HasMany(one => one.Strands)
            .WithOne()
            .HasForeignKey(strand => strand.PlanPriorityId);
        builder
            .HasMany(one => one.Measures)
            .WithOne()
            .HasForeignKey(measure => measure.PlanPriorityId)
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasMany(one => one.Evidence)
            .WithOne()
            .HasForeignKey(evidence => evidence.PlanPriorityId)
            .OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<StrategyLink> builder) =>
        builder.HasOne(link => link.Strategy).WithMany().HasForeignKey(link => link.StrategyId);
}
