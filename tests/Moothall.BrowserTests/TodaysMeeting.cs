using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Bodies;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;

namespace Moothall.BrowserTests;

/// <summary>A published hub that begins now, written beside the demonstration's own data.</summary>
internal static class TodaysMeeting
{
    public static async Task<Guid> WriteAsync(string file)
    {
        var actor = new AuditActor();
        actor.BeJob("test", "a meeting for today");
        await using var db = new SqliteMoothallDb(
            new DbContextOptionsBuilder<SqliteMoothallDb>()
                .UseSqlite(new DatabaseAddress(file).ConnectionString)
                .Options,
            actor,
            new AuditAppender(TimeProvider.System),
            new WriteGate()
        );
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var hub = await db.Set<GovernanceBody>().FirstAsync(body => body.Type == BodyType.Hub);
        var chair = await db.Set<User>()
            .OrderBy(user => user.Name)
            .FirstAsync(user => user.Grants.Any(grant => grant.Role == Role.Chair));
        var members = await db.Set<HubMembership>()
            .Where(member => member.BodyId == hub.Id)
            .OrderBy(member => member.Order)
            .ToListAsync();
        foreach (var member in members.Where(member => member.Basis is null))
        {
            (member.Basis, member.ProtocolDate) = (
                ProtocolBasis.Signatory,
                DateOnly.FromDateTime(now).AddMonths(-3)
            );
        }

        var owner = members[0];
        var meeting = new HubMeeting
        {
            BodyId = hub.Id,
            StartsAt = now,
            Minutes = 60,
            CutOffAt = now.AddDays(-1),
            PublishedAt = now.AddDays(-1),
            Publication = 1,
            Place = "Council chamber",
            ChairId = chair.Id,
            ChairName = chair.Name,
        };
        var matter = new HubCase
        {
            BodyId = hub.Id,
            Reference = "CSH-2026-LIVE",
            Kind = CaseKind.Person,
            Title = "Noise at night and a tenancy at risk",
            OpenedAt = now.AddDays(-9),
        };
        matter.People.Add(
            new()
            {
                CaseId = matter.Id,
                Role = PersonRole.Victim,
                GivenNames = "Ann",
                FamilyName = "Zebulonfirth",
                DateOfBirth = new(1970, 5, 1),
                Address = "4 Mill Lane",
            }
        );
        meeting.Items.AddRange([
            Item(meeting, 1, AgendaPart.A, AgendaItemKind.Welcome, "Welcome and apologies"),
            Item(meeting, 2, AgendaPart.A, AgendaItemKind.Urgent, "Scooters in the park"),
            Item(meeting, 3, AgendaPart.B, AgendaItemKind.Actions, "Open actions"),
            Item(
                meeting,
                4,
                AgendaPart.B,
                AgendaItemKind.NewCase,
                $"{matter.Reference}: {matter.Title}",
                matter.Id
            ),
            Item(meeting, 5, AgendaPart.B, AgendaItemKind.AnyOther, "Any other business"),
        ]);
        var next = new HubMeeting
        {
            BodyId = hub.Id,
            StartsAt = now.AddDays(7),
            Minutes = 60,
            CutOffAt = now.AddDays(6),
        };
        db.AddRange(matter, meeting, next);
        await db.SaveChangesAsync();
        db.Add(
            new HubAction
            {
                BodyId = hub.Id,
                CaseId = matter.Id,
                MeetingId = meeting.Id,
                Text = "Visit the flat with the landlord",
                OwnerMembershipId = owner.Id,
                OwnerName = owner.Name,
                Due = DateOnly.FromDateTime(now).AddDays(-2),
                AgreedAt = now.AddDays(-7),
            }
        );
        await db.SaveChangesAsync();
        return meeting.Id;
    }

    private static AgendaItem Item(
        HubMeeting meeting,
        int order,
        AgendaPart part,
        AgendaItemKind kind,
        string title,
        Guid? caseId = null
    ) =>
        new()
        {
            MeetingId = meeting.Id,
            Order = order,
            Part = part,
            Kind = kind,
            Title = title,
            Minutes = 10,
            CaseId = caseId,
        };
}
