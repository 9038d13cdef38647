using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Features.Partnership.Bodies;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Plan;
using Moothall.Features.Scrutiny.Reviews;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Reports;

/// <summary>What is reported, and to whom (practice, section 11).</summary>
public enum ReportKind
{
    [Display(Name = "Board pack")]
    BoardPack,

    [Display(Name = "Update for scrutiny")]
    ScrutinyUpdate,

    [Display(Name = "Annual report")]
    AnnualReport,
}

/// <summary>What one says of a report as a whole.</summary>
public sealed class ReportDetails
{
    [Field("Title", Limit = 200, Required = "Enter the title")]
    public string Title { get; set; } = "";

    [Field(
        "First day it reports on",
        Required = "Enter the first day it reports on",
        Hint = "What was done from this day to the last day is counted."
    )]
    public DateOnly? From { get; set; }

    [Field("Last day it reports on", Required = "Enter the last day it reports on")]
    public DateOnly? Until { get; set; }

    [Field(
        "Who it is for",
        Limit = 200,
        Required = "Enter who it is for",
        Hint = "For example, the strategic board, or the Scrutiny Committee."
    )]
    public string Reader { get; set; } = "";

    [Field("Meeting on", Hint = "Leave it empty where it goes to no meeting.", Conditional = true)]
    public DateOnly? MeetingOn { get; set; }

    /// <summary>"1 April 2026 to 31 March 2027".</summary>
    public string PeriodWords() => $"{UkTime.Date(From!.Value)} to {UkTime.Date(Until!.Value)}";
}

/// <summary>
/// A report made of what the partnership recorded, then edited by people. Once issued it stays as it was read; a later one is
/// another report.
/// </summary>
public sealed class Report : Record
{
    public required ReportKind Kind { get; init; }

    /// <summary>The plan it reports on, where there is one.</summary>
    public Guid? PlanId { get; init; }

    /// <summary>The body whose open actions a board pack lists.</summary>
    public Guid? BodyId { get; init; }
    public required ReportDetails Details { get; set; }

    /// <summary>When it was issued, in UTC; nothing while it is a draft.</summary>
    public DateTime? IssuedAt { get; private set; }
    public string IssuedByName { get; private set; } = "";

    /// <summary>Why council, police and fire do not present it together (S3-16); empty where they do or need not.</summary>
    public string AloneBecause { get; private set; } = "";

    /// <summary>Counts the changes to its sections and presenters, so that what is issued is what was looked at.</summary>
    public int Edits { get; private set; }

    public List<ReportSection> Sections { get; } = [];
    public List<ReportPresenter> Presenters { get; } = [];

    /// <summary>Notes a change to what belongs to it.</summary>
    /// <returns>Why it may not be changed, in words, or nothing.</returns>
    public string? Change()
    {
        if (IssuedAt is not null)
        {
            return "It was issued and stays as it was read. Begin another report instead.";
        }

        Edits++;
        return null;
    }

    /// <summary>Issues it; from then on nothing of it changes.</summary>
    /// <returns>What stands in the way, in words, or nothing.</returns>
    public string? Issue(string aloneBecause, string byName, DateTime now)
    {
        if (Change() is { } problem)
        {
            return problem;
        }

        if (!Sections.Exists(one => !one.IsEmpty))
        {
            return "There is nothing in it yet.";
        }

        if (NotJointWords() is { } missing && string.IsNullOrWhiteSpace(aloneBecause))
        {
            return $"{missing} Add who presents it, or say why it is not presented together.";
        }

        AloneBecause = NotJointWords() is null ? "" : aloneBecause.Trim();
        (IssuedAt, IssuedByName) = (now, byName);
        return null;
    }

    /// <summary>Who of council, police and fire does not present it although it is theirs together (S3-16), in words, or nothing.</summary>
    public string? NotJointWords()
    {
        var missing =
            Kind is ReportKind.BoardPack
                ? []
                : JointPresenting.Missing([
                    .. Presenters.Select(one =>
                        (one.Organisation.Name, one.Organisation.IsResponsibleAuthority, one.Post)
                    ),
                ]);
        return missing.Count == 0
            ? null
            : $"Council, police and fire present it together. Missing: {string.Join(", ", missing)}.";
    }
}

/// <summary>Somebody who presents a report: a post, not a name (S3-17).</summary>
public sealed class ReportPresenter : Record
{
    public required Guid ReportId { get; init; }
    public required Guid OrganisationId { get; init; }
    public Organisation Organisation { get; init; } = null!;
    public required string Post { get; init; }

    /// <summary>"Community Safety Manager, Cannock Chase District Council".</summary>
    public string Words => $"{Post}, {Organisation.Name}";
}

internal sealed class ReportMapping
    : IEntityTypeConfiguration<Report>,
        IEntityTypeConfiguration<ReportPresenter>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ComplexProperty(one => one.Details);
        builder.HasOne<PartnershipPlan>().WithMany().HasForeignKey(one => one.PlanId);
        builder.HasOne<GovernanceBody>().WithMany().HasForeignKey(one => one.BodyId);
        builder.HasMany(one => one.Sections).WithOne().HasForeignKey(one => one.ReportId);
        builder.HasMany(one => one.Presenters).WithOne().HasForeignKey(one => one.ReportId);
    }

    public void Configure(EntityTypeBuilder<ReportPresenter> builder)
    {
        builder.Ignore(one => one.Words);
        builder.HasOne(one => one.Organisation).WithMany().HasForeignKey(one => one.OrganisationId);
    }
}
