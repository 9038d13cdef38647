using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Features.Plan.Evidence;
using Moothall.Features.Plan.Funding;
using Moothall.Features.Plan.Measures;
using Moothall.Features.Plan.Milestones;
using Moothall.Features.Plan.Priorities;
using Moothall.Features.Plan.Progress;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Actions;

/// <summary>What one says of an action of a plan (S2-F; practice, section 6).</summary>
public sealed class PlanActionDetails
{
    /// <summary>The longest number of its own, in characters.</summary>
    public const int LongestReference = 40;

    [Field("Action", Limit = 2000, Rows = 4, Required = "Enter what will be done")]
    public string Text { get; set; } = "";

    [Field(
        "Number in our papers",
        Limit = LongestReference,
        Hint = "Where partners know the action by a number of their own, such as 1.2 or VAWG 3."
    )]
    public string Reference { get; set; } = "";

    [Field(
        "Why",
        Limit = 4000,
        Rows = 4,
        Hint = "The reasons, with figures and where they come from."
    )]
    public string Rationale { get; set; } = "";

    [Field("Starts on", Hint = "Leave it empty where it runs already.")]
    public DateOnly? StartsOn { get; set; }

    [Field(
        "An agency does this anyway",
        Hint = "Business as usual. A plan is for what partners can only do together."
    )]
    public bool IsBusinessAsUsual { get; set; }
}

/// <summary>The part an agency has in an action (S2-F).</summary>
public enum AgencyPart
{
    [Display(Name = "Responsible agency")]
    Responsible,

    [Display(Name = "Additional agency")]
    Additional,
}

/// <summary>A commitment in a plan, with the fields of practice, section 6.</summary>
public sealed class PlanAction : Record
{
    public required Guid PlanId { get; init; }

    /// <summary>Its number in the plan, from 1. It stays when others go.</summary>
    public required int Number { get; init; }
    public required PlanActionDetails Details { get; set; }

    /// <summary>The day on which it came into the plan here: nobody is asked about the time before. Nothing where that was not kept.</summary>
    public DateOnly? AddedOn { get; init; }
    public Guid? StrandId { get; set; }
    public TargetKind? TargetKind { get; private set; }
    public DateOnly? TargetFrom { get; private set; }
    public DateOnly? TargetUntil { get; private set; }

    /// <summary>The day on which an action without an end is looked at again (C15).</summary>
    public DateOnly? ReviewOn { get; private set; }

    public List<PlanActionAgency> Agencies { get; } = [];
    public List<PlanActionPriority> Priorities { get; } = [];
    public List<PlanMeasure> Measures { get; } = [];
    public List<PlanMilestone> Milestones { get; } = [];
    public List<PlanFunding> Funding { get; } = [];
    public List<PlanEvidence> Evidence { get; } = [];
    public List<ActionProgress> Progress { get; } = [];

    /// <summary>The agencies with a part in it, in the plan's words.</summary>
    public string AgencyWords(AgencyPart part) =>
        string.Join(
            "; ",
            Agencies
                .Where(one => one.Part == part)
                .OrderBy(one => one.Order)
                .Select(one => one.Words)
        );

    /// <summary>"March 2027", "Ongoing, reviewed on 31 March 2027"; empty where the plan does not say.</summary>
    public string TargetWords() =>
        (Target, ReviewOn) switch
        {
            ({ } target, { } review) => $"{target}, reviewed on {UkTime.Date(review)}",
            ({ } target, null) => target.ToString(),
            _ => "",
        };

    /// <summary>By when; nothing where the plan does not say (S4-R1).</summary>
    public TargetDate? Target => TargetKind is { } kind ? new(kind, TargetFrom, TargetUntil) : null;

    /// <summary>Says by when it is to be done.</summary>
    /// <param name="target">The date; nothing where the plan does not say.</param>
    /// <param name="reviewOn">For an action that is ongoing, when it is looked at again.</param>
    /// <returns>What is missing, in words, or nothing.</returns>
    public string? Aim(TargetDate? target, DateOnly? reviewOn)
    {
        if (target?.Kind == Actions.TargetKind.Ongoing && reviewOn is null)
        {
            return "An action that is ongoing needs a day on which it is reviewed.";
        }

        (TargetKind, TargetFrom, TargetUntil) = (target?.Kind, target?.From, target?.Until);
        ReviewOn = target?.Kind == Actions.TargetKind.Ongoing ? reviewOn : null;
        return null;
    }
}

/// <summary>An agency of an action: an organisation, or the plan's words for one or for a class of them (C14).</summary>
public sealed class PlanActionAgency : Record
{
    public required Guid PlanActionId { get; init; }
    public required AgencyPart Part { get; init; }
    public required int Order { get; init; }

    /// <summary>As the plan writes it.</summary>
    public required string Words { get; init; }
    public Guid? OrganisationId { get; init; }
    public bool IsClass { get; init; }
}

/// <summary>That an action meets a priority; it may meet many (S2-R1).</summary>
public sealed class PlanActionPriority : Record
{
    public required Guid PlanActionId { get; init; }
    public required Guid PlanPriorityId { get; init; }
}

internal sealed class PlanActionMapping
    : IEntityTypeConfiguration<PlanAction>,
        IEntityTypeConfiguration<PlanActionPriority>
{
    public void Configure(EntityTypeBuilder<PlanAction> builder)
    {
        builder.ComplexProperty(action => action.Details);
        builder.Ignore(action => action.Target);
        builder.HasIndex(action => new { action.PlanId, action.Number }).IsUnique();
        builder.HasOne<PlanStrand>().WithMany().HasForeignKey(action => action.StrandId);
        builder
            .HasMany(action => action.Agencies)
            .WithOne()
            .HasForeignKey(agency => agency.PlanActionId);
        builder
            .HasMany(action => action.Priorities)
            .WithOne()
            .HasForeignKey(link => link.PlanActionId);
        builder.HasMany(action => action.Progress).WithOne().HasForeignKey(one => one.PlanActionId);
        Part(builder.HasMany(action => action.Measures).WithOne());
        Part(builder.HasMany(action => action.Milestones).WithOne());
        Part(builder.HasMany(action => action.Funding).WithOne());
        Part(builder.HasMany(action => action.Evidence).WithOne());
    }

    // Goes with its action, although the column may be empty where it is about a priority.
    private static void Part<T>(ReferenceCollectionBuilder<PlanAction, T> parts)
        where T : class =>
        parts.HasForeignKey(nameof(PlanMeasure.PlanActionId)).OnDelete(DeleteBehavior.Cascade);

    public void Configure(EntityTypeBuilder<PlanActionPriority> builder)
    {
        builder.HasIndex(link => new { link.PlanPriorityId, link.PlanActionId }).IsUnique();
        builder.HasOne<PlanPriority>().WithMany().HasForeignKey(link => link.PlanPriorityId);
    }
}
