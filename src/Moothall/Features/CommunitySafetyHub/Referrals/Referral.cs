using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.Partnership.Topics;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>Where a referral is in its own life (settled 2). A draft is not yet a record.</summary>
public enum ReferralStatus
{
    [Display(Name = "Waiting for triage")]
    [TagColour("blue")]
    Submitted,

    [Display(Name = "Accepted to the hub")]
    [TagColour("green")]
    Accepted,

    [Display(Name = "Returned for information")]
    [TagColour("orange")]
    Returned,

    [Display(Name = "Redirected to another forum")]
    [TagColour("purple")]
    Redirected,

    [Display(Name = "Declined: usual working")]
    [TagColour("grey")]
    Declined,

    [Display(Name = "Joined to a case")]
    [TagColour("teal")]
    Joined,
}

/// <summary>An agency's request that the hub take a matter (S1-5.6). It begins when it is submitted.</summary>
public sealed class Referral : Record, IPersonalRecord
{
    public required Guid BodyId { get; init; }
    public required string Reference { get; init; }
    public required Guid OrganisationId { get; init; }
    public required Guid ReferredById { get; init; }
    public required string ReferredByName { get; init; }

    /// <summary>Who told the team, where it recorded the referral for another organisation (settled 16); empty otherwise.</summary>
    public string ReceivedFrom { get; set; } = "";
    public required ReferralDetails Details { get; set; }
    public ReferralStatus Status { get; set; } = ReferralStatus.Submitted;
    public required DateTime SubmittedAt { get; set; }

    /// <summary>The meeting it goes to, fixed when it was submitted against the meeting as then planned (settled 6).</summary>
    public Guid? MeetingId { get; set; }
    public bool IsLate { get; set; }

    /// <summary>The meeting whose cut-off it missed, to which the chair may still admit it (C3).</summary>
    public Guid? LateForMeetingId { get; set; }

    /// <summary>The sentence that told the referrer which meeting it makes.</summary>
    public string MeetingWhy { get; set; } = "";

    /// <summary>The chair who let a late referral in (C3).</summary>
    public string AdmittedLateBy { get; set; } = "";
    public string AdmittedLateBecause { get; set; } = "";

    /// <summary>The case that came of it or that it was joined to.</summary>
    public Guid? CaseId { get; set; }

    /// <summary>The main one of <see cref="Topics"/>.</summary>
    public Guid? PrimaryTopicId { get; set; }

    public List<Topic> Topics { get; } = [];
    public List<CasePerson> People { get; } = [];
    public List<CasePlace> Places { get; } = [];
    public List<TriageDecision> Decisions { get; } = [];
    public List<ReferralSending> Sendings { get; } = [];

    /// <inheritdoc/>
    public (string Kind, Guid Id) ShownAs => ("Referral", Id);
}

/// <summary>One sending of a referral: the first, and each one after it was returned. What the meeting then was stays as told (settled 6).</summary>
public sealed class ReferralSending : Record
{
    public required Guid ReferralId { get; init; }
    public required DateTime At { get; init; }
    public required string ByName { get; init; }
    public required bool IsLate { get; init; }
    public required string MeetingWhy { get; init; }
}

/// <summary>What the chair or the team decided about a referral, and why; the referrer is told (S1-6.4).</summary>
public sealed class TriageDecision : Record
{
    public required Guid ReferralId { get; init; }
    public required TriageOutcome Outcome { get; init; }
    public required string Reason { get; init; }
    public required Guid DecidedById { get; init; }
    public required string DecidedByName { get; init; }
    public required DateTime DecidedAt { get; init; }
}

/// <summary>The ways out for a referral (practice section 1).</summary>
public enum TriageOutcome
{
    [Display(Name = "Accept to the hub")]
    Accept,

    [Display(Name = "Accept as urgent: act before the meeting")]
    AcceptUrgent,

    [Display(Name = "Return for information")]
    Return,

    [Display(Name = "Redirect to another forum")]
    Redirect,

    [Display(Name = "Decline to usual working")]
    Decline,

    [Display(Name = "Join to a case the hub has")]
    Join,
}

internal sealed class ReferralMapping
    : IEntityTypeConfiguration<Referral>,
        IEntityTypeConfiguration<TriageDecision>
{
    public void Configure(EntityTypeBuilder<TriageDecision> builder) =>
        builder.HasIndex(decision => decision.Outcome);

    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.HasIndex(referral => referral.Reference).IsUnique();
        builder.HasIndex(referral => new { referral.Status, referral.SubmittedAt });
        builder.HasIndex(referral => referral.CaseId);
        builder.HasIndex(referral => referral.ReferredById);
        builder.ComplexProperty(referral => referral.Details);
        builder.HasMany(referral => referral.Topics).WithMany().UsingEntity("ReferralTopic");
        builder
            .HasMany(referral => referral.People)
            .WithOne()
            .HasForeignKey(person => person.ReferralId);
        builder
            .HasMany(referral => referral.Places)
            .WithOne()
            .HasForeignKey(place => place.ReferralId);
        builder
            .HasMany(referral => referral.Decisions)
            .WithOne()
            .HasForeignKey(decision => decision.ReferralId);
        builder
            .HasMany(referral => referral.Sendings)
            .WithOne()
            .HasForeignKey(sending => sending.ReferralId);
    }
}
