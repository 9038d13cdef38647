using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Data;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>
/// A hub that has just ended: a speaker in part A, a case open to the hub, a case of named agencies with a planted marker, a case
/// that was not reached, actions new and unchanged, an invitee for the speaker's item only.
/// </summary>
internal static class EndedMeeting
{
    public const string Marker = "MARKER-RESTRICTED";
    public const string Address = "/Minutes/00000000-0000-7000-8000-000000000050";

    public static readonly DateTime End = new(2026, 11, 24, 10, 52, 0, DateTimeKind.Utc);
    public static readonly Guid Speaker = Id(101);
    public static readonly Guid OpenItem = Id(102);
    public static readonly Guid RestrictedItem = Id(103);
    public static readonly Guid NotReachedItem = Id(104);
    public static readonly Guid OpenCase = Id(111);
    public static readonly Guid RestrictedCase = Id(112);
    public static readonly Guid NotReachedCase = Id(113);
    public static readonly Guid QuietCase = Id(114);

    /// <summary>A case of the hub that this meeting said nothing about.</summary>
    public static readonly Guid ElsewhereCase = Id(115);

    private static Guid Id(int number) => new($"00000000-0000-7000-8000-{number:d12}");

    /// <summary>Holds the meeting, with a name in the chair's words where one is wanted.</summary>
    public static async Task HoldAsync(Moot moot, string summary = "Joint visit agreed.")
    {
        moot.Clock.Set(End.AddMinutes(5));
        await moot.WithAsync(async db =>
        {
            db.AddRange(Cases());
            await db.SaveChangesAsync();
            var meeting = await db.Set<HubMeeting>().SingleAsync(m => m.Id == World.NextMeeting);
            (meeting.Status, meeting.StartedAt, meeting.EndedAt) = (
                MeetingStatus.Ended,
                meeting.StartsAt.AddMinutes(2),
                End
            );
            (meeting.PublishedAt, meeting.ProtocolExplainedAt) = (
                TestClock.MondayMorning,
                meeting.StartsAt.AddMinutes(3)
            );
            meeting.Items.AddRange(Items(summary));
            meeting.Register.AddRange(Register());
            db.AddRange(Actions());
        });
    }

    /// <summary>Has the draft written at the coordinator's first look.</summary>
    public static async Task<Page> DraftAsync(Moot moot)
    {
        using var carys = await moot.AsAsync(People.Coordinator);
        return await carys.GetAsync(Address);
    }

    /// <summary>Holds, drafts and signs twice.</summary>
    public static async Task ReleaseAsync(Moot moot)
    {
        await HoldAsync(moot);
        await DraftAsync(moot);
        await SignAsync(moot, People.Coordinator);
        await SignAsync(moot, People.SecondCoordinator);
    }

    /// <summary>Opens the signing page and presses the button.</summary>
    public static async Task<Page> SignAsync(Moot moot, Person person)
    {
        using var browser = await moot.AsAsync(person);
        return await browser.PostAsync(await browser.GetAsync($"{Address}/Sign"), "Sign these");
    }

    /// <summary>The minutes as the database has them.</summary>
    public static Task<Minutes> MinutesAsync(Moot moot) => moot.WithAsync(db => LoadAsync(db));

    /// <summary>The minutes with sections, signatures and readings.</summary>
    public static Task<Minutes> LoadAsync(MoothallDb db) =>
        db.Set<Minutes>()
            .Include(m => m.Sections)
            .Include(m => m.Signatures)
            .Include(m => m.Readings)
            .AsSplitQuery()
            .SingleAsync();

    private static IEnumerable<Record> Cases()
    {
        var open = Case(OpenCase, "CSH-2026-AAAA", "Noise in a block of flats", CaseVisibility.Hub);
        open.People.Add(
            new()
            {
                CaseId = OpenCase,
                Role = PersonRole.AllegedPerpetrator,
                GivenNames = "Terence",
                FamilyName = "Quill",
            }
        );
        var restricted = Case(
            RestrictedCase,
            "CSH-2026-BBBB",
            $"{Marker}-title",
            CaseVisibility.NamedAgencies
        );
        restricted.Shares.Add(
            new()
            {
                CaseId = RestrictedCase,
                OrganisationId = World.Police,
                Why = "leads",
            }
        );
        yield return open;
        yield return restricted;
        yield return Case(NotReachedCase, "CSH-2026-CCCC", "Fires in a park", CaseVisibility.Hub);
        yield return Case(QuietCase, "CSH-2026-DDDD", "Graffiti", CaseVisibility.NamedAgencies);
        var elsewhere = Case(ElsewhereCase, "CSH-2026-EEEE", "Parcels taken", CaseVisibility.Hub);
        elsewhere.People.Add(
            new()
            {
                CaseId = ElsewhereCase,
                Role = PersonRole.Complainant,
                GivenNames = "Wilhelmina",
                FamilyName = "Oduya",
            }
        );
        yield return elsewhere;
    }

