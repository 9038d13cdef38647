using System.Collections.Frozen;
using static Moothall.Platform.Access.Permission;

namespace Moothall.Platform.Access;

/// <summary>
/// Who may do what: the one place where roles are given permissions, shown as it stands on the roles page.
/// A permission opens a page; which records are on it is decided by each record's own visibility rule.
/// Administrators hold no permission that shows case content, and the data protection officer sees logs, not cases.
/// </summary>
public static class RoleMatrix
{
    private static readonly Permission[] AgencyWork =
    [
        SeeThisWeek,
        MakeReferral,
        SeeCases,
        SearchRecords,
        SeeAgenda,
        ResearchItems,
        AttendMeeting,
        SeeActions,
        UpdateActions,
        ReadMinutes,
        RaiseConcern,
        SeeMembers,
        SeePlan,
        GiveProgress,
        SeeInitiatives,
        KeepInitiatives,
        SeeCalendar,
        SeeBodies,
        SeeReports,
        SeeScrutiny,
        AnswerScrutiny,
    ];

    private static readonly Permission[] TeamWork =
    [
        .. AgencyWork,
        TriageReferral,
        ConfirmMail,
        ManageCases,
        BringIn,
        ManageAgenda,
        RunMeeting,
        WriteMinutes,
        SignMinutes,
        CirculateMinutes,
        GiveFilePassword,
        ManageMembers,
        ManagePartnership,
        ManagePlan,
        Publish,
        KeepCalendar,
        KeepBodies,
        KeepReports,
        KeepScrutiny,
        SeeScrutinyRequests,
        SeeRoles,
    ];

    /// <summary>Every role with the permissions it holds; a role that is not listed would be a fault, so all are.</summary>
    public static readonly FrozenDictionary<Role, FrozenSet<Permission>> Grants = new Dictionary<
        Role,
        Permission[]
    >
    {
        [Role.Coordinator] = TeamWork,
        [Role.Manager] = [.. TeamWork, AnswerConcern, PublishStatements],
        [Role.MinuteApprover] = [SeeThisWeek, ReadMinutes, SignMinutes],
        [Role.Chair] = [.. AgencyWork, TriageReferral, ManageCases, ManageAgenda, RunMeeting],
        [Role.Member] = AgencyWork,
        [Role.Deputy] = AgencyWork,
        [Role.Guest] = [SeeThisWeek, SeeAgenda, AttendMeeting, ReadMinutes],
        [Role.Analyst] =
        [
            SeeThisWeek,
            SeePlan,
            SeeInitiatives,
            SeeCalendar,
            SeeBodies,
            SeeReports,
            SeeScrutiny,
        ],
        [Role.ReviewChair] = [SeeThisWeek],
        [Role.ReviewPanel] = [SeeThisWeek],
        [Role.DataProtection] = [SeeThisWeek, SeeAudit, SeeMembers, SeeRoles],
        [Role.Administrator] =
        [
            SeeThisWeek,
            ManageAccounts,
            ManagePartnership,
            PublishStatements,
            SeeMembers,
            SeeRoles,
        ],
        [Role.Scrutiny] = [SeeThisWeek, SeeReports, SeeScrutiny, SeeScrutinyRequests],
        [Role.Commissioner] = [SeeThisWeek, SeeReports, SeeScrutiny, AnswerScrutiny],
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenSet());

    /// <summary>The roles that hold a permission.</summary>
    public static Role[] With(Permission permission) =>
        [.. Grants.Where(one => one.Value.Contains(permission)).Select(one => one.Key).Order()];

    /// <summary>All that a person with these roles may do.</summary>
    public static FrozenSet<Permission> Of(IEnumerable<Role> roles) =>
        roles.SelectMany(role => Grants[role]).ToFrozenSet();
}
