using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Coverage;
using Moothall.Features.Plan.Layouts;
using Moothall.Features.Plan.Priorities;
using Moothall.Features.Plan.Progress;
using Moothall.Platform;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan;

/// <summary>How far a plan has come. That there is none is said by there being none (S3-19).</summary>
public enum PlanStatus
{
    [Display(Name = "In preparation")]
    InPreparation,

    [Display(Name = "In force")]
    InForce,

    [Display(Name = "Ended")]
    Ended,
}

/// <summary>How a plan is laid out (practice, section 6).</summary>
public enum PlanTemplate
{
    [Display(Name = "A list of actions, each with the priorities it meets")]
    Flat,

    [Display(Name = "Priority by priority, with strands")]
    Matrix,

    [Display(Name = "Our own")]
    Own,
}

/// <summary>Whether the plan holds what an agency does anyway (S3-23, C18).</summary>
public enum BusinessAsUsual
{
    [Display(Name = "May be in the plan, and is marked")]
    IsMarked,

    [Display(Name = "Stays out of the plan")]
    StaysOut,
}

/// <summary>What one says of a plan as a whole.</summary>
public sealed class PlanDetails
{
    // Three years are usual (R2.15); strategies of others run up to ten. Anything longer is a slip of the pen.
    private const int MostYears = 10;

    [Field("Title", Limit = 200, Required = "Enter the title of the plan")]
    public string Title { get; set; } = "";

    [Field("First day", Required = "Enter the first day", Hint = "Plan years begin on 1 April.")]
    public DateOnly? From { get; set; }

    [Field(
        "Last day",
        Required = "Enter the last day",
        Hint = "Three years after the first day is usual."
    )]
    public DateOnly? Until { get; set; }

    [Field("Status", Required = "Choose the status")]
    public PlanStatus Status { get; set; } = PlanStatus.InPreparation;

    [Field("Layout", Required = "Choose the layout")]
    public PlanTemplate Template { get; set; } = PlanTemplate.Flat;

    [Field("How often progress is asked for", Required = "Choose how often progress is asked for")]
    public ProgressInterval Reporting { get; set; } = ProgressInterval.Quarterly;

    [Field(
        "Work that an agency does anyway",
        Required = "Say whether the plan may hold work that an agency does anyway",
        Hint = "A plan is for what partners can only do together; what each does anyway stays out of it, unless you choose otherwise."
    )]
    public BusinessAsUsual Usual { get; set; } = BusinessAsUsual.IsMarked;

    /// <summary>The years of its period, from its first to its last.</summary>
    public IEnumerable<PlanYear> Years()
    {
        var last = PlanYear.Of(Until!.Value).Begins;
        for (var year = PlanYear.Of(From!.Value); year.Begins <= last; year = year.Next)
        {
            yield return year;
        }
    }

    /// <summary>What is wrong with its period, in words, or nothing.</summary>
    public string? PeriodProblem() =>
        Until <= From ? "The last day is not after the first day."
        : Until >= From?.AddYears(MostYears)
            ? $"A plan is for {MostYears} years at the most. Check both years."
        : null;

    /// <summary>"1 April 2026 to 31 March 2029".</summary>
    public string PeriodWords() => $"{UkTime.Date(From!.Value)} to {UkTime.Date(Until!.Value)}";
}

/// <summary>
/// A partnership plan (R2.13), whatever it is called locally: Delivery Plan, Action Plan (C16). Its period is the partnership's
/// choice (R2.15).
/// </summary>
public sealed class PartnershipPlan : Record
{
    public required PlanDetails Details { get; set; }

    /// <summary>The day from which progress is asked for: when it was first put in force here.</summary>
    public DateOnly? InForceSince { get; private set; }

    /// <summary>The partnership's own layout in JSON; empty where it never made one.</summary>
    public string OwnLayout { get; private set; } = "";

    /// <summary>How the plan is laid out. One that is to be the partnership's own begins as a list.</summary>
    public PlanLayout Layout =>
        Details.Template switch
        {
            PlanTemplate.Matrix => PlanLayout.Matrix,
            PlanTemplate.Own when OwnLayout.Length > 0 => JsonSerializer.Deserialize<PlanLayout>(
                OwnLayout
            )!,
            _ => PlanLayout.Flat,
        };

    public List<PlanPriority> Priorities { get; } = [];
    public List<PlanAction> Actions { get; } = [];
    public List<LinkedStrategy> Strategies { get; } = [];
    public List<StrategyCoverage> Coverage { get; } = [];

    /// <summary>Whether it may be removed as a whole: only what was never in force, so that nothing was ever done by it.</summary>
    public Verdict MayBeDiscarded() =>
        InForceSince is null && Details.Status == PlanStatus.InPreparation
            ? Verdict.Yes("It was never in force.")
            : Verdict.No("It was in force. Say that it has ended instead.");

    /// <summary>Lays it out in the partnership's own way.</summary>
    public void LayOut(PlanLayout layout)
    {
        Details.Template = PlanTemplate.Own;
        OwnLayout = JsonSerializer.Serialize(layout);
    }

    /// <summary>Says something else of it as a whole; one that is put in force is from then on reported on.</summary>
    public void Change(PlanDetails details, DateOnly today)
    {
        Details = details;
        if (details.Status == PlanStatus.InForce)
        {
            InForceSince ??= today;
        }
    }
}

internal sealed class PartnershipPlanMapping : IEntityTypeConfiguration<PartnershipPlan>
{
    public void Configure(EntityTypeBuilder<PartnershipPlan> builder)
    {
        builder.ComplexProperty(plan => plan.Details);
        builder.Ignore(plan => plan.Layout);
        builder
            .HasMany(plan => plan.Priorities)
            .WithOne()
            .HasForeignKey(priority => priority.PlanId);
        builder.HasMany(plan => plan.Actions).WithOne().HasForeignKey(action => action.PlanId);
        builder
            .HasMany(plan => plan.Strategies)
            .WithOne()
            .HasForeignKey(strategy => strategy.PlanId);
        builder.HasMany(plan => plan.Coverage).WithOne().HasForeignKey(one => one.PlanId);
    }
}
