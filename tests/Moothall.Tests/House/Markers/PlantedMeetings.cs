using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Withdrawals;
using Moothall.Platform.Data;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.House.Markers;

/// <summary>The meetings with their agendas.</summary>
internal sealed partial class PlantedWorld
{
    private async Task AddMeetingsAsync(MoothallDb db)
    {
        db.AddRange(
            Meeting(LastWeek, Now.AddDays(-7), MeetingStatus.Ended),
            Meeting(WeekBefore, Now.AddDays(-14), MeetingStatus.Ended),
            Meeting(Prepared, Now.AddDays(14), MeetingStatus.Planned)
        );
        db.Add(
            new Withdrawal
            {
                Id = Withdrawn,
                MembershipId = World.LapsedMember,
                MemberName = "Registered Social Landlords",
                UserId = People.Lapsed.Id,
                PersonName = People.Lapsed.Name,
                Why = "A mistake",
                At = Now.AddDays(-20),
                ByName = People.Coordinator.Name,
                UndoneAt = Now.AddDays(-19),
            }
        );
        await AddLiveAsync(db);
        await AddAheadAsync(db);
        Name(
            db,
            Secret.Preparation,
            Item(Prepared, AgendaPart.A, AgendaItemKind.Campaign, 1),
            Item(Prepared, AgendaPart.B, AgendaItemKind.AnyOther, 3)
        );
        Name(
            db,
            Secret.PreparedName,
            Secret.PreparedInside,
            Item(Prepared, AgendaPart.B, AgendaItemKind.NewCase, 2, prepared)
        );
    }

    private async Task AddLiveAsync(MoothallDb db)
    {
        var meeting = await db.Set<HubMeeting>().SingleAsync(m => m.Id == World.NextMeeting);
        (meeting.Status, meeting.StartedAt, meeting.ProtocolExplainedAt) = (
            MeetingStatus.Live,
            Now.AddMinutes(-20),
            Now.AddMinutes(-19)
        );
        (meeting.PublishedAt, meeting.Publication) = (Now.AddDays(-1), 1);
        Name(
            db,
            Secret.AgendaPartA,
            Secret.SaidInPartA,
            Item(meeting.Id, AgendaPart.A, AgendaItemKind.Campaign, 1)
        );
        Name(
            db,
            Secret.AgendaPartB,
            Secret.SaidInPartB,
            Item(meeting.Id, AgendaPart.B, AgendaItemKind.AnyOther, 9)
        );
        var added = Item(meeting.Id, AgendaPart.B, AgendaItemKind.AnyOther, 8);
        added.IsDraft = true;
        Name(db, Secret.AddedAfterPublication, added);
        var current = Heard(db, meeting.Id, 2, hub, Secret.HubName, Secret.HubInside);
        Heard(db, meeting.Id, 3, police, Secret.PoliceName, Secret.PoliceInside);
        Heard(db, meeting.Id, 4, people, Secret.PeopleName, Secret.PeopleInside);
        Heard(db, meeting.Id, 5, conflict, Secret.ConflictName, Secret.ConflictInside);
        (meeting.CurrentItemId, current.StartedAt, current.RunningSince) = (
            current.Id,
            Now.AddMinutes(-5),
            Now.AddMinutes(-5)
        );
        Come(db, People.Coordinator, World.CommunitySafetyMember, AttendeeKind.Team);
        Come(db, People.SecondCoordinator, World.CommunitySafetyMember, AttendeeKind.Team);
        Come(db, People.Chair, null, AttendeeKind.Chair);
        var speaker = Come(db, People.Police, World.PoliceMember, AttendeeKind.Representative);
        Come(db, People.Charity, World.CharityMember, AttendeeKind.Representative);
        Come(db, People.Councillor, World.CouncillorMember, AttendeeKind.Representative);
        Come(db, Leaver, World.PoliceMember, AttendeeKind.Representative);
        AddFollowers(db, speaker);
    }

