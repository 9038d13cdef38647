using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Circulation;

/// <summary>The rows of the held meeting.</summary>
internal static partial class HeldMeeting
{
    private static IEnumerable<HubCase> Cases()
    {
        yield return Case(OpenCase, OpenReference, OpenTitle, CaseVisibility.Hub);
        var police = Case(
            PoliceCase,
            RestrictedReference,
            Restricted,
            CaseVisibility.NamedAgencies
        );
        police.Shares.Add(
            new()
            {
                CaseId = PoliceCase,
                OrganisationId = World.Police,
                Why = "Leads the investigation",
            }
        );
        yield return police;
    }

    private static HubCase Case(
        Guid id,
        string reference,
        string title,
        CaseVisibility visibility
    ) =>
        new()
        {
            Id = id,
            BodyId = World.Hub,
            Reference = reference,
            Kind = CaseKind.Person,
            Title = title,
            OpenedAt = Afternoon.AddDays(-7),
            Visibility = visibility,
        };

    private static AgendaItem Item(
        Guid id,
        AgendaPart part,
        AgendaItemKind kind,
        int order,
        string title,
        Guid? caseId
    ) =>
        new()
        {
            Id = id,
            MeetingId = World.NextMeeting,
            Part = part,
            Kind = kind,
            Order = order,
            Title = title,
            Minutes = 5,
            CaseId = caseId,
        };

    private static AttendanceEntry Invitee(Person person, AttendanceState state) =>
        new()
        {
            MeetingId = World.NextMeeting,
            UserId = person.Id,
            Name = person.Name,
            OrganisationName = "Arcade traders",
            Kind = AttendeeKind.Invitee,
            State = state,
        };

    private static Minutes Draft()
    {
        var minutes = new Minutes
        {
            MeetingId = World.NextMeeting,
            CreatedAt = Afternoon,
            Title = "Community Safety Hub: minutes of Tuesday 24 November 2026",
        };
        minutes.Sections.AddRange([
            Section(minutes, 1, MinutesSectionKind.Meeting, "Meeting", "Chair: Clive Hartley"),
            Section(minutes, 2, MinutesSectionKind.Register, "Attendance", "Present: eleven"),
            Section(minutes, 3, MinutesSectionKind.Item, PartA, "It goes on.", ItemA),
            Section(
                minutes,
                4,
                MinutesSectionKind.Item,
                $"{OpenReference}: {OpenTitle}",
                $"{PersonName}, born {BirthDate}, of {Address}, was spoken to.",
                OpenItem,
                OpenCase
            ),
            Section(
                minutes,
                5,
                MinutesSectionKind.Item,
                RestrictedReference,
                Restricted,
                PoliceItem,
                PoliceCase
            ),
        ]);
        return minutes;
    }

    private static MinutesSection Section(
        Minutes minutes,
        int order,
        MinutesSectionKind kind,
        string heading,
        string text,
        Guid? item = null,
        Guid? caseId = null
    ) =>
        new()
        {
            MinutesId = minutes.Id,
            Order = order,
            Kind = kind,
            Heading = heading,
            Text = text,
            ItemId = item,
            CaseId = caseId,
            InPartB = caseId is not null,
        };
}
