using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.Partnership.Bodies;
using Moothall.Features.Partnership.Presets;
using Moothall.Platform.Data;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Partnership.Presets;

/// <summary>Beginning again loses no real partnership's work.</summary>
public sealed class DatabaseResetTests
{
    [Theory, BothDatabases]
    public async Task A_partnership_at_work_is_kept_and_one_without_any_is_thrown_away(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var hub = await moot.WithAsync(db => db.Set<GovernanceBody>().FirstAsync());
        var work = new HubCase
        {
            BodyId = hub.Id,
            Reference = "CSH-2026-KEPT",
            Kind = CaseKind.Theme,
            Title = "Bins set alight",
            OpenedAt = TestClock.MondayMorning,
        };
        await moot.AddAsync(work);
        await using var scope = moot.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MoothallDb>();

        var refused = await DatabaseReset.TryAsync(db);
        Assert.False(refused.Allowed);
        Assert.Contains("--database", refused.Reason, StringComparison.Ordinal);
        Assert.Single(await moot.WithAsync(other => other.Set<HubCase>().ToListAsync()));

        await moot.WithAsync(other =>
            other.Set<HubCase>().Where(one => one.Id == work.Id).ExecuteDeleteAsync()
        );
        Assert.True((await DatabaseReset.TryAsync(db)).Allowed);
        Assert.Empty(await AppliedAsync(db));
    }

    private static async Task<IEnumerable<string>> AppliedAsync(MoothallDb db) =>
        await db.Database.CanConnectAsync() ? await db.Database.GetAppliedMigrationsAsync() : [];
}