    // Next week's agenda was published twice: the second time without the matters the first had.
    private async Task AddAheadAsync(MoothallDb db)
    {
        var meeting = await db.Set<HubMeeting>().SingleAsync(m => m.Id == World.MeetingAfter);
        (meeting.PublishedAt, meeting.Publication) = (Now.AddHours(-1), 2);
        var item = Item(meeting.Id, AgendaPart.B, AgendaItemKind.ContinuingCase, 1, hub);
        Name(db, Secret.HubName, Secret.HubInside, item);
        var first = Publication(db, 1);
        var second = Publication(db, 2);
        Publish(db, first, Secret.AgendaPartA, AgendaPart.A, null);
        Publish(db, first, Secret.AgendaPartB, AgendaPart.B, null);
        Publish(db, first, Secret.PoliceName, AgendaPart.B, police);
        Publish(db, first, Secret.PeopleName, AgendaPart.B, people);
        Publish(db, first, Secret.ConflictName, AgendaPart.B, conflict);
        Publish(db, second, Secret.HubName, AgendaPart.B, hub, item.Id);
    }

    private static AgendaPublication Publication(MoothallDb db, int number)
    {
        var publication = new AgendaPublication
        {
            MeetingId = World.MeetingAfter,
            Number = number,
            PublishedAt = Now.AddHours(number - 3),
            ByName = People.Coordinator.Name,
        };
        db.Add(publication);
        return publication;
    }

    private void Publish(
        MoothallDb db,
        AgendaPublication publication,
        Secret secret,
        AgendaPart part,
        HubCase? one,
        Guid? item = null
    ) =>
        Name(
            db,
            secret,
            new PublishedItem
            {
                PublicationId = publication.Id,
                ItemId = item ?? Guid.CreateVersion7(),
                CaseId = one?.Id,
                Part = part,
                Order = 1,
                Title = "?",
                Minutes = 5,
            }
        );

    private AgendaItem Heard(
        MoothallDb db,
        Guid meeting,
        int order,
        HubCase one,
        Secret name,
        Secret inside
    )
    {
        var item = Item(meeting, AgendaPart.B, AgendaItemKind.NewCase, order, one);
        Name(db, name, inside, item);
        Name(
            db,
            inside,
            new SharedInformation
            {
                ItemId = item.Id,
                OrganisationName = "?",
                RecordedByName = "?",
                At = Now.AddMinutes(-2),
                Text = "?",
            }
        );
        return item;
    }

    private static AgendaItem Item(
        Guid meeting,
        AgendaPart part,
        AgendaItemKind kind,
        int order,
        HubCase? one = null
    ) =>
        new()
        {
            MeetingId = meeting,
            Part = part,
            Kind = kind,
            Order = order,
            Title = "?",
            Minutes = 5,
            CaseId = one?.Id,
            Outcome = part == AgendaPart.A ? ItemOutcome.Discussed : null,
        };

    private static AttendanceEntry Come(
        MoothallDb db,
        Person person,
        Guid? member,
        AttendeeKind kind,
        AttendanceEntry? speaksFor = null
    )
    {
        var entry = new AttendanceEntry
        {
            MeetingId = World.NextMeeting,
            MembershipId = member,
            UserId = person.Id,
            Name = person.Name,
            OrganisationName = "Agency",
            Kind = kind,
            State = AttendanceState.Present,
            ArrivedAt = Now.AddMinutes(-25),
            InterpretsForId = speaksFor?.Id,
            InterpretsForName = speaksFor?.Name ?? "",
        };
        db.Add(entry);
        db.Add(
            new ConfidentialitySignature
            {
                MeetingId = World.NextMeeting,
                UserId = person.Id,
                Name = person.Name,
                WordingId = World.Wording,
                SignedAt = Now.AddMinutes(-30),
                Manner = SigningManner.InProduct,
            }
        );
        return entry;
    }

    private static HubMeeting Meeting(Guid id, DateTime start, MeetingStatus status)
    {
        var meeting = new HubMeeting
        {
            Id = id,
            BodyId = World.Hub,
            StartsAt = start,
            Minutes = 60,
            CutOffAt = start.AddHours(-22),
            Status = status,
            ChairId = People.Chair.Id,
            ChairName = People.Chair.Name,
        };
        if (status == MeetingStatus.Ended)
        {
            (meeting.PublishedAt, meeting.StartedAt, meeting.EndedAt) = (
                start.AddDays(-1),
                start,
                start.AddHours(1)
            );
        }

        return meeting;
    }
}
