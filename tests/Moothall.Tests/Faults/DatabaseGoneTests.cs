using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Email;
using Moothall.Tests.Features.CommunitySafetyHub.Referrals;
using Moothall.Tests.Hosting;
using Moothall.Tests.Servers;

namespace Moothall.Tests.Faults;

/// <summary>PostgreSQL goes away in the middle of the day and comes back; the product is not started again.</summary>
public sealed class DatabaseGoneTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_and_readiness_say_so_and_work_goes_on_when_it_is_back()
    {
        // As careful as in use: what it acknowledged before it went must be there.
        await using var server = await PostgresProcess.StartAsync(isDurable: true);
        var address = await server.ExecuteAsync("create database moothall_gone", "moothall_gone");
        await Template.FillAsync(address);
        await using var moot = Moot.StartAt(
            new DatabaseAddress(address),
            Directory.CreateTempSubdirectory("moot-gone-").FullName
        );
        var before = await Fill.ReferAsync(moot, People.Police, Fill.Place());
        using var petra = await moot.AsAsync(People.Police);
        var form = await petra.GetAsync(Fill.Address);

        await server.StopAsync();
        foreach (
            var page in new[]
            {
                await petra.GetAsync("/Referrals"),
                await petra.PostAsync(form, Fill.Send, Fill.Send, Fill.Place()),
            }
        )
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
            Assert.Contains("cannot reach its records", page.Words, StringComparison.Ordinal);
        }

        using var watch = moot.Visitor();
        Assert.Equal("not ready\n", (await watch.GetAsync("/health/ready")).Text);
        Assert.Equal("alive\n", (await watch.GetAsync("/health/live")).Text);
        await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(moot));

        await server.StartAgainAsync();
        var saved = await petra.PostAsync(form, Fill.Send, Fill.Send, Fill.Place());
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Empty(saved.Errors);
        var after = saved.Path.Split('/')[^1];
        var list = await petra.GetAsync("/Referrals");
        Assert.Contains(before, list.Text, StringComparison.Ordinal);
        Assert.Contains(after, list.Text, StringComparison.Ordinal);
        Assert.Equal(2, await moot.WithAsync(db => db.Set<Referral>().CountAsync()));
        await SendAsync(moot);
        await ReadyAsync(watch);
        var verdict = await moot.WithAsync(db => AuditVerifier.VerifyAsync(db));
        Assert.Null(verdict.BrokenAt);
    }

    private static Task SendAsync(Moot moot) =>
        moot.Services.GetRequiredService<NoticeSender>().RunOnceAsync(None);

    // However often it is asked, it looks every two seconds.
    private static async Task ReadyAsync(Browser watch)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await watch.GetAsync("/health/ready")).Text != "ready\n")
        {
            await Task.Delay(100, patience.Token);
        }
    }
}
