using Moothall.Platform.Access;

namespace Moothall.Tests.Hosting;

/// <summary>A person of the test partnership.</summary>
public sealed record Person(Guid Id, string Name, Guid? OrganisationId, params Role[] Roles)
{
    public string Email => $"{Name.Split(' ')[0].ToLowerInvariant()}@testbourne.example";

    /// <summary>The account, without a password: a test that signs in by hand gives it one.</summary>
    public User ToUser(DateOnly from)
    {
        var user = new User
        {
            Id = Id,
            Name = Name,
            Post = Roles[0].ToString(),
            OrganisationId = OrganisationId,
            UserName = Email,
            NormalizedUserName = Email.ToUpperInvariant(),
            Email = Email,
            NormalizedEmail = Email.ToUpperInvariant(),
            EmailConfirmed = true,
            SecurityStamp = "TESTSTAMP",
            LockoutEnabled = true,
        };
        foreach (var role in Roles)
        {
            user.Give(role, from);
        }

        return user;
    }
}

/// <summary>One person in each role, and the members' representatives.</summary>
public static class People
{
    public static readonly Person Coordinator = New(
        1,
        "Carys Bevan",
        World.Council,
        Role.Coordinator
    );
    public static readonly Person SecondCoordinator = New(
        2,
        "Sunil Rao",
        World.Council,
        Role.Coordinator
    );
    public static readonly Person Manager = New(3, "Maureen Oakes", World.Council, Role.Manager);
    public static readonly Person Chair = New(4, "Clive Hartley", World.Police, Role.Chair);
    public static readonly Person Approver = New(
        5,
        "Ade Ogunleye",
        World.Council,
        Role.MinuteApprover
    );
    public static readonly Person Police = New(6, "Petra Novak", World.Police, Role.Member);
    public static readonly Person PoliceDeputy = New(7, "Dominic Lee", World.Police, Role.Deputy);
    public static readonly Person Housing = New(8, "Hannah Wright", World.Council, Role.Member);
    public static readonly Person Charity = New(9, "Zainab Malik", World.Charity, Role.Member);
    public static readonly Person Lapsed = New(10, "Len Frost", World.Landlord, Role.Member);
    public static readonly Person Councillor = New(11, "Olwen Price", World.Council, Role.Member);
    public static readonly Person Guest = New(12, "Gita Shah", null, Role.Guest);
    public static readonly Person Analyst = New(13, "Anton Weir", World.Police, Role.Analyst);
    public static readonly Person ReviewChair = New(14, "Rowan Ellis", null, Role.ReviewChair);
    public static readonly Person ReviewPanel = New(15, "Bryony Marsh", null, Role.ReviewPanel);
    public static readonly Person DataProtection = New(
        16,
        "Dai Protheroe",
        World.Council,
        Role.DataProtection
    );
    public static readonly Person Administrator = New(
        17,
        "Ivy Turner",
        World.Council,
        Role.Administrator
    );
    public static readonly Person Scrutiny = New(18, "Samuel Adeyemi", null, Role.Scrutiny);
    public static readonly Person Commissioner = New(19, "Karen Moss", null, Role.Commissioner);

    /// <summary>Everyone.</summary>
    public static readonly IReadOnlyList<Person> All =
    [
        Coordinator,
        SecondCoordinator,
        Manager,
        Chair,
        Approver,
        Police,
        PoliceDeputy,
        Housing,
        Charity,
        Lapsed,
        Councillor,
        Guest,
        Analyst,
        ReviewChair,
        ReviewPanel,
        DataProtection,
        Administrator,
        Scrutiny,
        Commissioner,
    ];

    private static Person New(int number, string name, Guid? organisation, params Role[] roles) =>
        new(new($"00000000-0000-7000-9000-{number:d12}"), name, organisation, roles);
}
