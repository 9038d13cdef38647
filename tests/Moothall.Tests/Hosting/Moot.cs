using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;

namespace Moothall.Tests.Hosting;

/// <summary>
/// The real application with its own database and clock. Security, anti-forgery and audit are as in production;
/// only the clock is the test's.
/// </summary>
public sealed class Moot : WebApplicationFactory<Program>
{
    private readonly string folder;
    private readonly DatabaseAddress address;
    private readonly Action<IServiceCollection>? changeServices;

    private readonly bool isGuest;

    private Moot(
        DatabaseAddress address,
        string folder,
        Action<IServiceCollection>? changeServices,
        bool isGuest = false
    )
    {
        (this.address, this.folder, this.changeServices) = (address, folder, changeServices);
        this.isGuest = isGuest;
    }

    // Each host would watch its settings and its pages' files for changes, and give the watches back only when memory is next
    // tidied; a machine has few watches to give.
    static Moot()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");
    }

    /// <summary>The clock the application goes by.</summary>
    public TestClock Clock { get; } = new(TestClock.MondayMorning);

    /// <summary>Where the database is.</summary>
    public DatabaseAddress Address => address;

    /// <summary>Starts the application on a copy of the test partnership.</summary>
    public static async Task<Moot> StartAsync(
        Database database,
        Action<IServiceCollection>? changeServices = null
    )
    {
        var own = Directory.CreateTempSubdirectory("moot-").FullName;
        return new(await Template.CopyAsync(database, own), own, changeServices);
    }

    /// <summary>Starts the application on a database without a partnership.</summary>
    public static async Task<Moot> StartEmptyAsync(Database database)
    {
        var own = Directory.CreateTempSubdirectory("moot-").FullName;
        return new(await Template.EmptyAsync(database, own), own, null);
    }

    /// <summary>Starts the application on what lies in a place already, which it then owns.</summary>
    public static Moot StartAt(
        DatabaseAddress address,
        string folder,
        Action<IServiceCollection>? changeServices = null
    ) => new(address, folder, changeServices);

    /// <summary>Where files and keys are.</summary>
    public string Folder => folder;

    /// <summary>Starts the application a second time on the same data, as a second process would; it is stopped before the first.</summary>
    public Moot Beside() => new(address, folder, changeServices, isGuest: true);

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Database", address.Text);
        builder.UseSetting("DataFolder", folder);
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Error");
        // Tests take a job's turn themselves, when they want it.
        builder.UseSetting("Jobs", "off");
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            changeServices?.Invoke(services);
        });
    }

    /// <summary>A browser of someone who has just signed in with both factors, by the session the sign-in page begins.</summary>
    public async Task<Browser> AsAsync(Person person)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AuditActor>().BeVisitor("test", "signing in");
        var db = scope.ServiceProvider.GetRequiredService<MoothallDb>();
        var user = await db.Set<User>().SingleAsync(user => user.Id == person.Id);
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        await scope.ServiceProvider.GetRequiredService<Sessions>().BeginAsync(context, user);
        var cookie = context.Response.Headers.SetCookie.Single()!.Split(';')[0];
        return new(CreateHandler(), cookie);
    }

    /// <summary>A browser of a visitor.</summary>
    public Browser Visitor() => new(CreateHandler(), null);

    /// <summary>Works on the database as a named job, outside any request, and saves.</summary>
    public async Task<T> WithAsync<T>(Func<MoothallDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AuditActor>().BeJob("test", "preparing a test");
        scope.ServiceProvider.GetRequiredService<ReadNotes>().On = false;
        var db = scope.ServiceProvider.GetRequiredService<MoothallDb>();
        var result = await work(db);
        await db.SaveChangesAsync();
        return result;
    }

    /// <summary>Works on the database as a named job, outside any request, and saves.</summary>
    public Task WithAsync(Func<MoothallDb, Task> work) =>
        WithAsync<object?>(async db =>
        {
            await work(db);
            return null;
        });

    /// <summary>What the audit wrote down last.</summary>
    public async Task<AuditPayload> LastAuditAsync() =>
        AuditPayload.FromJson(
            await WithAsync(db =>
                db.Set<AuditContent>()
                    .OrderByDescending(entry => entry.Sequence)
                    .Select(entry => entry.Json)
                    .FirstAsync()
            )
        );

    /// <summary>Adds records as a named job.</summary>
    public Task AddAsync(params Record[] records) =>
        WithAsync(db =>
        {
            db.AddRange(records.AsEnumerable());
            return Task.CompletedTask;
        });

    /// <summary>From now on the database cannot be reached, as when its server is gone or its disk is not mounted.</summary>
    public async Task LoseDatabaseAsync()
    {
        await Template.DropAsync(address);
        if (!address.IsPostgres)
        {
            File.Delete(address.Text);
            Directory.CreateDirectory(address.Text);
        }
    }

    private HttpMessageHandler CreateHandler() => Server.CreateHandler();

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
        if (isGuest)
        {
            return;
        }

        await Template.DropAsync(address);
        // Two applications may have worked in one place.
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
