namespace Moothall.Platform.Access;

/// <summary>What a page or an endpoint may ask of the person in front of it. Who holds which is in <see cref="RoleMatrix"/>.</summary>
public enum Permission
{
    SeeThisWeek,
    MakeReferral,
    TriageReferral,
    ConfirmMail,
    SeeCases,
    ManageCases,
    BringIn,
    SearchRecords,
    SeeAgenda,
    ManageAgenda,
    ResearchItems,
    AttendMeeting,
    RunMeeting,
    SeeActions,
    UpdateActions,
    ReadMinutes,
    WriteMinutes,
    SignMinutes,
    CirculateMinutes,
    GiveFilePassword,
    RaiseConcern,
    AnswerConcern,
    SeeMembers,
    ManageMembers,
    ManagePartnership,
    ManageAccounts,
    SeeRoles,
    SeeAudit,
}
