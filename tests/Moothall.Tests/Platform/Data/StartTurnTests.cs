using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moothall.Tests.Hosting;
using Moothall.Tests.Platform.Operations;
using Npgsql;

namespace Moothall.Tests.Platform.Data;

/// <summary>A process that waits until another has made the database ready says that it waits.</summary>
public sealed class StartTurnTests
{
    private const string Waiting = "Waiting for another process";

    [Theory, BothDatabases]
    public async Task Whoever_waits_says_so_at_once_and_every_minute(Database database)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var log = new CapturedLog();
        await using var moot = await Moot.StartAsync(
            database,
            services =>
            {
                services.AddSingleton<ILoggerProvider>(log);
                services.PostConfigure<LoggerFilterOptions>(options =>
                    options.Rules.Add(new(null, "Moothall", LogLevel.Warning, null))
                );
            }
        );
        Task start;
        await using (await TakeTurnAsync(moot))
        {
            start = Task.Run(() => _ = moot.Server, cancel);
            await log.LineAsync(Waiting, cancel);
            moot.Clock.Advance(TimeSpan.FromMinutes(1));
            await log.LineAsync(Waiting, cancel, times: 2);
            Assert.False(start.IsCompleted);
        }

        await start;
        using var visitor = moot.Visitor();
        Assert.Equal("/Account/SignIn", (await visitor.GetAsync("/Account/SignIn")).Path);
    }

    private static async Task<IAsyncDisposable> TakeTurnAsync(Moot moot)
    {
        if (!moot.Address.IsPostgres)
        {
            return new FileStream(
                moot.Address.Text + ".turn",
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }

        var connection = new NpgsqlConnection(moot.Address.Text + ";Pooling=false");
        await connection.OpenAsync();
        await using var take = connection.CreateCommand();
        take.CommandText = $"SELECT pg_advisory_lock({0x4D6F6F7453746172})";
        await take.ExecuteNonQueryAsync();
        return connection;
    }
}
