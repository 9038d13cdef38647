using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Concerns;
using Moothall.Platform.Data;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.House.Markers;

/// <summary>The cases.</summary>
internal sealed partial class PlantedWorld
{
    private HubCase hub = null!;
    private HubCase police = null!;
    private HubCase people = null!;
    private HubCase conflict = null!;
    private HubCase prepared = null!;

    private void AddCases(MoothallDb db)
    {
        hub = Case(db, Secret.HubName, Secret.HubInside, CaseVisibility.Hub);
        police = Case(db, Secret.PoliceName, Secret.PoliceInside, CaseVisibility.NamedAgencies);
        people = Case(db, Secret.PeopleName, Secret.PeopleInside, CaseVisibility.NamedPeople);
        conflict = Case(db, Secret.ConflictName, Secret.ConflictInside, CaseVisibility.Hub);
        prepared = Case(db, Secret.PreparedName, Secret.PreparedInside, CaseVisibility.Hub);
        Name(db, Secret.PoliceInside, Share(police, organisation: World.Police));
        Name(db, Secret.PeopleInside, Share(people, People.SecondCoordinator.Id));
        Name(db, Secret.PeopleInside, Share(people, People.Charity.Id));
        foreach (var shut in new[] { People.Coordinator, People.Chair, People.Police })
        {
            Name(
                db,
                Secret.ConflictInside,
                new CaseExclusion
                {
                    CaseId = conflict.Id,
                    UserId = shut.Id,
                    Why = "?",
                }
            );
        }

        Action(db, hub, Secret.HubActionOfHousing, World.HousingMember);
        Action(db, police, Secret.PoliceActionOfCharity, World.CharityMember);
        Action(db, people, Secret.PeopleActionOfCharity, World.CharityMember);
        Action(db, conflict, Secret.ConflictActionOfPolice, World.PoliceMember);
        Research(db, hub, Secret.HubResearchAhead, World.MeetingAfter, World.HousingMember);
        Research(db, hub, Secret.HubResearchShared, World.NextMeeting, World.HousingMember);
        Research(db, police, Secret.PoliceResearch, World.NextMeeting, World.PoliceMember);
        Research(db, people, Secret.PeopleResearch, World.NextMeeting, World.CharityMember);
        Research(db, conflict, Secret.ConflictResearch, World.NextMeeting, World.PoliceMember);
        Concern(db, Secret.ConcernOnHub, People.Housing, hub.Id);
        Concern(db, Secret.ConcernOnPeople, People.Charity, people.Id);
        Concern(db, Secret.ConcernAboutMember, People.Police, null, World.HousingMember);
        AddProtected(db);
    }

    private HubCase Case(MoothallDb db, Secret name, Secret inside, CaseVisibility visibility)
    {
        var one = new HubCase
        {
            BodyId = World.Hub,
            Reference = Marks.Reference("CSH", name),
            Kind = CaseKind.Person,
            Title = "?",
            Visibility = visibility,
            OpenedAt = Now.AddDays(-20),
        };
        var person = Person(one.Id, null, 1950 + (int)name);
        Name(db, name, inside, one, person);
        Name(
            db,
            name,
            inside,
            new CasePlace { CaseId = one.Id, Description = "?" },
            new PersonTelephone
            {
                PersonId = person.Id,
                Number = "?",
                Digits = $"0163296{(int)name:d4}",
            },
            new CaseNote
            {
                CaseId = one.Id,
                AuthorId = People.Coordinator.Id,
                AuthorName = "?",
                At = Now.AddDays(-3),
                Text = "?",
                IsOpinion = false,
            },
            new CaseEvent
            {
                CaseId = one.Id,
                Kind = CaseEventKind.Edited,
                At = Now.AddDays(-4),
                ByName = "?",
                Text = "?",
            }
        );
        return one;
    }

    private static CasePerson Person(Guid? caseId, Guid? referralId, int year) =>
        new()
        {
            CaseId = caseId,
            ReferralId = referralId,
            Role = PersonRole.Victim,
            GivenNames = "?",
            FamilyName = "?",
            DateOfBirth = new(year, 2, 11),
        };

    private static CaseShare Share(HubCase one, Guid? user = null, Guid? organisation = null) =>
        new()
        {
            CaseId = one.Id,
            UserId = user,
            OrganisationId = organisation,
            Why = "?",
        };

    private void Action(MoothallDb db, HubCase one, Secret secret, Guid owner)
    {
        var open = Action(one, owner);
        open.GiveToOwner(ownerIsHere: false);
        Assert.Null(open.Answer(accepts: false, "?", "?", new(), Now.AddDays(-2)));
        var closed = Action(one, owner);
        Assert.Null(closed.TakeOff(ActionStatus.Resolved, "?", LastWeek));
        Name(
            db,
            secret,
            open,
            closed,
            new ActionUpdate
            {
                ActionId = open.Id,
                At = Now.AddDays(-1),
                ByUserId = People.Coordinator.Id,
                ByName = "?",
                Progress = ReportedProgress.InProgress,
                Text = "?",
            },
            new ActionChange
            {
                ActionId = open.Id,
                At = Now.AddDays(-2),
                ByName = "?",
                Text = "?",
            }
        );
    }

    private static HubAction Action(HubCase one, Guid owner) =>
        new()
        {
            BodyId = World.Hub,
            CaseId = one.Id,
            MeetingId = LastWeek,
            Text = "?",
            OwnerMembershipId = owner,
            OwnerName = "?",
            Due = new(2026, 11, 24),
            AgreedAt = Now.AddDays(-7),
        };

    private void Research(MoothallDb db, HubCase one, Secret secret, Guid meeting, Guid member) =>
        Name(
            db,
            secret,
            new ResearchReturn
            {
                MeetingId = meeting,
                CaseId = one.Id,
                PersonId = one.People[0].Id,
                MembershipId = member,
                Answer = ResearchAnswer.Known,
                GivenByName = "?",
                GivenAt = Now.AddHours(-3),
            }
        );

    private void Concern(
        MoothallDb db,
        Secret secret,
        Person by,
        Guid? about,
        Guid? member = null
    ) =>
        Name(
            db,
            secret,
            new Concern
            {
                CaseId = about,
                MembershipId = member,
                RaisedById = by.Id,
                RaisedByName = "?",
                RaisedAt = Now.AddDays(-2),
                Text = "?",
            }
        );

    // Zainab alone may see it, though the case is open to the hub.
    private void AddProtected(MoothallDb db)
    {
        using var scope = moot.Services.CreateScope();
        var word = Marks.Word(Secret.ProtectedValue, "the protected address");
        var value = new ProtectedValue
        {
            PersonId = hub.People[0].Id,
            Kind = ProtectedKind.Address,
            Sealed = scope.ServiceProvider.GetRequiredService<ProtectedSeal>().Seal(word),
            Why = "?",
        };
        value.Readers.Add(new() { ValueId = value.Id, UserId = People.Charity.Id });
        db.Add(value);
        Marks.Know(value.Id.ToString(), Secret.HubName, "ProtectedValue.Id");
    }

    private void Name(MoothallDb db, Secret secret, params Record[] rows) =>
        Name(db, secret, secret, rows);

    private void Name(MoothallDb db, Secret name, Secret inside, params Record[] rows) =>
        db.AddRange(Marks.Fill(db.Model, name, inside, rows).AsEnumerable());
}
