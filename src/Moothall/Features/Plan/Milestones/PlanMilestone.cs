using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Milestones;

/// <summary>A step on the way (practice, section 6).</summary>
public sealed class MilestoneDetails
{
    [Field("Milestone", Limit = 1000, Rows = 2, Required = "Enter the milestone")]
    public string Text { get; set; } = "";

    [Field("By when")]
    public DateOnly? Due { get; set; }

    [Field("Reached on", Hint = "Leave it empty until it is reached.")]
    public DateOnly? ReachedOn { get; set; }
}

/// <summary>A step of an action that can be dated and reached.</summary>
public sealed class PlanMilestone : PlanPart<MilestoneDetails>
{
    /// <inheritdoc/>
    public override string Words => Details.Text;

    /// <summary>How it stands, in words; nothing where it has no date.</summary>
    public string State(DateOnly today) =>
        Details switch
        {
            { ReachedOn: { } on } => $"reached on {UkTime.Date(on)}",
            { Due: { } due } when due < today => $"was due by {UkTime.Date(due)}",
            { Due: { } due } => $"due by {UkTime.Date(due)}",
            _ => "",
        };
}

internal sealed class PlanMilestoneMapping : IEntityTypeConfiguration<PlanMilestone>
{
    public void Configure(EntityTypeBuilder<PlanMilestone> builder)
    {
        builder.ComplexProperty(one => one.Details);
        builder.Ignore(one => one.Words);
    }
}
