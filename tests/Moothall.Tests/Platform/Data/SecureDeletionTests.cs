using System.Text;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Audit;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Platform.Data;

/// <summary>What is deleted from a SQLite file is nowhere in its bytes.</summary>
public sealed class SecureDeletionTests
{
    [Fact]
    public async Task A_name_disposed_of_is_nowhere_in_the_file()
    {
        await using var moot = await Moot.StartAsync(Database.Sqlite);
        var people = Enumerable
            .Range(0, 200)
            .Select(number => new CasePerson
            {
                Role = PersonRole.Other,
                GivenNames = $"Quintessa {number}",
                FamilyName = "Zyxwelborough",
                DateOfBirth = new(1990, 4, 7),
            })
            .ToArray();
        await moot.AddAsync(people);
        Assert.True(await HoldsAsync(moot, "Zyxwelborough"));
        Assert.True(await HoldsAsync(moot, "zyxw"));

        await moot.WithAsync(async db =>
        {
            await db.Set<CasePerson>().ExecuteDeleteAsync();
            await db.Set<AuditContent>()
                .Where(content => content.Json.Contains("Zyxwelborough"))
                .ExecuteDeleteAsync();
        });
        Assert.False(await HoldsAsync(moot, "Zyxwelborough"));
        Assert.False(await HoldsAsync(moot, "Quintessa"));
        // Part of the name among the letters by which a surname is searched.
        Assert.False(await HoldsAsync(moot, "zyxw"));
        Assert.False(await HoldsAsync(moot, "yxw"));
    }

    private static async Task<bool> HoldsAsync(Moot moot, string text)
    {
        await moot.WithAsync(db =>
            db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)")
        );
        var bytes = await File.ReadAllBytesAsync(
            moot.Address.Text,
            TestContext.Current.CancellationToken
        );
        return Encoding.Latin1.GetString(bytes).Contains(text, StringComparison.OrdinalIgnoreCase);
    }
}
