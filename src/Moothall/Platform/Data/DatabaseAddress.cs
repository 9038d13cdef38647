using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Moothall.Platform.Data;

/// <summary>Where the partnership's database is: the path of a SQLite file, or a PostgreSQL connection string.</summary>
/// <param name="Text">What the administrator gave with <c>--database</c> or in the settings.</param>
public sealed record DatabaseAddress(string Text)
{
    /// <summary>Whether the address is a PostgreSQL connection string rather than a file.</summary>
    public bool IsPostgres => Text.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>The connection string for the driver.</summary>
    public string ConnectionString =>
        IsPostgres
            ? Readable(Text)
            : new SqliteConnectionStringBuilder
            {
                DataSource = Text,
                ForeignKeys = true,
                // They are kept in another way, with their statements.
                Pooling = false,
            }.ToString();

    private static string Readable(string text)
    {
        try
        {
            // The rules of who sees what are long to plan, and the same ones come again; whoever sets another number keeps it.
            return new NpgsqlConnectionStringBuilder(
                $"Max Auto Prepare=100;{text}"
            ).ConnectionString;
        }
        catch (ArgumentException fault)
        {
            throw new InvalidDataException(
                $"The connection string of the database cannot be read. {fault.Message}",
                fault
            );
        }
    }
}

/// <summary>Registers the database.</summary>
public static class DatabaseRegistration
{
    /// <summary>Registers <see cref="MoothallDb"/> as the SQLite or the PostgreSQL context, by the address.</summary>
    public static IServiceCollection AddMoothallDb(
        this IServiceCollection services,
        DatabaseAddress address
    )
    {
        // Read at once, so that what is wrong with it is said before anything is begun.
        var connection = address.ConnectionString;
        services.AddSingleton(address);
        services.AddSingleton<WriteGate>();
        return address.IsPostgres
            ? services.AddDbContext<MoothallDb, PostgresMoothallDb>(options =>
                options
                    .UseNpgsql(
                        connection,
                        own =>
                            own.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
                    )
                    .AddInterceptors(Audit.ReadNoter.Instance)
            )
            : services
                .AddSingleton<KeptConnections>()
                .AddDbContext<MoothallDb, SqliteMoothallDb>(
                    (provider, options) =>
                        options
                            // A list travels as one value: as many as it has members would make each length a command of its own.
                            .UseSqlite(
                                connection,
                                own =>
                                    own.UseParameterizedCollectionMode(
                                        ParameterTranslationMode.Parameter
                                    )
                            )
                            .AddInterceptors(
                                Audit.ReadNoter.Instance,
                                provider.GetRequiredService<KeptConnections>()
                            )
                );
    }
}
