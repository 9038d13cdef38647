using System.ComponentModel.DataAnnotations;

namespace Moothall.Features.Plan.Import.Reading;

/// <summary>What a column or a label of a plan says of an action or of a priority.</summary>
public enum PlanField
{
    [Display(Name = "Number")]
    Reference,

    [Display(Name = "Priority")]
    Priority,

    [Display(Name = "Aim")]
    Aim,

    [Display(Name = "Strand")]
    Strand,

    [Display(Name = "Action")]
    Action,

    [Display(Name = "Responsible agency")]
    Responsible,

    [Display(Name = "Additional agencies")]
    Additional,

    [Display(Name = "Start date")]
    StartDate,

    [Display(Name = "Target date")]
    TargetDate,

    [Display(Name = "Measure")]
    Measure,

    [Display(Name = "Baseline")]
    Baseline,

    [Display(Name = "Milestones")]
    Milestones,

    [Display(Name = "Cost and funding")]
    Resources,

    [Display(Name = "Progress")]
    Progress,

    [Display(Name = "Progress rating")]
    Rating,

    [Display(Name = "Evidence")]
    Evidence,

    [Display(Name = "Linked strategies")]
    LinkedStrategies,
}
