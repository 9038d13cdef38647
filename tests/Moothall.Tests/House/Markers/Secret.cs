using Moothall.Tests.Hosting;
using static Moothall.Tests.Hosting.People;

namespace Moothall.Tests.House.Markers;

/// <summary>
/// What is kept from some: each row of <see cref="Readers"/> says who sees it, written from the settled questions and not asked
/// of the product. A case's <c>Name</c> is its title, reference, names and addresses, which members see before they sign; its
/// <c>Inside</c> is the rest (settled 9).
/// </summary>
internal enum Secret
{
    HubName,
    HubInside,
    HubResearchAhead,
    HubResearchShared,
    HubActionOfHousing,
    PoliceName,
    PoliceInside,
    PoliceResearch,
    PoliceActionOfCharity,
    PeopleName,
    PeopleInside,
    PeopleResearch,
    PeopleActionOfCharity,
    ConflictName,
    ConflictInside,
    ConflictResearch,
    ConflictActionOfPolice,
    PreparedName,
    PreparedInside,
    Preparation,
    ReferralOfPolice,
    ReferralOfCharity,
    ReferralOfHousing,
    ReferralForPeople,
    ReferralForConflict,
    ReferralPrepared,
    FilesForPeople,
    FilesForConflict,
    FilesPrepared,
    DraftOfPolice,
    SearchOfPolice,
    ProtectedValue,
    AddressMadeProtected,
    ConcernOnHub,
    ConcernOnPeople,
    ConcernAboutMember,
    AgendaPartA,
    AgendaPartB,
    AddedAfterPublication,
    SaidInPartA,
    SaidInPartB,
    MinutesForGuest,
    MinutesPartA,
    MinutesPartB,
    MinutesOnHub,
    MinutesOnPolice,
    MinutesOnPeople,
    MinutesOnConflict,
    MinutesDraft,
    MinutesDraftPartA,
    CopyOfHousing,
    MessageToTeam,
    FileOfAction,
    SheetOfHousing,
    PastMinutes,
    ListBroughtIn,
    ListOfCarys,
    Plan,
    PlanBeingLookedAt,
    PageInDraft,
    PageWithdrawn,
    Initiative,
    Occasion,
    BodyWork,
    BodyDraft,
    BodyMembersPaper,
    ReportDraft,
    ReportOfBoard,
    ReportIssued,
    ScrutinyWork,
    ScrutinyRequest,
    ScrutinyGate,
}

/// <summary>Who sees which secret.</summary>
internal static class Readers
{
    private static readonly Person[] Team = [Coordinator, SecondCoordinator, Manager];
    private static readonly Person[] Runs = [.. Team, Chair];

    // The hub's members who hear cases. Petra and Zainab have signed today's agreement; Dominic and Hannah have not.
    private static readonly Person[] Members = [People.Police, PoliceDeputy, Housing, Charity];
    private static readonly Person[] Signed = [People.Police, Charity];

