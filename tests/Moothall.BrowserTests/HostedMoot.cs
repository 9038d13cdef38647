using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Moothall.BrowserTests;

/// <summary>
/// The product as production runs it, on a port of its own with the demonstration partnership, its jobs and its own SQLite
/// file, inside the test's process: so that a test can move the clock, which is the only thing that is the test's.
/// </summary>
public sealed class HostedMoot : WebApplicationFactory<Program>
{
    private readonly string folder = Directory.CreateTempSubdirectory("moot-hosted-").FullName;
    private readonly ErrorLog errors = new();
    private readonly MovableClock clock;

    // Each host would watch its settings files for changes, and a machine has few watches to give.
    static HostedMoot() =>
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");

    private HostedMoot(DateTime start) => clock = new(start);

    /// <summary>Where it serves, without a slash at the end.</summary>
    public string Address => $"http://localhost:{ClientOptions.BaseAddress.Port}";

    /// <summary>What the product logged as an error.</summary>
    public IEnumerable<string> Errors => errors.Lines;

    /// <summary>Starts it on a new database, at an instant in UTC.</summary>
    public static HostedMoot Start(DateTime utc)
    {
        var moot = new HostedMoot(utc);
        moot.UseKestrel(0);
        moot.StartServer();
        return moot;
    }

    /// <summary>What its clock says, in UTC.</summary>
    public DateTime UtcNow => clock.GetUtcNow().UtcDateTime;

    /// <summary>The clock goes to an instant in UTC.</summary>
    public void MoveClock(DateTime utc) => clock.Set(utc);

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Production);
        builder.UseSetting("preset", "demo");
        builder.UseSetting("Database", Path.Combine(folder, "moothall.db"));
        builder.ConfigureLogging(logging =>
            logging.ClearProviders().AddProvider(errors).SetMinimumLevel(LogLevel.Error)
        );
        builder.ConfigureTestServices(services =>
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))
        );
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private sealed class ErrorLog : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = [];

        public IEnumerable<string> Lines => lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
            {
                lines.Enqueue($"The product logged: {formatter(state, exception)} {exception}");
            }
        }

        public void Dispose() { }
    }
}
