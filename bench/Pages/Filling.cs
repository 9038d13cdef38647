using Microsoft.EntityFrameworkCore;
using Moothall.Bench.Matching;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Bodies;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Partnership.SharingProtocols;
using Moothall.Features.Partnership.Topics;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Referral = Moothall.Features.CommunitySafetyHub.Referrals.Referral;

namespace Moothall.Bench.Pages;

/// <summary>
/// Twenty years of a busy hub on top of the demonstration: every case with a person, two notes, three actions and two hearings; one in
/// ten still open; two hundred people in twenty-five agencies. Saved as the product saves, audit and all.
/// </summary>
internal sealed class Filling(DatabaseAddress address, int cases)
{
    private const int Years = 20;
    private const int People = 200;
    private const int Agencies = 25;
    private const int Together = 250;

    private readonly Dice dice = new(20261122);
    private List<HubMeeting> meetings = [];
    private List<HubMembership> members = [];
    private List<Topic> topics = [];
    private List<Priority> priorities = [];
    private List<string> taken = [];
    private GovernanceBody hub = null!;
    private User writer = null!;

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    public async Task RunAsync()
    {
        await using (var db = Open())
        {
            hub = await db.Set<GovernanceBody>().FirstAsync(body => body.Type == BodyType.Hub);
            topics = await db.Set<Topic>().AsNoTracking().ToListAsync();
            taken =
            [
                .. await db.Set<HubCase>().Select(one => one.Reference).ToListAsync(),
                .. (await db.Set<Referral>().Select(one => one.Reference).ToListAsync()).Select(
                    one => one.Replace("REF", "CSH", StringComparison.Ordinal)
                ),
            ];
            writer = await db.Set<User>()
                .AsNoTracking()
                .FirstAsync(user => user.Grants.Any(grant => grant.Role == Role.Coordinator));
            await AddAgenciesAsync(db);
            await AddPeopleAsync(db);
            await AddMeetingsAsync(db);
            await FilledPlan.WriteAsync(db, dice, Now);
            priorities = await db.Set<Priority>().AsNoTracking().ToListAsync();
        }

        var made = new FilledCases(
            dice,
            hub,
            writer,
            members,
            topics,
            priorities,
            meetings,
            taken,
            cases
        );
        for (var done = 0; done < cases; done += Together)
        {
            await using var db = Open();
            db.AttachRange(topics);
            db.AttachRange(priorities);
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            for (var one = done; one < Math.Min(done + Together, cases); one++)
            {
                made.Add(db, one);
            }

            await db.SaveChangesAsync();
        }

        await using (var db = Open())
        {
            await StartMeetingAsync(db);
        }

        await using var last = Open();
        await last.Database.ExecuteSqlRawAsync(address.IsPostgres ? "VACUUM ANALYZE" : "ANALYZE");
    }

    /// <summary>A context whose saves are a named job's.</summary>
    public MoothallDb Open() => DirectDatabase.Open(address, "filling a database");

    private async Task AddAgenciesAsync(MoothallDb db)
    {
        var have = await db.Set<Organisation>().CountAsync();
        db.AddRange(
            Enumerable
                .Range(have, Math.Max(0, Agencies - have))
                .Select(number => new Organisation { Name = $"Agency {number + 1}" })
        );
        members = await db.Set<HubMembership>()
            .Where(member => member.BodyId == hub.Id && member.SeesCases)
            .Include(member => member.Representatives)
            .ToListAsync();
        await db.SaveChangesAsync();
    }

    private async Task AddPeopleAsync(MoothallDb db)
    {
        var have = await db.Set<User>().CountAsync();
        for (var number = have; number < People; number++)
        {
            var member = members[number % members.Count];
            var user = new User
            {
                Id = Guid.CreateVersion7(),
                Name = $"{Names.Given(dice)} {Names.Family(dice)}",
                UserName = $"person{number}@bench.example",
                OrganisationId = member.OrganisationId,
            };
            user.Give(Role.Deputy, new(2006, 1, 2));
            db.Add(user);
            member.Representatives.Add(
                new()
                {
                    MembershipId = member.Id,
                    UserId = user.Id,
                    IsDeputy = true,
                    From = new(2006, 1, 2),
                }
            );
        }

        await db.SaveChangesAsync();
    }

