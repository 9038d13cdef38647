using Microsoft.Data.Sqlite;
using Moothall.Bench.Soak;
using Moothall.Tests.Hosting;
using Moothall.Tests.House;
using Moothall.Tests.Servers;

namespace Moothall.Tests.Faults;

/// <summary>The product as a process of its own, killed while people save and minutes are being sent; <c>./moot soak</c> does it a hundred times.</summary>
public sealed class KilledTests
{
    [Theory, BothDatabases]
    public async Task Killed_five_times_it_loses_nothing_and_sends_no_minutes_twice(
        Database database
    )
    {
        var folder = Directory.CreateTempSubdirectory("moot-killed-").FullName;
        var address = await Template.EmptyAsync(database, folder);
        try
        {
            await using var mail = await SmtpServer.StartAsync();
            await using var soak = await Soak.StartAsync(
                address,
                folder,
                Path.Combine(DirectionTests.Root, "src", "Moothall"),
                mail
            );
            await soak.RunAsync(5, TextWriter.Null);
            Assert.Empty(soak.Faults);
            // That nothing was lost says nothing where nothing was saved or sent.
            Assert.True(soak.Done.Acknowledged > 20, $"{soak.Done.Acknowledged} saves");
            Assert.True(soak.Done.Copies > 5, $"{soak.Done.Copies} copies");
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            await Template.DropAsync(address);
            Directory.Delete(folder, recursive: true);
        }
    }
}
