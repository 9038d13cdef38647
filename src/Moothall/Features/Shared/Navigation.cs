using Moothall.Platform.Access;

namespace Moothall.Features.Shared;

/// <summary>One line of the menu, shown to those who may open it.</summary>
public sealed record NavigationEntry(string Text, string Path, Permission Permission)
{
    /// <summary>Whoever has this too finds the page on another entry's page, which keeps the menu to one row.</summary>
    public Permission? Within { get; init; }

    /// <summary>Pages that are found from this one and stand beside it in the address.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    /// <summary>Whether the menu shows it to this person.</summary>
    public bool Shows(CurrentUser user) =>
        user.May(Permission) && !(Within is { } wider && user.May(wider));

    /// <summary>Whether a request is for this page, one below it or one beside it.</summary>
    public bool Holds(PathString path) =>
        Path == "/"
            ? path == "/"
            : Beside
                .Prepend(Path)
                .Any(one => path.StartsWithSegments(one, StringComparison.OrdinalIgnoreCase));
}

/// <summary>The menu. A slice adds its line here when its page exists; order is the order of the week.</summary>
public static class Navigation
{
    private static readonly NavigationEntry[] Entries =
    [
        new("This week", "/", Permission.SeeThisWeek),
        new("Referrals", "/Referrals", Permission.MakeReferral),
        new("Cases", "/Cases", Permission.SeeCases),
        new("Meetings", "/Meetings", Permission.SeeAgenda),
        new("Actions", "/Actions", Permission.SeeActions),
        new("Minutes", "/Minutes", Permission.ReadMinutes),
        new("Plan", "/Plan", Permission.SeePlan)
        {
            Beside =
            [
                "/Priorities",
                "/Initiatives",
                "/Calendar",
                "/Bodies",
                "/Reports",
                "/Publishing",
                "/Scrutiny",
            ],
        },
        new("Reports", "/Reports", Permission.SeeReports)
        {
            Within = Permission.SeePlan,
            Beside = ["/Scrutiny"],
        },
        new("Search", "/Search", Permission.SearchRecords),
        new("Concerns", "/Concerns", Permission.RaiseConcern),
        new("Members", "/Partnership/Members", Permission.SeeMembers)
        {
            Within = Permission.ManagePartnership,
        },
        new("Partnership", "/Partnership", Permission.ManagePartnership),
        new("People", "/Admin/People", Permission.ManageAccounts),
        new("Mail", "/Admin/Mail", Permission.ManageAccounts),
        new("Roles", "/Admin/Roles", Permission.SeeRoles) { Within = Permission.ManagePartnership },
        new("Audit", "/Admin/Audit", Permission.SeeAudit),
    ];

    /// <summary>The lines this person may follow; none for a visitor.</summary>
    public static IEnumerable<NavigationEntry> For(CurrentUser user) =>
        user.SignedIn ? Entries.Where(entry => entry.Shows(user)) : [];
}
