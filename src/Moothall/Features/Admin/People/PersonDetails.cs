using Moothall.Platform.Access;
using Moothall.Platform.Ui;

namespace Moothall.Features.Admin.People;

/// <summary>Who a person is, as an administrator enters it.</summary>
public sealed class PersonDetails
{
    [Field("Full name", Required = "Enter the person's full name")]
    public string Name { get; set; } = "";

    [Field("Post", Hint = "For example: tenancy officer.")]
    public string Post { get; set; } = "";

    [Field(
        "E-mail address",
        Hint = "Their own address at work; they sign in with it.",
        Kind = FieldKind.Email,
        Required = "Enter the person's e-mail address",
        Limit = 256
    )]
    public string Email { get; set; } = "";

    [Field("Organisation", Hint = "Leave it for a guest from outside every agency.")]
    public Guid? OrganisationId { get; set; }

    [Field("Or a new organisation", Limit = 200, Hint = "Where it is not in the list yet.")]
    public string NewOrganisation { get; set; } = "";
}

/// <summary>Roles to give, from a day until another.</summary>
public sealed class RoleDetails
{
    [Field("Roles", Required = "Choose at least one role")]
    public List<Role> Roles { get; set; } = [];

    [Field("First day", Required = "Enter the first day")]
    public DateOnly? From { get; set; }

    [Field("Last day", Hint = "For cover that ends, such as a deputy's. Leave it otherwise.")]
    public DateOnly? Until { get; set; }

    /// <summary>What is wrong with the days, if anything.</summary>
    public string? Problem => Until < From ? "Last day must be the first day or later" : null;
}

/// <summary>Why something is done to somebody's account.</summary>
public sealed class ReasonDetails
{
    [Field(
        "Why",
        Hint = "For example: new telephone, checked in person. The reason is kept in the audit.",
        Required = "Say why",
        Limit = 500,
        Rows = 3
    )]
    public string Reason { get; set; } = "";
}
