using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;

namespace Moothall.Platform.Access;

/// <summary>A person with an account. What they may do follows from their roles today.</summary>
public sealed class User : IdentityUser<Guid>
{
    /// <summary>Full name as colleagues write it.</summary>
    public required string Name { get; set; }

    /// <summary>The post held, for example "Tenancy officer".</summary>
    public string Post { get; set; } = "";

    /// <summary>The organisation the person acts for; nothing for someone outside every agency, such as a guest.</summary>
    public Guid? OrganisationId { get; set; }

    /// <summary>The day the person left, in UTC; from that moment no sign-in and no session counts.</summary>
    public DateTime? LeftAt { get; set; }

    /// <summary>The roles held, now and before.</summary>
    public List<RoleGrant> Grants { get; } = [];

    /// <summary>Gives a role from a day on, until another where one is named.</summary>
    public RoleGrant Give(Role role, DateOnly from, DateOnly? until = null)
    {
        var grant = new RoleGrant
        {
            UserId = Id,
            Role = role,
            From = from,
            Until = until,
        };
        Grants.Add(grant);
        return grant;
    }
}

/// <summary>A role a person holds from one day until another, both included; a deputy's cover has an end.</summary>
public sealed class RoleGrant : Record
{
    public required Guid UserId { get; init; }
    public required Role Role { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; set; }

    /// <summary>Whether the role is held on a day.</summary>
    public bool IsHeldOn(DateOnly day) => From <= day && (Until is null || Until >= day);
}

/// <summary>A signed-in session of a person on one device, listed to its owner and ended by them or by time.</summary>
public sealed class UserSession : Record, IUnaudited
{
    public required Guid UserId { get; init; }
    public required DateTime StartedAt { get; init; }
    public required DateTime LastSeenAt { get; set; }
    public DateTime? EndedAt { get; set; }

    /// <summary>The browser as it names itself, shortened, so that the owner can tell devices apart.</summary>
    public required string Device { get; init; }
}

internal sealed class UserMapping
    : IEntityTypeConfiguration<User>,
        IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("User");
        builder.Property(user => user.Id).ValueGeneratedNever();
        builder.HasMany(user => user.Grants).WithOne().HasForeignKey(grant => grant.UserId);
    }

    public void Configure(EntityTypeBuilder<UserSession> builder) =>
        builder.HasIndex(session => new { session.UserId, session.EndedAt });
}
