using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Audit;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Cases;

/// <summary>Cases for tests, and what happens round them.</summary>
internal static class CaseSample
{
    /// <summary>A reference of its own for each number.</summary>
    public static string Reference(int number)
    {
        var left = number;
        return HumanReference.Compose(
            "CSH",
            2026,
            size =>
            {
                var digit = left % size;
                left /= size;
                return digit;
            }
        );
    }

    /// <summary>A case of the hub.</summary>
    public static HubCase Case(
        int number,
        string title = "Noise at the arcade",
        CaseVisibility visibility = CaseVisibility.Hub,
        CaseKind kind = CaseKind.Person
    ) =>
        new()
        {
            BodyId = World.Hub,
            Reference = Reference(number),
            Kind = kind,
            Title = title,
            Visibility = visibility,
            OpenedAt = TestClock.MondayMorning.AddDays(-30).AddMinutes(number),
        };

    /// <summary>A person of a case.</summary>
    public static CasePerson Person(
        HubCase hubCase,
        string given,
        string family,
        DateOnly? born = null,
        string address = "",
        string postcode = ""
    ) =>
        new()
        {
            CaseId = hubCase.Id,
            Role = PersonRole.Victim,
            GivenNames = given,
            FamilyName = family,
            DateOfBirth = born,
            Address = address,
            Postcode = postcode,
        };

    /// <summary>Names a person who may see the case.</summary>
    public static CaseShare Share(HubCase hubCase, Person person) =>
        new()
        {
            CaseId = hubCase.Id,
            UserId = person.Id,
            Why = "Works on it",
        };

    /// <summary>Puts the case on the agenda of the next meeting.</summary>
    public static AgendaItem Item(HubCase hubCase, Guid meetingId, int order = 1) =>
        new()
        {
            MeetingId = meetingId,
            Part = AgendaPart.B,
            Kind = AgendaItemKind.ContinuingCase,
            Order = order,
            Title = hubCase.Title,
            Minutes = 5,
            CaseId = hubCase.Id,
        };

    /// <summary>Publishes the agenda of a meeting.</summary>
    public static Task PublishAsync(this Moot moot, Guid meetingId) =>
        moot.WithAsync(async db =>
            (
                await db.Set<HubMeeting>().SingleAsync(meeting => meeting.Id == meetingId)
            ).PublishedAt = TestClock.MondayMorning
        );

    /// <summary>The person's signature under the confidentiality agreement of a meeting.</summary>
    public static ConfidentialitySignature Signature(Person person, Guid meetingId) =>
        new()
        {
            MeetingId = meetingId,
            UserId = person.Id,
            Name = person.Name,
            WordingId = World.Wording,
            SignedAt = TestClock.MondayMorning,
            Manner = SigningManner.InProduct,
        };

    /// <summary>The audit, oldest first.</summary>
    public static Task<List<AuditPayload>> AuditAsync(this Moot moot) =>
        moot.WithAsync(async db =>
            (
                await db.Set<AuditContent>()
                    .OrderBy(content => content.Sequence)
                    .Select(content => content.Json)
                    .ToListAsync()
            ).ConvertAll(AuditPayload.FromJson)
        );
}
