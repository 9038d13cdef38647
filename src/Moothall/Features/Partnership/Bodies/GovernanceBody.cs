using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Bodies;

/// <summary>The kinds of standing group a partnership has.</summary>
public enum BodyType
{
    [Display(Name = "Community Safety Hub")]
    Hub,

    [Display(Name = "Strategic board")]
    StrategicBoard,

    [Display(Name = "Responsible authorities group")]
    ResponsibleAuthoritiesGroup,

    [Display(Name = "Anti-social behaviour board")]
    AsbBoard,

    [Display(Name = "Problem solving group")]
    ProblemSolvingGroup,

    [Display(Name = "Other group")]
    Other,
}

/// <summary>A standing group with terms, members and a schedule. The hub is one among several; a second hub is only another row (settled 4).</summary>
public sealed class GovernanceBody : Record
{
    public required string Name { get; set; }
    public required BodyType Type { get; set; }
    public Guid? ParentId { get; set; }

    /// <summary>What it is for, in a few sentences.</summary>
    public string Purpose { get; set; } = "";

    /// <summary>Date of the terms of reference in force (S1-A2).</summary>
    public DateOnly? TermsDated { get; set; }
    public DateOnly? TermsReviewDate { get; set; }

    /// <summary>When it meets. A body that meets by appointment has no fixed day.</summary>
    public MeetingTimes Times { get; set; } = new();

    /// <summary>Whether meetings are planned weekly from <see cref="Times"/>.</summary>
    public bool MeetsWeekly { get; set; }
}

/// <summary>The weekly time of a body's meeting, in local time (S1-3.1).</summary>
public sealed class MeetingTimes
{
    public DayOfWeek Day { get; set; } = DayOfWeek.Tuesday;
    public TimeOnly Start { get; set; } = new(10, 0);

    /// <summary>Planned length in minutes; no more than 60 for the hub (S1-3.1b).</summary>
    public int Minutes { get; set; } = 60;

    /// <summary>How many days before the meeting referrals close (S1-5.6b).</summary>
    public int CutOffDaysBefore { get; set; } = 1;

    /// <summary>The local time at which referrals close; noon means 12:00 (C3).</summary>
    public TimeOnly CutOffTime { get; set; } = new(12, 0);

    /// <summary>How it meets unless a meeting says otherwise (S0-5).</summary>
    public MeetingMode Mode { get; set; } = MeetingMode.InPerson;

    /// <summary>Where it meets when in person.</summary>
    public string Venue { get; set; } = "";

    /// <summary>The same as the rule that computes meetings and cut-offs from it.</summary>
    public MeetingSchedule ToSchedule() => new(Day, Start, Minutes, CutOffDaysBefore, CutOffTime);
}

internal sealed class GovernanceBodyMapping : IEntityTypeConfiguration<GovernanceBody>
{
    public void Configure(EntityTypeBuilder<GovernanceBody> builder) =>
        builder.ComplexProperty(body => body.Times);
}
