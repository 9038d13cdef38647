using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>
/// The one <see cref="KnownIndex"/> of this process, made when first needed and brought up to date before every use. What changed
/// since is read from the audit: its numbers follow the order of commits also where several processes write, for each takes the
/// chain's lock last and holds it until its commit (settled 17). So whoever was saved in one request is found in the next.
/// </summary>
public sealed class KnownPeople(IServiceScopeFactory scopes) : IDisposable
{
    /// <summary>After more changes than this, as by the bringing in of a long list, all is read again.</summary>
    private const int MostChanged = 5_000;

    private const int Chunk = 500;

    private readonly SemaphoreSlim turn = new(1, 1);
    private KnownIndex? index;
    private long seen;

    /// <summary>Those who may be each of these people, the likeliest first.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<KnownFind>>> FindAsync(
        IReadOnlyCollection<ComparedPerson> wanted,
        CancellationToken cancel
    )
    {
        await turn.WaitAsync(cancel);
        try
        {
            var current = await CurrentAsync(cancel);
            return [.. wanted.Select(current.Find)];
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<KnownIndex> CurrentAsync(CancellationToken cancel)
    {
        // A context of its own sees what is committed; the request's may yet be taken back.
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MoothallDb>();
        // The number first and the rows after it: what is saved between the two is read twice rather than never.
        var head = await db.Set<AuditEntry>().MaxAsync(entry => (long?)entry.Sequence, cancel) ?? 0;
        if (index is null || index.HasOutgrown || head < seen)
        {
            index = await ReadAllAsync(db, cancel);
        }
        else if (head > seen)
        {
            await CatchUpAsync(db, index, cancel);
        }

        seen = head;
        return index;
    }

    private async Task CatchUpAsync(MoothallDb db, KnownIndex held, CancellationToken cancel)
    {
        var since = seen;
        var changed = await db.Set<AuditSubject>()
            .Where(subject => subject.Sequence > since && subject.Kind == nameof(CasePerson))
            .Select(subject => subject.RecordId)
            .Distinct()
            .ToListAsync(cancel);
        if (changed.Count > MostChanged)
        {
            index = await ReadAllAsync(db, cancel);
            return;
        }

        foreach (var part in changed.Chunk(Chunk))
        {
            var people = await ComparedPerson
                .Of(db.Set<CasePerson>().Where(person => part.Contains(person.Id)))
                .ToListAsync(cancel);
            people.ForEach(held.Put);
            foreach (var gone in part.Except(people.Select(person => person.Id)))
            {
                held.Remove(gone);
            }
        }
    }

    private static Task<KnownIndex> ReadAllAsync(MoothallDb db, CancellationToken cancel) =>
        KnownIndex.LearnAsync(
            ComparedPerson
                .Of(db.Set<CasePerson>().Where(person => person.DateOfBirth != null))
                .AsAsyncEnumerable(),
            cancel
        );

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();
}

/// <summary>Makes the index of people soon after the start, so that the first referral need not wait for it.</summary>
internal sealed class KnownPeopleWarming(KnownPeople known, ILogger<KnownPeopleWarming> log)
    : BackgroundService
{
    // Long enough for the first page, which it must not slow down.
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(Wait, stoppingToken);
            await known.FindAsync([], stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
        catch (Exception fault)
        {
            log.LogWarning(fault, "The index of people will be made when it is first needed");
        }
    }
}