    private async Task AddMeetingsAsync(MoothallDb db)
    {
        var wording = await db.Set<ConfidentialityWording>().AsNoTracking().FirstAsync();
        var signing = members
            .SelectMany(member => member.Representatives.Take(1))
            .Select(one => one.UserId)
            .ToList();
        var count = Math.Max(20, cases / 20);
        var apart = TimeSpan.FromDays(365.25 * Years / count);
        for (var number = 0; number < count; number++)
        {
            var start = Now.AddDays(-7) - apart * (count - number);
            var meeting = new HubMeeting
            {
                BodyId = hub.Id,
                StartsAt = start,
                Minutes = 60,
                CutOffAt = start.AddHours(-22),
                Place = "Council chamber",
                Status = MeetingStatus.Ended,
                PublishedAt = start.AddDays(-1),
                Publication = 1,
                StartedAt = start,
                EndedAt = start.AddHours(1),
                ChairId = writer.Id,
                ChairName = writer.Name,
            };
            db.Add(meeting);
            meetings.Add(meeting);
            db.AddRange(
                signing.Select(user => new ConfidentialitySignature
                {
                    MeetingId = meeting.Id,
                    UserId = user,
                    Name = "Representative",
                    WordingId = wording.Id,
                    SignedAt = start.AddHours(-1),
                    Manner = SigningManner.InProduct,
                })
            );
            if (number % 50 == 49)
            {
                await db.SaveChangesAsync();
            }
        }

        await db.SaveChangesAsync();
        meetings = [.. meetings.OrderBy(meeting => meeting.StartsAt)];
    }

    // A hub of today in progress, with the newest cases on its agenda and everybody of the list there.
    private async Task StartMeetingAsync(MoothallDb db)
    {
        var wording = await db.Set<ConfidentialityWording>().AsNoTracking().FirstAsync();
        var here = await db.Set<User>()
            .AsNoTracking()
            .Where(user => user.LeftAt == null)
            .Select(user => new { user.Id, user.Name })
            .ToListAsync();
        var discussed = await db.Set<HubCase>()
            .AsNoTracking()
            .OrderByDescending(one => one.OpenedAt)
            .Take(25)
            .ToListAsync();
        var meeting = new HubMeeting
        {
            BodyId = hub.Id,
            StartsAt = Now,
            Minutes = 60,
            CutOffAt = Now.AddHours(-22),
            Place = "Council chamber",
            PublishedAt = Now.AddDays(-1),
            Publication = 1,
            ChairId = writer.Id,
            ChairName = writer.Name,
        };
        meeting.Items.AddRange(
            discussed.Select(
                (one, place) =>
                    new AgendaItem
                    {
                        MeetingId = meeting.Id,
                        Part = AgendaPart.B,
                        Kind = AgendaItemKind.ContinuingCase,
                        Order = place + 1,
                        Title = $"{one.Reference} {one.Title}",
                        Minutes = 3,
                        CaseId = one.Id,
                    }
            )
        );
        meeting.Signatures.AddRange(
            here.Select(user => new ConfidentialitySignature
            {
                MeetingId = meeting.Id,
                UserId = user.Id,
                Name = user.Name,
                WordingId = wording.Id,
                SignedAt = Now,
                Manner = SigningManner.InProduct,
            })
        );
        meeting.Register.AddRange(
            here.Take(40)
                .Select(user => new AttendanceEntry
                {
                    MeetingId = meeting.Id,
                    UserId = user.Id,
                    Name = user.Name,
                    OrganisationName = "An agency",
                    Kind = AttendeeKind.Representative,
                    State = AttendanceState.Present,
                    ArrivedAt = Now,
                })
        );
        db.Add(meeting);
        await db.SaveChangesAsync();
        (meeting.Status, meeting.StartedAt, meeting.CurrentItemId) = (
            MeetingStatus.Live,
            Now,
            meeting.Items[0].Id
        );
        (meeting.Items[0].StartedAt, meeting.Items[0].RunningSince) = (Now, Now);
        await db.SaveChangesAsync();
    }
}
