using System.Globalization;
using Microsoft.Data.Sqlite;
using Moothall.BrowserTests;
using Moothall.Platform.Data;
using Moothall.Tests.Servers;

namespace Moothall.Bench;

/// <summary><c>./moot soak</c>: kills the product until something is lost, or so many times.</summary>
internal static class SoakCommand
{
    public const string Usage =
        "./moot soak [--kills 100] [--database sqlite|postgres]\n                      kills the product while people save and minutes are sent, and looks for what is lost or double";

    /// <summary>Runs it on one database or on both.</summary>
    /// <returns>1 where anything was lost or doubled.</returns>
    public static async Task<int> RunAsync(string[] words, TextWriter output)
    {
        var kills = 100;
        List<string> databases = ["sqlite", "postgres"];
        for (var at = 0; at + 1 < words.Length; at += 2)
        {
            switch (words[at])
            {
                case "--kills":
                    kills = int.Parse(words[at + 1], CultureInfo.InvariantCulture);
                    break;
                case "--database" when words[at + 1] is "sqlite" or "postgres":
                    databases = [words[at + 1]];
                    break;
                default:
                    throw new ArgumentException($"Not an option: {words[at]}", nameof(words));
            }
        }

        PostgresServer.IsDurable = true;
        var code = 0;
        foreach (var database in databases)
        {
            code |= await RunAsync(database, kills, output);
        }

        return code;
    }

    private static async Task<int> RunAsync(string database, int kills, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("moot-soak-").FullName;
        var address = new DatabaseAddress(
            database == "postgres"
                ? await PostgresServer.CreateDatabaseAsync()
                : Path.Combine(folder, "moothall.db")
        );
        try
        {
            await using var mail = await SmtpServer.StartAsync();
            await using var soak = await Soak.Soak.StartAsync(
                address,
                folder,
                Path.Combine(RunningMoot.Root, "src", "Moothall"),
                mail
            );
            await soak.RunAsync(kills, output);
            await output.WriteLineAsync(soak.Summary(database, kills));
            return soak.Faults.Count == 0 ? 0 : 1;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
            if (address.IsPostgres)
            {
                await PostgresServer.DropAsync(address.Text);
            }
        }
    }
}
