using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Platform.Audit;
using Moothall.Platform.Email;
using Moothall.Platform.Jobs;
using Moothall.Tests.Features.CommunitySafetyHub.Circulation;
using Moothall.Tests.Features.CommunitySafetyHub.Referrals;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Faults;

/// <summary>The server's clock was wrong and is set right, either way.</summary>
public sealed class ClockMovedTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;
    private readonly ScriptedTransport transport = new();

    [Theory, BothDatabases]
    public async Task Jobs_and_notices_of_a_clock_that_was_a_day_ahead_do_not_wait_for_that_day(
        Database database
    )
    {
        await using var moot = await StartAsync(database);
        moot.Clock.Advance(TimeSpan.FromDays(1));
        await SendAsync(moot);
        await Fill.ReferAsync(moot, People.Police, Fill.Place());
        moot.Clock.Advance(TimeSpan.FromDays(-1));
        await SendAsync(moot);
        var notices = await NoticesAsync(moot);
        Assert.NotEmpty(notices);
        Assert.All(notices, one => Assert.Equal(NoticeStatus.Sent, one.Status));
    }

    [Theory, BothDatabases]
    public async Task A_turn_taken_by_a_clock_that_was_wrong_is_free_and_one_of_now_is_not(
        Database database
    )
    {
        await using var moot = await StartAsync(database);
        await Fill.ReferAsync(moot, People.Police, Fill.Place());
        var now = moot.Clock.GetUtcNow().UtcDateTime;
        await moot.AddAsync(new JobLease { Name = "sending notices", Until = now.AddMinutes(9) });
        await SendAsync(moot);
        Assert.Empty(transport.Seen);

        await moot.WithAsync(db =>
            db.Set<JobLease>()
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.Until, now.AddDays(1)))
        );
        await SendAsync(moot);
        Assert.NotEmpty(transport.Seen);
    }

    [Theory, BothDatabases]
    public async Task A_session_outlasts_a_small_step_and_not_a_large_one_either_way(
        Database database
    )
    {
        await using var moot = await StartAsync(database);
        using var petra = await moot.AsAsync(People.Police);
        moot.Clock.Advance(TimeSpan.FromHours(-1));
        Assert.Equal("/Cases", (await petra.GetAsync("/Cases")).Path);
        moot.Clock.Advance(TimeSpan.FromHours(-20));
        Assert.StartsWith(
            "/Account/SignIn",
            (await petra.GetAsync("/Cases")).Path,
            StringComparison.Ordinal
        );
        using var again = await moot.AsAsync(People.Police);
        Assert.Equal("/Cases", (await again.GetAsync("/Cases")).Path);
        moot.Clock.Advance(TimeSpan.FromHours(21));
        Assert.StartsWith(
            "/Account/SignIn",
            (await again.GetAsync("/Cases")).Path,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task The_audit_keeps_the_order_of_what_happened_and_holds(Database database)
    {
        await using var moot = await StartAsync(database);
        foreach (var days in new[] { 1, -2, 3 })
        {
            moot.Clock.Advance(TimeSpan.FromDays(days));
            await Fill.ReferAsync(moot, People.Police, Fill.Place());
        }

        Assert.Null((await moot.WithAsync(db => AuditVerifier.VerifyAsync(db))).BrokenAt);
        var moments = await moot.WithAsync(db =>
            db.Set<AuditContent>()
                .Where(one => one.Kind == AuditKind.Change && one.ActorId == People.Police.Id)
                .OrderBy(one => one.Sequence)
                .Select(one => one.At)
                .ToListAsync()
        );
        var start = TestClock.MondayMorning;
        Assert.Equal([start.AddDays(1), start.AddDays(-1), start.AddDays(2)], moments.Distinct());
    }

    private Task<Moot> StartAsync(Database database) =>
        Moot.StartAsync(database, services => services.AddSingleton<IMailTransport>(transport));

    private static Task SendAsync(Moot moot) =>
        moot.Services.GetRequiredService<NoticeSender>().RunOnceAsync(None);

    private static Task<List<Notice>> NoticesAsync(Moot moot) =>
        moot.WithAsync(db => db.Set<Notice>().AsNoTracking().ToListAsync());
}
