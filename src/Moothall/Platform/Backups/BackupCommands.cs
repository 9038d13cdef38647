using System.Globalization;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;

namespace Moothall.Platform.Backups;

/// <summary>The commands <c>backup [FILE]</c>, <c>backup --show-code</c> and <c>restore FILE</c>.</summary>
public static class BackupCommands
{
    /// <summary>The kind of backup that a person or the nightly timer asks for.</summary>
    public const string Kind = "moothall";

    private const int Good = 0;
    private const int Refused = 1;
    private const int Incomplete = 2;

    /// <summary>Makes a backup: 0 when it is whole, 1 when none was made, 2 when files were missing that should have been in it.</summary>
    public static Task<int> BackUpAsync(
        IServiceProvider services,
        string? file,
        TextWriter output,
        TextWriter error
    ) =>
        SayingWhyNotAsync(
            services,
            error,
            async scope =>
            {
                if (!await scope.GetRequiredService<MoothallDb>().Database.CanConnectAsync())
                {
                    throw new BackupException("There is no database at this address.");
                }

                var maker = scope.GetRequiredService<BackupMaker>();
                var made = file is null
                    ? await maker.MakeAsync(Kind)
                    : await maker.MakeFileAsync(file);
                var size = new FileInfo(made.File).Length;
                await output.WriteLineAsync(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{made.File}: {size:N0} bytes, {made.Contents.AuditEntries} audit entries, {made.Contents.Files.Count - made.Contents.Missing.Count} files."
                    )
                );
                if (made.HasNewCode)
                {
                    // Not the code: what a timer says stands in the server's log, and goes wherever that does.
                    await output.WriteLineAsync(
                        "The recovery code that opens it was made with it. Write it down: Moothall backup --show-code"
                    );
                }

                foreach (var missing in made.Contents.Missing)
                {
                    await error.WriteLineAsync(
                        $"The database knows the file {missing}, and it is not there: it is not in the backup."
                    );
                }

                return made.Contents.Missing.Count == 0 ? Good : Incomplete;
            }
        );

    /// <summary>Shows the recovery code, making it where there is none.</summary>
    public static Task<int> ShowCodeAsync(
        IServiceProvider services,
        TextWriter output,
        TextWriter error
    ) =>
        SayingWhyNotAsync(
            services,
            error,
            async scope =>
            {
                var places = scope.GetRequiredService<BackupPlaces>();
                await output.WriteLineAsync(
                    $"""

                    The recovery code of this partnership's backups:

                        {RecoveryCode.LoadOrCreate(places.KeyFolder).Code}

                    Write it down and keep it away from this server and from the backups. Without it, or the copy in the key folder,
                    nobody can open them.
                    """
                );
                return Good;
            }
        );

    /// <summary>Restores a backup: 0 when all is well, 1 when it was refused, 2 when it was restored and something in it is not right.</summary>
    public static Task<int> RestoreAsync(
        IServiceProvider services,
        string? file,
        TextReader input,
        TextWriter output,
        TextWriter error
    ) =>
        SayingWhyNotAsync(
            services,
            error,
            async scope =>
            {
                if (file is null)
                {
                    throw new BackupException("Say which backup: restore FILE");
                }

                await error.WriteAsync("Recovery code: ");
                var code =
                    RecoveryCode.Parse(await input.ReadLineAsync() ?? "")
                    ?? throw new BackupException(
                        "That is not a recovery code: it has eight groups of four letters and digits, and one of them is wrong or missing."
                    );
                var restored = await scope
                    .GetRequiredService<BackupRestorer>()
                    .RestoreAsync(file, code);
                await output.WriteLineAsync(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Restored as it was at {restored.Contents.MadeAt:yyyy-MM-dd HH:mm:ss} UTC: {restored.Audit.Entries} audit entries, {restored.Contents.Files.Count} files."
                    )
                );
                foreach (var problem in restored.Problems)
                {
                    await error.WriteLineAsync(problem);
                }

                if (restored.Problems.Count > 0)
                {
                    return Incomplete;
                }

                await output.WriteLineAsync("The audit holds and every file opens.");
                return Good;
            }
        );

    private static async Task<int> SayingWhyNotAsync(
        IServiceProvider services,
        TextWriter error,
        Func<IServiceProvider, Task<int>> work
    )
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ReadNotes>().On = false;
        try
        {
            return await work(scope.ServiceProvider);
        }
        catch (Exception refused)
            when (refused
                    is BackupException
                        or InvalidOperationException
                        or IOException
                        or UnauthorizedAccessException
                        or System.Data.Common.DbException
            )
        {
            await error.WriteLineAsync(refused.Message);
            return Refused;
        }
    }
}
