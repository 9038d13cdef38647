using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Bodies;
using Moothall.Features.Partnership.LegalParameters;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Partnership.Settings;
using Moothall.Features.Partnership.SharingProtocols;
using Moothall.Features.Partnership.Topics;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Tests.Hosting;

/// <summary>
/// The small partnership every test starts from: a hub on Tuesdays at 10:00, its members, one person in each role, the
/// next meeting planned for 24 November 2026. Tests add their own cases and referrals.
/// </summary>
public static class World
{
    public static readonly Guid Hub = Id(1);
    public static readonly Guid Council = Id(10);
    public static readonly Guid Police = Id(11);
    public static readonly Guid Charity = Id(12);
    public static readonly Guid Landlord = Id(13);

    public static readonly Guid CommunitySafetyMember = Id(20);
    public static readonly Guid HousingMember = Id(21);
    public static readonly Guid PoliceMember = Id(22);
    public static readonly Guid CharityMember = Id(23);

    /// <summary>Its protocol was due for review last month, so its content is shut.</summary>
    public static readonly Guid LapsedMember = Id(24);
    public static readonly Guid CouncillorMember = Id(25);

    public static readonly Guid Wording = Id(30);
    public static readonly Guid AntiSocialBehaviour = Id(40);
    public static readonly Guid DomesticAbuse = Id(41);
    public static readonly Guid Arson = Id(42);

    /// <summary>The meeting of Tuesday 24 November 2026 at 10:00, cut-off Monday at 12:00.</summary>
    public static readonly Guid NextMeeting = Id(50);

    /// <summary>The one after it, on 1 December.</summary>
    public static readonly Guid MeetingAfter = Id(51);

    /// <summary>The password of everyone here who signs in by hand.</summary>
    public const string Password = "correct horse battery staple";

    private static readonly DateOnly Start = new(2026, 1, 1);

    private static Guid Id(int number) => new($"00000000-0000-7000-8000-{number:d12}");

    /// <summary>Writes the partnership into an empty database.</summary>
    public static async Task WriteAsync(MoothallDb db)
    {
        db.AddRange(Setting());
        db.AddRange(Organisations());
        db.AddRange(Members());
        db.AddRange(People.All.Select(person => person.ToUser(Start)));
        db.AddRange(Meetings());
        await db.SaveChangesAsync();
    }

    private static IEnumerable<Record> Setting() =>
        [
            new PartnershipSettings
            {
                Name = "Testbourne Community Safety Partnership",
                AreaName = "Testbourne",
                ProtocolName = "One Testshire Information Sharing Protocol",
                TeamTelephone = "01632 960100",
            },
            new GovernanceBody
            {
                Id = Hub,
                Name = "Community Safety Hub",
                Type = BodyType.Hub,
                TermsDated = Start,
                MeetsWeekly = true,
                Times = new() { Venue = "Council chamber" },
            },
            new ConfidentialityWording
            {
                Id = Wording,
                Number = 1,
                From = Start,
                Statements =
                    "First statement.\nSecond statement.\nThird statement.\nFourth statement.\nFifth statement.",
            },
            Subject(AntiSocialBehaviour, "Anti-Social Behaviour", CaseVisibility.Hub, 4),
            Subject(Arson, "Arson", CaseVisibility.Hub, 5),
            Subject(DomesticAbuse, "Domestic Abuse", CaseVisibility.NamedAgencies, 15),
            new Priority
            {
                Name = "Anti-social behaviour",
                Abbreviation = "ASB",
                Source = PrioritySource.Partnership,
            },
            new LegalParameter
            {
                Key = "hub.max_duration",
                Meaning = "Longest meeting unless there is a guest speaker",
                Value = "60",
                Unit = "minutes",
                Source = "Terms of reference 3.1",
                EffectiveFrom = Start,
            },
        ];

    private static Topic Subject(Guid id, string label, CaseVisibility visibility, int order) =>
        new()
        {
            Id = id,
            Label = label,
            Kind = TopicKind.Problem,
            DefaultVisibility = visibility,
            Order = order,
        };

    private static IEnumerable<Record> Organisations() =>
        [
            new Organisation
            {
                Id = Council,
                Name = "Testbourne Council",
                IsResponsibleAuthority = true,
            },
            new Organisation
            {
                Id = Police,
                Name = "Testshire Police",
                IsResponsibleAuthority = true,
            },
            new Organisation { Id = Charity, Name = "Harbour" },
            new Organisation { Id = Landlord, Name = "Testbourne Homes" },
        ];

    private static IEnumerable<Record> Members() =>
        [
            Member(
                CommunitySafetyMember,
                "Testbourne Council - Community Safety",
                Council,
                1,
                People.Coordinator,
                People.SecondCoordinator
            ),
            Member(
                HousingMember,
                "Testbourne Council - Housing Options",
                Council,
                2,
                People.Housing
            ),
            Member(PoliceMember, "Testshire Police", Police, 3, People.Police, People.PoliceDeputy),
            Member(CharityMember, "Domestic Abuse Support Agencies", Charity, 4, People.Charity),
            Member(LapsedMember, "Registered Social Landlords", Landlord, 5, People.Lapsed),
            Member(
                CouncillorMember,
                "Testbourne Council - Portfolio Lead for Crime",
                Council,
                6,
                People.Councillor
            ),
        ];

    private static HubMembership Member(
        Guid id,
        string name,
        Guid organisation,
        int order,
        params Person[] people
    )
    {
        var member = new HubMembership
        {
            Id = id,
            BodyId = Hub,
            Name = name,
            Kind = organisation == Council ? MemberKind.Service : MemberKind.Organisation,
            OrganisationId = organisation,
            Order = order,
            SeesCases = id != CouncillorMember,
            Basis = ProtocolBasis.Signatory,
            ProtocolDate = Start,
            ProtocolEvidence = "Signed copy held by the team",
            ProtocolReviewDate = id == LapsedMember ? new(2026, 10, 31) : new(2027, 12, 31),
        };
        foreach (var person in people)
        {
            member.Representatives.Add(
                new()
                {
                    MembershipId = id,
                    UserId = person.Id,
                    IsDeputy = person.Roles.Contains(Role.Deputy),
                    From = Start,
                }
            );
        }

        return member;
    }

    private static IEnumerable<Record> Meetings() =>
        [
            Meeting(NextMeeting, new(2026, 11, 24, 10, 0, 0, DateTimeKind.Utc)),
            Meeting(MeetingAfter, new(2026, 12, 1, 10, 0, 0, DateTimeKind.Utc)),
        ];

    private static HubMeeting Meeting(Guid id, DateTime start) =>
        new()
        {
            Id = id,
            BodyId = Hub,
            StartsAt = start,
            Minutes = 60,
            CutOffAt = start.AddHours(-22),
            Place = "Council chamber",
            ChairId = People.Chair.Id,
            ChairName = People.Chair.Name,
        };
}
