using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Members;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Meetings;

/// <summary>Who stays for an item and who steps out, interpreters and latecomers among them; who gets papers at all.</summary>
public sealed class RoomListTests
{
    private readonly HubMeeting meeting = new()
    {
        BodyId = World.Hub,
        StartsAt = Sitting.Morning,
        Minutes = 60,
        CutOffAt = Sitting.Morning,
    };
    private readonly Dictionary<Guid, HubMembership> members = new()
    {
        [World.PoliceMember] = Member(World.PoliceMember, World.Police, true),
        [World.CharityMember] = Member(World.CharityMember, World.Charity, true),
        [World.CouncillorMember] = Member(World.CouncillorMember, World.Council, false),
    };

    [Theory]
    [InlineData(AgendaPart.A, CaseVisibility.Hub, "", "")]
    [InlineData(AgendaPart.B, CaseVisibility.Hub, "councillor observer", "")]
    [InlineData(
        AgendaPart.B,
        CaseVisibility.NamedAgencies,
        "charity councillor observer charity's-interpreter",
        "restricted"
    )]
    public void Those_not_named_step_out_and_their_interpreters_with_them(
        AgendaPart part,
        CaseVisibility visibility,
        string stepOut,
        string restricted
    )
    {
        Come("police", World.PoliceMember);
        var charity = Come("charity", World.CharityMember);
        Come("councillor", World.CouncillorMember);
        Come("team", null, AttendeeKind.Team);
        Come("observer", null, AttendeeKind.Observer);
        Come("charity's-interpreter", null, AttendeeKind.Interpreter, charity);
        var room = RoomList.Of(meeting, members, Item(part, visibility));
        Assert.Equal(
            stepOut.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(),
            room.StepsOut.Select(one => one.Name).Order()
        );
        Assert.All(room.StepsOut, one => Assert.NotEmpty(one.Why));
        Assert.Equal(meeting.Register.Count, room.Stays.Count + room.StepsOut.Count);
        Assert.Equal(restricted.Length > 0, room.IsRestricted);
    }

    [Fact]
    public void An_interpreter_does_not_stay_alone_and_a_latecomer_waits()
    {
        var police = Come("police", World.PoliceMember);
        Come("interpreter", null, AttendeeKind.Interpreter, police);
        var item = Item(AgendaPart.B, CaseVisibility.Hub);
        Assert.Empty(RoomList.Of(meeting, members, item).StepsOut);
        police.LeftAt = Sitting.Morning;
        Assert.Equal(
            "interprets for police, who is not in this item",
            RoomList.Of(meeting, members, item).StepsOut.Single().Why
        );
        (police.LeftAt, police.WaitsItemId) = (null, item.Id);
        Assert.Contains(
            RoomList.Of(meeting, members, item).StepsOut,
            one => one is { Name: "police", Why: "came late, joins at the next item" }
        );
    }

    [Fact]
    public void Part_B_is_heard_with_an_interpreter_by_those_who_hear_it()
    {
        var police = Come("police", World.PoliceMember);
        var councillor = Come("councillor", World.CouncillorMember);
        var first = Come("first", null, AttendeeKind.Interpreter, police);
        Come("second", null, AttendeeKind.Interpreter, councillor);
        Come("observer", null, AttendeeKind.Observer);
        Assert.Equal(
            [police, first],
            PartBHearers
                .Of(meeting, new HashSet<Guid> { World.PoliceMember }, new HashSet<Guid>())
                .OrderBy(one => one.Kind)
        );
    }

    [Fact]
    public void Everyone_gets_papers_but_observers_and_interpreters_and_is_told_why() =>
        Assert.All(
            Enum.GetValues<AttendeeKind>(),
            kind =>
            {
                var verdict = AttendeeRights.Papers(kind);
                Assert.Equal(
                    kind is not (AttendeeKind.Observer or AttendeeKind.Interpreter),
                    verdict.Allowed
                );
                Assert.Equal(!verdict.Allowed, AttendeeRights.WithoutPapers.Contains(kind));
                Assert.NotEmpty(verdict.Reason);
            }
        );

    private AttendanceEntry Come(
        string name,
        Guid? member,
        AttendeeKind kind = AttendeeKind.Representative,
        AttendanceEntry? speaksFor = null
    )
    {
        var entry = new AttendanceEntry
        {
            MeetingId = meeting.Id,
            MembershipId = member,
            UserId = Guid.CreateVersion7(),
            Name = name,
            OrganisationName = name,
            Kind = kind,
            State = AttendanceState.Present,
            ArrivedAt = Sitting.Morning,
            InterpretsForId = speaksFor?.Id,
            InterpretsForName = speaksFor?.Name ?? "",
        };
        meeting.Register.Add(entry);
        return entry;
    }

    private AgendaItem Item(AgendaPart part, CaseVisibility visibility)
    {
        var matter = new HubCase
        {
            BodyId = World.Hub,
            Reference = "CSH-2026-AAAA",
            Kind = CaseKind.Person,
            Title = "A matter",
            Visibility = visibility,
            OpenedAt = Sitting.Morning,
        };
        matter.Shares.Add(
            new()
            {
                CaseId = matter.Id,
                OrganisationId = World.Police,
                Why = "leads",
            }
        );
        return new()
        {
            MeetingId = meeting.Id,
            Order = 1,
            Part = part,
            Kind = AgendaItemKind.NewCase,
            Title = "A matter",
            Minutes = 5,
            CaseId = matter.Id,
            Case = matter,
        };
    }

    private static HubMembership Member(Guid id, Guid organisation, bool sees) =>
        new()
        {
            Id = id,
            BodyId = World.Hub,
            Name = "Member",
            Kind = MemberKind.Organisation,
            OrganisationId = organisation,
            SeesCases = sees,
        };
}
