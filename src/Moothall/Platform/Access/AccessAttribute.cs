namespace Moothall.Platform.Access;

/// <summary>Names the permission a page or endpoint needs. Every endpoint carries this or <see cref="OpenAttribute"/>; the application does not start otherwise.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AccessAttribute(Permission permission) : Attribute
{
    /// <summary>The permission the person must hold.</summary>
    public Permission Permission { get; } = permission;
}

/// <summary>Says that anyone signed in may use a page or endpoint whatever their role, and why that is right.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignedInAttribute(string reason) : Attribute
{
    /// <summary>Why no permission is needed, for whoever reviews access.</summary>
    public string Reason { get; } = reason;
}

/// <summary>Says that a page or endpoint is open to everyone, signed in or not, and why that is right.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenAttribute(string reason) : Attribute
{
    /// <summary>Why it is open, for whoever reviews access.</summary>
    public string Reason { get; } = reason;
}

/// <summary>Says that a page asks an endpoint by itself, so that a screen left open does not keep its session alive.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class UnattendedAttribute(string reason) : Attribute
{
    /// <summary>Why the request is no sign of a person.</summary>
    public string Reason { get; } = reason;
}