    /// <summary>Everyone who sees it; whoever is not named sees it nowhere.</summary>
    public static readonly IReadOnlyDictionary<Secret, Person[]> Of = new Dictionary<
        Secret,
        Person[]
    >
    {
        // Open to the hub and on a published agenda (settled 9).
        [Secret.HubName] = [.. Runs, .. Members],
        [Secret.HubInside] = [.. Runs, .. Signed],
        // Research belongs to the agency that gave it until the meeting it was given for.
        [Secret.HubResearchAhead] = [.. Runs, Housing],
        [Secret.HubResearchShared] = [.. Runs, Housing, .. Signed],
        // One's own actions need no signature (settled 9).
        [Secret.HubActionOfHousing] = [.. Runs, Housing, .. Signed],
        // Open to the police by name.
        [Secret.PoliceName] = [.. Runs, People.Police, PoliceDeputy],
        [Secret.PoliceInside] = [.. Runs, People.Police],
        [Secret.PoliceResearch] = [.. Runs, People.Police, PoliceDeputy],
        [Secret.PoliceActionOfCharity] = [.. Runs, People.Police, Charity],
        // Open to Sunil and Zainab by name, and to nobody by office.
        [Secret.PeopleName] = [SecondCoordinator, Charity],
        [Secret.PeopleInside] = [SecondCoordinator, Charity],
        [Secret.PeopleResearch] = [SecondCoordinator, Charity],
        [Secret.PeopleActionOfCharity] = [SecondCoordinator, Charity],
        // Open to the hub; Carys, Clive and Petra are shut out of it.
        [Secret.ConflictName] = [SecondCoordinator, Manager, PoliceDeputy, Housing, Charity],
        [Secret.ConflictInside] = [SecondCoordinator, Manager, Charity],
        [Secret.ConflictResearch] = [SecondCoordinator, Manager, PoliceDeputy, Charity],
        [Secret.ConflictActionOfPolice] = [SecondCoordinator, Manager, PoliceDeputy, Charity],
        // Accepted for a meeting whose agenda nobody has published.
        [Secret.PreparedName] = Runs,
        [Secret.PreparedInside] = Runs,
        [Secret.Preparation] = Runs,
        [Secret.ReferralOfPolice] = [.. Runs, People.Police, PoliceDeputy],
        [Secret.ReferralOfCharity] = [.. Runs, Charity],
        // Not the councillor, though she belongs to the council too: no case access (settled 3).
        [Secret.ReferralOfHousing] = [.. Runs, Housing],
        // What was referred is part of the case once it is one; its files stay with those who see the referral.
        [Secret.ReferralForPeople] = [SecondCoordinator, Charity, People.Police],
        [Secret.ReferralForConflict] = [SecondCoordinator, Manager, Housing, Charity],
        [Secret.ReferralPrepared] = [.. Runs, People.Police, PoliceDeputy],
        [Secret.FilesForPeople] = [SecondCoordinator, People.Police],
        [Secret.FilesForConflict] = [SecondCoordinator, Manager, Housing],
        [Secret.FilesPrepared] = [.. Runs, People.Police, PoliceDeputy],
        [Secret.DraftOfPolice] = [People.Police],
        // Nobody can tell which part of an old paper is whose; a list being brought in is its bringer's alone. The number of one
        // that was tells nothing about anybody, and stands in the audit.
        [Secret.PastMinutes] = Runs,
        [Secret.ListBroughtIn] = [.. Team, DataProtection],
        [Secret.ListOfCarys] = [Coordinator],
        // A plan holds nobody's case: whoever works for a partner reads it, and the team alone what is not a plan yet.
        [Secret.Plan] = [.. Runs, .. Members, Lapsed, Councillor, Analyst],
        [Secret.PlanBeingLookedAt] = Team,
        // A page for everybody is everybody's only between its publication and its withdrawal.
        [Secret.PageInDraft] = Team,
        [Secret.PageWithdrawn] = Team,
        // What partners do and when: for whoever works for one, and nobody's case.
        [Secret.Initiative] = [.. Runs, .. Members, Lapsed, Councillor, Analyst],
        [Secret.Occasion] = [.. Runs, .. Members, Lapsed, Councillor, Analyst],
        // A draft is the team's; a board's papers are the partners', and what is issued for those outside is theirs too.
        [Secret.ReportDraft] = Team,
        [Secret.ReportOfBoard] = [.. Runs, .. Members, Lapsed, Councillor, Analyst],
        [Secret.ReportIssued] =
        [
            .. Runs,
            .. Members,
            Lapsed,
            Councillor,
            Analyst,
            People.Scrutiny,
            People.Commissioner,
        ],
        // The work of a body is every partner's; its drafts and forms are the team's, and a paper for its members theirs.
        [Secret.BodyWork] = [.. Runs, .. Members, Lapsed, Councillor, Analyst],
        [Secret.BodyDraft] = Team,
        [Secret.BodyMembersPaper] = [.. Team, People.Police],
        // What the committee said and what was replied to it is for it, every partner and the local policing body; what it asked
        // and was given is its own and the team's; what was weighed before is the team's.
        [Secret.ScrutinyWork] =
        [
            .. Runs,
            .. Members,
            Lapsed,
            Councillor,
            Analyst,
            People.Scrutiny,
            People.Commissioner,
        ],
        [Secret.ScrutinyRequest] = [.. Team, People.Scrutiny],
        [Secret.ScrutinyGate] = Team,
        [Secret.SearchOfPolice] = [People.Police],
        [Secret.ProtectedValue] = [Charity],
        [Secret.AddressMadeProtected] = [],
        [Secret.ConcernOnHub] = [Manager, Housing],
        [Secret.ConcernOnPeople] = [Charity],
        [Secret.ConcernAboutMember] = [Manager, People.Police],
        // Part A is for every current member; guests see their own items (settled 3).
        [Secret.AgendaPartA] = [.. Runs, .. Members, Councillor],
        [Secret.AgendaPartB] = [.. Runs, .. Members],
        [Secret.AddedAfterPublication] = Runs,
        // What was said opens with the signature and the register (settled 9).
        [Secret.SaidInPartA] = [.. Runs, .. Signed],
        [Secret.SaidInPartB] = [.. Runs, .. Signed],
        // Released minutes: members, approvers, invitees for their own items (settled 10).
        [Secret.MinutesForGuest] = [.. Runs, Approver, .. Members, Councillor, Guest],
        [Secret.MinutesPartA] = [.. Runs, Approver, .. Members, Councillor],
        [Secret.MinutesPartB] = [.. Runs, Approver, .. Members],
        [Secret.MinutesOnHub] = [.. Runs, Approver, .. Members],
        [Secret.MinutesOnPolice] = [.. Runs, Approver, People.Police, PoliceDeputy],
        [Secret.MinutesOnPeople] = [SecondCoordinator, Charity],
        [Secret.MinutesOnConflict] =
        [
            SecondCoordinator,
            Manager,
            Approver,
            PoliceDeputy,
            Housing,
            Charity,
        ],
        [Secret.MinutesDraft] = [.. Team, Approver],
        [Secret.MinutesDraftPartA] = [.. Team, Approver],
        // A copy as it went holds every section, so only who may read them all opens it.
        [Secret.CopyOfHousing] = [SecondCoordinator],
        // What partners e-mail is the team's alone until it becomes something.
        [Secret.MessageToTeam] = Team,
        [Secret.FileOfAction] = [.. Runs, Housing, .. Signed],
        // A sheet as it went told of the case that Carys is shut out of.
        [Secret.SheetOfHousing] = [SecondCoordinator, Manager],
    };
}
