using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Audit;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Platform.Audit;

/// <summary>Every change is in the chain, and the chain shows what was tampered with.</summary>
public sealed class AuditTests
{
    [Theory, BothDatabases]
    public async Task A_change_is_in_the_audit_with_both_texts(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var hubCase = NewCase();
        await moot.AddAsync(hubCase);
        await moot.WithAsync(async db =>
            (await db.Set<HubCase>().SingleAsync()).Title = "Second title"
        );

        var payload = await LastAsync(moot);
        Assert.Equal<IEnumerable<string?>>(
            ["First title", "Second title"],
            payload.Changes.Single().Fields["Title"]
        );
        Assert.Equal("test", payload.Actor);
    }

    [Theory, BothDatabases]
    public async Task An_untouched_chain_holds(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.AddAsync(NewCase());
        var verdict = await moot.WithAsync(db => AuditVerifier.VerifyAsync(db));
        Assert.Null(verdict.BrokenAt);
        Assert.True(verdict.Entries >= 2);
    }

    [Theory, BothDatabases]
    public async Task A_chain_holds_whatever_the_clock_shows_below_a_microsecond(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        moot.Clock.Advance(TimeSpan.FromTicks(12_345_677));
        await moot.AddAsync(NewCase());
        var verdict = await moot.WithAsync(db => AuditVerifier.VerifyAsync(db));
        Assert.Equal("", verdict.Why);
        Assert.Null(verdict.BrokenAt);
    }

    [Theory, BothDatabases]
    public async Task A_changed_payload_is_named(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.AddAsync(NewCase());
        await moot.AddAsync(NewCase());
        await moot.WithAsync(db =>
            db.Set<AuditContent>()
                .Where(c => c.Sequence == 2)
                .ExecuteUpdateAsync(s =>
                    s.SetProperty(c => c.Json, c => c.Json.Replace("First", "Worst"))
                )
        );
        var verdict = await moot.WithAsync(db => AuditVerifier.VerifyAsync(db));
        Assert.Equal(2, verdict.BrokenAt);
    }

    [Theory, BothDatabases]
    public async Task A_removed_payload_needs_a_disposal_entry(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.AddAsync(NewCase());
        await moot.AddAsync(NewCase());
        await moot.WithAsync(db =>
            db.Set<AuditContent>().Where(c => c.Sequence == 2).ExecuteDeleteAsync()
        );
        var verdict = await moot.WithAsync(db => AuditVerifier.VerifyAsync(db));
        Assert.Equal(2, verdict.BrokenAt);
        Assert.Contains("disposal", verdict.Why, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_removed_entry_is_named(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.AddAsync(NewCase());
        await moot.AddAsync(NewCase());
        await moot.WithAsync(db =>
            db.Set<AuditEntry>().Where(e => e.Sequence == 2).ExecuteDeleteAsync()
        );
        Assert.Equal(2, (await moot.WithAsync(db => AuditVerifier.VerifyAsync(db))).BrokenAt);
    }

    [Theory, BothDatabases]
    public async Task A_page_without_the_permission_is_refused_and_the_refusal_kept(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var visitor = moot.Visitor();
        var page = await visitor.SendAsync(new(HttpMethod.Get, "/"));
        Assert.Equal(HttpStatusCode.Found, page.StatusCode);
        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.Equal(HttpStatusCode.OK, (await carys.GetAsync("/")).Status);
    }

    private static async Task<AuditPayload> LastAsync(Moot moot) =>
        AuditPayload.FromJson(
            await moot.WithAsync(db =>
                db.Set<AuditContent>()
                    .OrderByDescending(c => c.Sequence)
                    .Select(c => c.Json)
                    .FirstAsync()
            )
        );

    private static HubCase NewCase() =>
        new()
        {
            BodyId = World.Hub,
            Reference = $"CSH-2026-{Guid.CreateVersion7():N}",
            Kind = CaseKind.Place,
            Title = "First title",
            OpenedAt = TestClock.MondayMorning,
        };
}