    private static HubCase Case(Guid id, string reference, string title, CaseVisibility who) =>
        new()
        {
            Id = id,
            BodyId = World.Hub,
            Reference = reference,
            Kind = CaseKind.Place,
            Title = title,
            Visibility = who,
            OpenedAt = TestClock.MondayMorning,
        };

    private static IEnumerable<AgendaItem> Items(string summary)
    {
        var open = Item(OpenItem, 2, "CSH-2026-AAAA: Noise in a block of flats", OpenCase);
        (open.Summary, open.Decision, open.Dissent) = (
            summary,
            "Keep open.",
            "Housing would warn first."
        );
        open.Shared.Add(
            new()
            {
                ItemId = OpenItem,
                OrganisationName = "Testshire Police",
                RecordedByName = People.Police.Name,
                At = End.AddMinutes(-30),
                Text = "Seven calls in two months.",
                Handling = "Not to be repeated to the tenant",
            }
        );
        var restricted = Item(RestrictedItem, 3, $"CSH-2026-BBBB: {Marker}-title", RestrictedCase);
        restricted.Summary = $"{Marker}-summary";
        var missed = Item(NotReachedItem, 4, "CSH-2026-CCCC: Fires in a park", NotReachedCase);
        missed.Outcome = ItemOutcome.NotReached;
        var speaker = new AgendaItem
        {
            Id = Speaker,
            MeetingId = World.NextMeeting,
            Part = AgendaPart.A,
            Kind = AgendaItemKind.GuestSpeaker,
            Order = 1,
            Title = "Guest speaker: scams",
            Minutes = 10,
            Outcome = ItemOutcome.Discussed,
            Summary = "Leaflets are coming.",
        };
        return [speaker, open, restricted, missed];
    }

    private static AgendaItem Item(Guid id, int order, string title, Guid caseId) =>
        new()
        {
            Id = id,
            MeetingId = World.NextMeeting,
            Part = AgendaPart.B,
            Kind = AgendaItemKind.NewCase,
            Order = order,
            Title = title,
            Minutes = 5,
            CaseId = caseId,
            Outcome = ItemOutcome.Discussed,
        };

    private static IEnumerable<AttendanceEntry> Register()
    {
        yield return Present(World.PoliceMember, People.PoliceDeputy, AttendeeKind.Deputy);
        yield return Present(World.CommunitySafetyMember, People.Coordinator, AttendeeKind.Team);
        yield return new()
        {
            MeetingId = World.NextMeeting,
            MembershipId = World.HousingMember,
            UserId = People.Housing.Id,
            Name = People.Housing.Name,
            OrganisationName = "Housing Options",
            Kind = AttendeeKind.Representative,
            State = AttendanceState.Apologies,
        };
        var guest = Present(null, People.Guest, AttendeeKind.GuestSpeaker);
        guest.Items.Add(new() { EntryId = guest.Id, ItemId = Speaker });
        yield return guest;
    }

    private static AttendanceEntry Present(Guid? member, Person person, AttendeeKind kind) =>
        new()
        {
            MeetingId = World.NextMeeting,
            MembershipId = member,
            UserId = person.Id,
            Name = person.Name,
            OrganisationName = "Agency",
            Kind = kind,
            State = AttendanceState.Present,
            ArrivedAt = End.AddMinutes(-55),
            LeftAt = kind == AttendeeKind.GuestSpeaker ? End.AddMinutes(-40) : null,
        };

    private static IEnumerable<HubAction> Actions() =>
        [
            Action(World.NextMeeting, OpenCase, "Visit jointly", End.AddMinutes(-20)),
            Action(World.MeetingAfter, OpenCase, "Ring on Fridays", End.AddDays(-7)),
            Action(World.MeetingAfter, QuietCase, $"{Marker}-action", End.AddDays(-7)),
        ];

    private static HubAction Action(Guid meeting, Guid caseId, string text, DateTime agreed) =>
        new()
        {
            BodyId = World.Hub,
            CaseId = caseId,
            MeetingId = meeting,
            Text = text,
            OwnerMembershipId = World.PoliceMember,
            OwnerName = People.Police.Name,
            Due = new(2026, 12, 1),
            AgreedAt = agreed,
        };
}
