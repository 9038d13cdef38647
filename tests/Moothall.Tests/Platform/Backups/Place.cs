using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Platform.Access;
using Moothall.Platform.Backups;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Tests.Hosting;
using Moothall.Tests.Servers;

namespace Moothall.Tests.Platform.Backups;

/// <summary>A machine on which the commands are given, beside a running application or where there is none yet.</summary>
internal sealed class Place : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly bool isOwn;

    private Place(
        DatabaseAddress address,
        string folder,
        bool isOwn,
        params (string Name, string Value)[] more
    )
    {
        (Address, Folder, this.isOwn) = (address, folder, isOwn);
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?> { ["DataFolder"] = folder, ["BackupsKept"] = "2" }
            )
            .AddInMemoryCollection(
                more.Select(one => KeyValuePair.Create(one.Name, (string?)one.Value))
            )
            .Build();
        var keys = StartOptions.KeyFolder(settings, address);
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddMoothallDb(address)
            .AddAccess(keys)
            .AddDocuments(settings, folder, keys)
            .AddBackups(BackupPlaces.Of(settings, address, folder, keys))
            .BuildServiceProvider();
    }

    public DatabaseAddress Address { get; }

    public string Folder { get; }

    public string Keys => Path.Combine(Folder, "keys");

    public string Backups => Path.Combine(Folder, "backups");

    /// <summary>The machine on which an application runs.</summary>
    public static Place Of(Moot moot, params (string Name, string Value)[] settings) =>
        new(moot.Address, moot.Folder, isOwn: false, settings);

    /// <summary>A machine with nothing on it, but for an empty database where that is PostgreSQL's.</summary>
    public static async Task<Place> BlankAsync(Database database)
    {
        var folder = Directory.CreateTempSubdirectory("moot-blank-").FullName;
        var address =
            database == Database.Postgres
                ? await PostgresServer.CreateDatabaseAsync()
                : Path.Combine(folder, "moothall.db");
        return new(new(address), folder, isOwn: true);
    }

    /// <summary>A machine with the test partnership on which no application runs.</summary>
    public static async Task<Place> OfTestPartnershipAsync(
        Database database,
        params (string Name, string Value)[] settings
    )
    {
        var folder = Directory.CreateTempSubdirectory("moot-place-").FullName;
        return new(await Template.CopyAsync(database, folder), folder, isOwn: true, settings);
    }

    public Task<(int Code, string Said)> BackUpAsync(string? file = null) =>
        SaidAsync((output, error) => BackupCommands.BackUpAsync(services, file, output, error));

    public async Task<string> CodeAsync()
    {
        var (_, said) = await SaidAsync((o, e) => BackupCommands.ShowCodeAsync(services, o, e));
        return said.Split('\n').Single(line => line.StartsWith("    ", StringComparison.Ordinal));
    }

    public Task<(int Code, string Said)> RestoreAsync(string file, string code) =>
        SaidAsync(
            (output, error) =>
                BackupCommands.RestoreAsync(services, file, new StringReader(code), output, error)
        );

    /// <summary>Works with what the commands work with.</summary>
    public async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>Everything that lies here.</summary>
    public IReadOnlyList<string> Files =>
        [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)];

    private static async Task<(int, string)> SaidAsync(Func<TextWriter, TextWriter, Task<int>> run)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await run(output, error);
        return (code, $"{output}{error}");
    }

    /// <summary>Hands the place to an application, which clears it away at its end.</summary>
    public Moot Start() => Moot.StartAt(Address, Folder);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (isOwn && Directory.Exists(Folder))
        {
            await Template.DropAsync(Address);
            Directory.Delete(Folder, recursive: true);
        }
    }
}
