using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Gates;

/// <summary>The steps of a plan year, in their order (S3-25).</summary>
public enum GateKind
{
    [Display(Name = "Strategic assessment prepared")]
    Assessment,

    [Display(Name = "Partners' workshop held")]
    Workshop,

    [Display(Name = "Residents consulted")]
    Consultation,

    [Display(Name = "Agreed by the strategy group")]
    Agreed,

    [Display(Name = "Signed off by the responsible authorities")]
    SignedOff,

    [Display(Name = "Summary published")]
    SummaryPublished,

    [Display(Name = "Copy sent to the local policing body")]
    CopySent,

    [Display(Name = "Delivery reported")]
    Reported,

    [Display(Name = "Meeting in public held")]
    PublicMeeting,

    [Display(Name = "Scrutinised by the crime and disorder committee")]
    Scrutinised,
}

/// <summary>What one says of a step.</summary>
public sealed class GateDetails
{
    [Field("Done on", Hint = "Leave it empty until it is done.")]
    public DateOnly? DoneOn { get; set; }

    [Field("By whom", Limit = 500, Rows = 2, Conditional = true)]
    public string Who { get; set; } = "";

    [Field(
        "What shows it",
        Limit = 2000,
        Rows = 3,
        Conditional = true,
        Hint = "The paper, the minute, the numbers reached and answered, an address."
    )]
    public string Evidence { get; set; } = "";

    [Field("Notes", Limit = 2000, Rows = 2)]
    public string Notes { get; set; } = "";

    /// <summary>Whether nothing is said.</summary>
    public bool IsEmpty => DoneOn is null && Who.Length + Evidence.Length + Notes.Length == 0;
}

/// <summary>A step of a plan for one year.</summary>
public sealed class PlanGate : Record
{
    public required Guid PlanId { get; init; }

    /// <summary>The plan year that is prepared: its first calendar year.</summary>
    public required int Year { get; init; }
    public required GateKind Kind { get; init; }
    public GateDetails Details { get; set; } = new();

    /// <summary>Who signed the plan off, of the responsible authorities.</summary>
    public List<GateSignature> Signatures { get; } = [];
}

/// <summary>That a responsible authority signed the plan off.</summary>
public sealed class GateSignature : Record
{
    public required Guid GateId { get; init; }
    public required Guid OrganisationId { get; init; }
}

internal sealed class PlanGateMapping
    : IEntityTypeConfiguration<PlanGate>,
        IEntityTypeConfiguration<GateSignature>
{
    public void Configure(EntityTypeBuilder<PlanGate> builder)
    {
        builder.ComplexProperty(one => one.Details, details => details.Ignore(one => one.IsEmpty));
        builder
            .HasIndex(one => new
            {
                one.PlanId,
                one.Year,
                one.Kind,
            })
            .IsUnique();
        builder.HasOne<PartnershipPlan>().WithMany().HasForeignKey(one => one.PlanId);
        builder.HasMany(one => one.Signatures).WithOne().HasForeignKey(one => one.GateId);
    }

    public void Configure(EntityTypeBuilder<GateSignature> builder) =>
        builder.HasIndex(one => new { one.GateId, one.OrganisationId }).IsUnique();
}
