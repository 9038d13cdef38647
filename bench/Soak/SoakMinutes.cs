using Microsoft.EntityFrameworkCore;
using Moothall.Bench.Pages;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Bodies;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.SharingProtocols;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Jobs;
using Moothall.Tests.Servers;

namespace Moothall.Bench.Soak;

/// <summary>Released minutes that go to many by e-mail while the product is killed, and what the mail server received of them.</summary>
internal sealed class SoakMinutes(DatabaseAddress address, SmtpServer mail) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly List<Guid> meetings = [];
    private SignedIn? coordinator;

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    /// <summary>Agrees with every representative that a file goes to their address, and signs the coordinator in.</summary>
    public async Task PrepareAsync(Uri root)
    {
        coordinator = await SignedIn.AsAsync(root, "Helen Marlowe");
        await using var db = Open();
        var today = DateOnly.FromDateTime(Now);
        var people = await db.Set<User>()
            .Where(user => db.Set<Representative>().Any(one => one.UserId == user.Id))
            .Where(user => user.Email != null)
            .ToListAsync();
        var listed = await db.Set<SecureDomainEntry>().Select(one => one.Domain).ToListAsync();
        db.AddRange(
            people
                .Select(user => user.Email!.Split('@')[1])
                .Except(listed)
                .Select(domain => new SecureDomainEntry
                {
                    Domain = domain,
                    Evidence = "TLS and DMARC checked",
                    CheckedOn = today.AddDays(-1),
                    ReviewOn = today.AddDays(300),
                })
        );
        db.AddRange(
            people.Select(user => new AgreedRoute
            {
                UserId = user.Id,
                Route = CirculationRoute.SecureAddress,
                Because = "Reads on their own network",
                AgreedByName = "Helen Marlowe",
                AgreedAt = Now,
            })
        );
        await db.SaveChangesAsync();
    }

    /// <summary>Circulates the minutes of one more meeting, by the page's own button.</summary>
    public async Task CirculateAsync()
    {
        var meeting = await ReleaseAsync();
        var page = await coordinator!.Browser.GetAsync($"/Minutes/{meeting}/Circulate");
        var answer = await coordinator.Browser.PostAsync(page, "Circulate to");
        if (
            answer.Errors.Count > 0
            || !answer.Path.EndsWith("/Circulation", StringComparison.Ordinal)
        )
        {
            throw new InvalidOperationException($"Nothing was circulated: {answer.Words}");
        }

        meetings.Add(meeting);
    }

    // The rows of a meeting that was held, its minutes signed by the rule.
    private async Task<Guid> ReleaseAsync()
    {
        await using var db = Open();
        var start = Now.AddDays(-1).AddMinutes(-meetings.Count);
        var meeting = new HubMeeting
        {
            BodyId = await db.Set<GovernanceBody>()
                .Where(body => body.Type == BodyType.Hub)
                .Select(body => body.Id)
                .FirstAsync(),
            StartsAt = start,
            Minutes = 60,
            CutOffAt = start.AddHours(-22),
            Status = MeetingStatus.Ended,
            PublishedAt = start.AddDays(-1),
            Publication = 1,
            StartedAt = start,
            EndedAt = start.AddHours(1),
        };
        var item = new AgendaItem
        {
            MeetingId = meeting.Id,
            Part = AgendaPart.A,
            Kind = AgendaItemKind.Campaign,
            Order = 1,
            Title = "Bicycle marking",
            Minutes = 5,
        };
        var minutes = new Minutes
        {
            MeetingId = meeting.Id,
            CreatedAt = start.AddHours(2),
            Title = "Community Safety Hub",
        };
        minutes.Sections.Add(
            new()
            {
                MinutesId = minutes.Id,
                Order = 1,
                Kind = MinutesSectionKind.Item,
                Heading = item.Title,
                Text = "It goes on.",
                ItemId = item.Id,
            }
        );
        db.AddRange(meeting, item, minutes);
        foreach (var name in new[] { "Helen Marlowe", "Marcus Oyelaran" })
        {
            var signer = await db.Set<User>().SingleAsync(user => user.Name == name);
            var verdict = minutes.Sign(
                new()
                {
                    PersonId = signer.Id,
                    InCommunitySafetyTeam = true,
                    DraftedAtUtc = minutes.CreatedAt,
                    Status = minutes.Status,
                    CurrentHash = minutes.CurrentHash,
                    ShownHash = minutes.CurrentHash,
                    Signatures = minutes.Signatures,
                    UnresolvedNames = 0,
                },
                signer.Name,
                Now
            );
            if (!verdict.Allowed)
            {
                throw new InvalidOperationException(verdict.Reason);
            }
        }

        await db.SaveChangesAsync();
        return meeting.Id;
    }

    /// <summary>
    /// A quarter of an hour goes by while the product is down: its jobs' turns have run out, and what it was sending is no
    /// longer on its way. Nothing but those times is touched.
    /// </summary>
    public async Task LetTimePassAsync()
    {
        await using var db = Open();
        var (now, ago) = (Now, Now.AddMinutes(-15));
        var copies = db.Set<CirculationCopy>();
        await db.Set<JobLease>()
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.Until, ago));
        await copies
            .Where(copy => copy.Status == CopyStatus.Sending)
            .ExecuteUpdateAsync(set => set.SetProperty(copy => copy.StatusAt, ago));
        await copies
            .Where(copy => copy.Status == CopyStatus.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(copy => copy.NextAttemptAt, now));
    }

    /// <summary>Waits until a copy is on its way, or none is left to wait for.</summary>
    public async Task BeginsToSendAsync()
    {
        var until = Now + Patience;
        while (Now < until && (await InterruptedAsync()).Count == 0 && await HasOpenAsync())
        {
            await Task.Delay(2);
        }
    }

    /// <summary>Whether any copy waits or is on its way.</summary>
    public async Task<bool> HasOpenAsync()
    {
        await using var db = Open();
        return await Open(db).AnyAsync();
    }

    /// <summary>Copies that were on their way when the product died.</summary>
    public async Task<List<Guid>> InterruptedAsync()
    {
        await using var db = Open();
        return await Copies(db)
            .Where(copy => copy.Status == CopyStatus.Sending)
            .Select(copy => copy.Id)
            .ToListAsync();
    }

    /// <summary>Waits until what was interrupted shows as uncertain, where the coordinator reads it too.</summary>
    public async Task<IEnumerable<string>> FaultsOfAsync(IReadOnlyCollection<Guid> interrupted)
    {
        var faults = new List<string>();
        foreach (var id in interrupted)
        {
            var copy = await UntilAsync(id, one => one.Status != CopyStatus.Sending);
            await using var db = Open();
            var meeting = await db.Set<Minutes>()
                .Where(one => one.Id == copy.MinutesId)
                .Select(one => one.MeetingId)
                .SingleAsync();
            var page = await coordinator!.Browser.GetAsync($"/Minutes/{meeting}/Copies/{id}");
            if (
                copy.Status != CopyStatus.Uncertain
                || !page.Words.Contains("Uncertain", StringComparison.Ordinal)
            )
            {
                faults.Add($"A copy that was being sent when the product died is {copy.Status}");
            }
        }

        return faults;
    }

    /// <summary>Waits until nothing waits any more.</summary>
    public async Task SettleAsync()
    {
        await using var db = Open();
        foreach (var id in await Open(db).Select(copy => copy.Id).ToListAsync())
        {
            await UntilAsync(
                id,
                one => one.Status is not (CopyStatus.Waiting or CopyStatus.Sending)
            );
        }
    }

    private async Task<CirculationCopy> UntilAsync(Guid id, Func<CirculationCopy, bool> holds)
    {
        var until = Now + Patience;
        while (true)
        {
            await using var db = Open();
            var copy = await db.Set<CirculationCopy>().AsNoTracking().SingleAsync(c => c.Id == id);
            if (holds(copy) || Now > until)
            {
                return copy;
            }

            await Task.Delay(100);
        }
    }

    /// <summary>Counts what arrived against what the product believes: never two of one copy, and what is called sent has arrived.</summary>
    public async Task<(
        int Copies,
        int Sent,
        int Uncertain,
        IReadOnlyList<string> Faults
    )> CountAsync()
    {
        await using var db = Open();
        // Believed first, received afterwards: what is sent meanwhile can only be more.
        var copies = await Copies(db)
            .AsNoTracking()
            .Where(copy => copy.Route == CirculationRoute.SecureAddress)
            .ToListAsync();
        var attempts = await db.Set<SendingAttempt>().AsNoTracking().ToListAsync();
        var received = (await mail.MessagesAsync())
            .Select(one => NameOf(one.Text))
            .CountBy(name => name)
            .ToDictionary();
        var faults = new List<string>();
        foreach (var copy in copies)
        {
            // An attempt is the identity of its message.
            var arrived = attempts
                .Where(one => one.CopyId == copy.Id)
                .Sum(one => received.GetValueOrDefault(one.Id.ToString("n")));
            if (arrived > 1)
            {
                faults.Add($"{copy.Address} received the same minutes {arrived} times");
            }
            else if (copy.Status == CopyStatus.Sent && arrived == 0)
            {
                faults.Add($"{copy.Address} is said to have been sent minutes that never arrived");
            }
        }

        return (
            copies.Count,
            copies.Count(copy => copy.Status == CopyStatus.Sent),
            copies.Count(copy => copy.Status == CopyStatus.Uncertain),
            faults
        );
    }

    // The demonstration's own papers never went anywhere.
    private IQueryable<CirculationCopy> Copies(MoothallDb db) =>
        db.Set<CirculationCopy>()
            .Where(copy =>
                db.Set<Minutes>()
                    .Any(one => one.Id == copy.MinutesId && meetings.Contains(one.MeetingId))
            );

    private IQueryable<CirculationCopy> Open(MoothallDb db) =>
        Copies(db)
            .Where(copy => copy.Status == CopyStatus.Waiting || copy.Status == CopyStatus.Sending);

    private static string NameOf(string message)
    {
        const string header = "Message-ID: <";
        var at = message.IndexOf(header, StringComparison.Ordinal) + header.Length;
        return message[at..message.IndexOf('@', at)];
    }

    private MoothallDb Open() => DirectDatabase.Open(address, "a soak");

    /// <inheritdoc/>
    public void Dispose() => coordinator?.Dispose();
}
