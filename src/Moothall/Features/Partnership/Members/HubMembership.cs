using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Members;

/// <summary>What an entry of the membership list stands for (seeds section 20.2).</summary>
public enum MemberKind
{
    [Display(Name = "Organisation")]
    Organisation,

    [Display(Name = "Service of an organisation")]
    Service,

    [Display(Name = "Class of agencies")]
    AgencyClass,
}

/// <summary>Why a member may share information: one of two bases (S1-4.2).</summary>
public enum ProtocolBasis
{
    [Display(Name = "Signed the information sharing protocol")]
    Signatory,

    [Display(Name = "Recognised agency under a statutory protocol")]
    StatutoryProtocol,
}

/// <summary>An organisation, a service of one or a class of agencies admitted to a hub. Attendance counts per membership (settled 3).</summary>
public sealed class HubMembership : Record
{
    public required Guid BodyId { get; init; }

    /// <summary>The entry as the terms of reference write it.</summary>
    public required string Name { get; set; }
    public required MemberKind Kind { get; set; }

    /// <summary>The organisation, where the entry is one or part of one.</summary>
    public Guid? OrganisationId { get; set; }

    /// <summary>Position in the list of the terms of reference.</summary>
    public int Order { get; set; }

    /// <summary>Councillors, guest speakers and observers have none by default (settled 3).</summary>
    public bool SeesCases { get; set; } = true;

    public ProtocolBasis? Basis { get; set; }
    public DateOnly? ProtocolDate { get; set; }
    public string ProtocolEvidence { get; set; } = "";
    public DateOnly? ProtocolReviewDate { get; set; }

    /// <summary>When the member was last reminded of its data protection duties (S1-7.2k).</summary>
    public DateOnly? RemindedOn { get; set; }

    /// <summary>What a reader of the entry should know, for example what a body named in it is called today (C19).</summary>
    public string Note { get; set; } = "";

    /// <summary>Last day of membership; nothing while it lasts.</summary>
    public DateOnly? LeftOn { get; set; }

    /// <summary>When the member withdrew from the sharing protocol, in UTC: everything is shut from that instant, not from the next day.</summary>
    public DateTime? WithdrawnAt { get; set; }

    /// <summary>The people who act for the member.</summary>
    public List<Representative> Representatives { get; } = [];

    /// <summary>Why meeting content is shut to this member today, or nothing while it is open (S1-4.2: a hard gate, computed at each request).</summary>
    public string? ShutBecause(DateOnly today) =>
        this switch
        {
            { WithdrawnAt: { } withdrawn } =>
                $"{Name} withdrew from the information sharing protocol on {UkTime.DateOf(withdrawn):d MMMM yyyy}.",
            { LeftOn: { } left } when left < today => $"{Name} left the hub on {left:d MMMM yyyy}.",
            { Basis: null } or { ProtocolDate: null } =>
                $"No basis for sharing information has been recorded for {Name} yet.",
            { ProtocolDate: { } signed } when signed > today =>
                $"The information sharing protocol of {Name} begins on {signed:d MMMM yyyy}.",
            { ProtocolReviewDate: { } review } when review < today =>
                $"The information sharing protocol of {Name} was due for review on {review:d MMMM yyyy}.",
            _ => null,
        };

    /// <summary>Why it is shut to one person who acts for it, or did: nothing is given to whoever was withdrawn today.</summary>
    /// <param name="today">Today in London.</param>
    /// <param name="userId">Their account; nothing for someone without one, who has no days of acting.</param>
    /// <param name="name">Their name, for the sentence.</param>
    public string? ShutBecause(DateOnly today, Guid? userId, string name) =>
        ShutBecause(today)
        ?? (
            userId is null
            || Representatives.Exists(one => one.UserId == userId && one.ActsOn(today))
                ? null
                : $"{name} does not act for {Name} any more."
        );
}

/// <summary>A person who acts for a member, or stands in as deputy, from one day until another (S1-5.1).</summary>
public sealed class Representative : Record
{
    public required Guid MembershipId { get; init; }
    public required Guid UserId { get; init; }
    public required bool IsDeputy { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; set; }

    /// <summary>Whether they act for the member on a day.</summary>
    public bool ActsOn(DateOnly day) => From <= day && (Until is null || Until >= day);
}

internal sealed class HubMembershipMapping
    : IEntityTypeConfiguration<HubMembership>,
        IEntityTypeConfiguration<Representative>
{
    public void Configure(EntityTypeBuilder<HubMembership> builder) =>
        builder
            .HasMany(member => member.Representatives)
            .WithOne()
            .HasForeignKey(person => person.MembershipId);

    public void Configure(EntityTypeBuilder<Representative> builder) =>
        builder.HasIndex(person => person.UserId);
}
