using Microsoft.EntityFrameworkCore;
using Moothall.Features.Account.Joining;
using Moothall.Features.Partnership.Presets;
using Moothall.Platform.Audit;
using Moothall.Platform.Backups;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;

namespace Moothall;

/// <summary>Makes the database ready before the first page: its tables, and a partnership where it has none.</summary>
internal static class Preparation
{
    /// <returns>Why it cannot be made ready, for the screen; nothing when it is.</returns>
    public static async Task<string?> PrepareAsync(IServiceProvider services, StartOptions start)
    {
        await using var scope = services.CreateAsyncScope();
        scope
            .ServiceProvider.GetRequiredService<AuditActor>()
            .BeJob("preparation", "creating the database");
        scope.ServiceProvider.GetRequiredService<ReadNotes>().On = false;
        var db = scope.ServiceProvider.GetRequiredService<MoothallDb>();
        if (start.Reset && await DatabaseReset.TryAsync(db) is { Allowed: false } kept)
        {
            return kept.Reason;
        }

        if (db.Database.IsSqlite())
        {
            PrivateFiles.CreateFolder(
                Path.GetDirectoryName(Path.GetFullPath(db.Database.GetDbConnection().DataSource))!
            );
        }

        var address = scope.ServiceProvider.GetRequiredService<DatabaseAddress>();
        await using var turn = await StartTurn.TakeAsync(
            db,
            address,
            scope.ServiceProvider.GetRequiredService<TimeProvider>(),
            scope
                .ServiceProvider.GetRequiredService<ILoggerFactory>()
                .CreateLogger(typeof(StartTurn))
        );
        if (await scope.ServiceProvider.GetRequiredService<Upgrade>().RunAsync() is { } problem)
        {
            return problem;
        }

        if (db.Database.IsSqlite())
        {
            // Readers go on while one writer writes; set once, it stays in the file.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL");
            // The letters of a name that is deleted go too, instead of being marked as gone; this also stays in the file.
            await db.Database.ExecuteSqlRawAsync(
                "INSERT INTO \"FamilyNameLetters\" (\"FamilyNameLetters\", rank) VALUES ('secure-delete', 1)"
            );
        }

        if (start.Preset is { } preset)
        {
            await scope
                .ServiceProvider.GetRequiredService<NewPartnership>()
                .CreateAsync(preset, start.Seed);
        }

        await FirstAdministratorLink.OfferAsync(scope.ServiceProvider);
        return null;
    }
}
