using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Bodies.BodyMembers;

/// <summary>What somebody is on a body.</summary>
public enum BodyRole
{
    Chair,

    [Display(Name = "Vice chair")]
    ViceChair,
    Member,

    [Display(Name = "In attendance")]
    InAttendance,
}

/// <summary>An organisation, a person, or a person for an organisation, on a body for a time. The row stays when the time ends.</summary>
public sealed class BodyMember : Record
{
    public required Guid BodyId { get; init; }
    public Guid? OrganisationId { get; init; }
    public Organisation? Organisation { get; init; }

    /// <summary>The person's account, where there is one.</summary>
    public Guid? UserId { get; init; }

    /// <summary>The person's name; empty where the organisation sends whom it likes.</summary>
    public string PersonName { get; init; } = "";
    public required BodyRole Role { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>The last day, included.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Whether the time includes a day.</summary>
    public bool IsOn(DateOnly day) => From <= day && (Until is null || Until >= day);

    /// <summary>The person and the organisation, as people say it.</summary>
    public string Words =>
        (PersonName, Organisation?.Name) switch
        {
            ("", { } organisation) => organisation,
            ({ } person, { } organisation) => $"{person}, {organisation}",
            ({ } person, null) => person,
        };
}

/// <summary>What the law asks of a strategy group's membership.</summary>
public static class StrategyGroup
{
    /// <summary>Fewest persons appointed by responsible authorities (regulation 3(2), R2.3).</summary>
    public const int FewestAppointed = 2;

    /// <summary>Says that a strategy group has too few; nothing for any other body and where there are enough.</summary>
    public static string? Note(BodyType type, IEnumerable<BodyMember> members, DateOnly day)
    {
        if (type is not (BodyType.StrategicBoard or BodyType.ResponsibleAuthoritiesGroup))
        {
            return null;
        }

        var appointed = members.Count(one =>
            one.IsOn(day)
            && one.Role != BodyRole.InAttendance
            && one.PersonName.Length > 0
            && one.Organisation is { IsResponsibleAuthority: true }
        );
        return appointed >= FewestAppointed
            ? null
            : $"Where this body is the area’s strategy group, the law asks for two or more persons appointed by responsible authorities. {(appointed == 0 ? "None is" : "One is")} named here.";
    }
}

/// <summary>Who sits on bodies.</summary>
public static class BodyMembership
{
    /// <summary>The memberships by which a person sits on bodies on a day: their own, or their organisation's where it sends whom it likes.</summary>
    public static IQueryable<BodyMember> Of(
        this IQueryable<BodyMember> members,
        CurrentUser person,
        DateOnly today
    )
    {
        var (id, organisation) = (person.Id, person.OrganisationId);
        return members
            .Where(one => one.From <= today && (one.Until == null || one.Until >= today))
            .Where(one =>
                one.UserId == id
                || (
                    organisation != null
                    && one.PersonName == ""
                    && one.OrganisationId == organisation
                )
            );
    }
}

internal sealed class BodyMemberMapping : IEntityTypeConfiguration<BodyMember>
{
    public void Configure(EntityTypeBuilder<BodyMember> builder)
    {
        builder.Ignore(one => one.Words);
        builder.HasIndex(one => one.BodyId);
        builder.HasOne<GovernanceBody>().WithMany().HasForeignKey(one => one.BodyId);
        builder.HasOne(one => one.Organisation).WithMany().HasForeignKey(one => one.OrganisationId);
    }
}
