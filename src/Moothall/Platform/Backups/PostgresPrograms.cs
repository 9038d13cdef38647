using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Moothall.Platform.Data;
using Npgsql;

namespace Moothall.Platform.Backups;

/// <summary>PostgreSQL's own <c>pg_dump</c> and <c>pg_restore</c>, which alone know how to write a database down whole.</summary>
public sealed partial class PostgresPrograms(DatabaseAddress address, string? folder)
{
    /// <summary>Writes the database as it stands in a snapshot that somebody holds open.</summary>
    public async Task DumpAsync(string snapshot, string target, CancellationToken cancel)
    {
        await RequireAsync("pg_dump", cancel);
        await RunAsync(
            "pg_dump",
            [
                "--format=custom",
                "--no-owner",
                "--no-privileges",
                $"--snapshot={snapshot}",
                $"--file={target}",
            ],
            cancel
        );
    }

    /// <summary>Restores a database whole or not at all.</summary>
    public Task RestoreAsync(string dump, CancellationToken cancel) =>
        RunAsync(
            "pg_restore",
            [
                "--no-owner",
                "--no-privileges",
                "--exit-on-error",
                "--single-transaction",
                $"--dbname={new NpgsqlConnectionStringBuilder(address.Text).Database}",
                dump,
            ],
            cancel
        );

    /// <summary>Makes sure that a program is there and knows this server's version.</summary>
    /// <exception cref="BackupException">It is missing or too old.</exception>
    public async Task RequireAsync(string program, CancellationToken cancel)
    {
        var said = await RunAsync(program, ["--version"], cancel);
        await using var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync(cancel);
        var server = connection.PostgreSqlVersion.Major;
        if (
            int.TryParse(
                Major().Match(said).Value,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var own
            )
            && own < server
        )
        {
            throw new BackupException(
                $"PostgreSQL's {program} here is of version {own} and the server's is {server}. Install the package postgresql-client-{server}."
            );
        }
    }

    private async Task<string> RunAsync(
        string program,
        IEnumerable<string> arguments,
        CancellationToken cancel
    )
    {
        var start = new ProcessStartInfo(Find(program), arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment())
        {
            start.Environment[name] = value;
        }

        using var process = Start(start, program);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var errors = process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return process.ExitCode == 0
                ? await output
                : throw new BackupException(
                    $"PostgreSQL's {program} failed: {(await errors).Trim()}"
                );
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static Process Start(ProcessStartInfo start, string program)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new BackupException(
                $"PostgreSQL's program {program} is not installed here; a backup of a PostgreSQL database needs it. Install the package postgresql-client, or say where it is with the setting PostgresPrograms.",
                missing
            );
        }
    }

    // The newest of those installed knows every older server.
    private string Find(string program) =>
        folder is not null
            ? Path.Combine(folder, program)
            : Versions()
                .OrderByDescending(version => version.Number)
                .Select(version => Path.Combine(version.Folder, "bin", program))
                .FirstOrDefault(File.Exists)
                ?? program;

    private static IEnumerable<(int Number, string Folder)> Versions() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .EnumerateDirectories("/usr/lib/postgresql")
                .Select(version =>
                    (
                        int.TryParse(
                            Path.GetFileName(version),
                            NumberStyles.None,
                            CultureInfo.InvariantCulture,
                            out var number
                        )
                            ? number
                            : 0,
                        version
                    )
                )
            : [];

    // The password stands in the environment, which only this account reads; arguments are everybody's to see.
    private IEnumerable<(string Name, string? Value)> Environment()
    {
        var server = new NpgsqlConnectionStringBuilder(address.Text);
        yield return ("PGHOST", server.Host);
        yield return ("PGPORT", server.Port.ToString(CultureInfo.InvariantCulture));
        yield return ("PGDATABASE", server.Database);
        if (server.Username is { } user)
        {
            yield return ("PGUSER", user);
        }

        if (server.Password is { } password)
        {
            yield return ("PGPASSWORD", password);
        }

        if (server.Passfile is { } passwords)
        {
            yield return ("PGPASSFILE", passwords);
        }

        if (server.RootCertificate is { } certificate)
        {
            yield return ("PGSSLROOTCERT", certificate);
        }

        yield return (
            "PGSSLMODE",
            server.SslMode switch
            {
                SslMode.VerifyCA => "verify-ca",
                SslMode.VerifyFull => "verify-full",
                var mode => mode.ToString().ToLowerInvariant(),
            }
        );
    }

    [GeneratedRegex(@"\d+", RegexOptions.None, 1000)]
    private static partial Regex Major();
}
