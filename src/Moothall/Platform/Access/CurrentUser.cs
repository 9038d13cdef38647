using System.Collections.Frozen;

namespace Moothall.Platform.Access;

/// <summary>The person this request is for, as the database has them at this moment: a leaver or a role taken away counts at once.</summary>
public sealed class CurrentUser
{
    /// <summary>Identifier of the account; <see cref="Guid.Empty"/> for a visitor.</summary>
    public Guid Id { get; private set; }

    /// <summary>Identifier of the session, so that its owner can end it elsewhere.</summary>
    public Guid SessionId { get; private set; }

    /// <summary>The name colleagues know the person by; empty for a visitor.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The organisation the person acts for, if any.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>The roles held today.</summary>
    public FrozenSet<Role> Roles { get; private set; } = [];

    private FrozenSet<Permission> permissions = [];

    /// <summary>Whether someone is signed in with both factors.</summary>
    public bool SignedIn => Id != Guid.Empty;

    /// <summary>Whether the person belongs to the Community Safety Team, which runs the hub and signs its minutes.</summary>
    public bool IsCommunitySafetyTeam =>
        Roles.Contains(Role.Coordinator) || Roles.Contains(Role.Manager);

    /// <summary>Whether any of the person's roles holds the permission.</summary>
    public bool May(Permission permission) => permissions.Contains(permission);

    internal void Become(
        Guid id,
        Guid sessionId,
        string name,
        Guid? organisationId,
        IEnumerable<Role> roles
    )
    {
        Id = id;
        SessionId = sessionId;
        Name = name;
        OrganisationId = organisationId;
        Roles = roles.ToFrozenSet();
        permissions = RoleMatrix.Of(Roles);
    }
}
