using System.Globalization;
using Moothall.Platform.Data;

namespace Moothall;

/// <summary>What the program was asked to do.</summary>
public enum Command
{
    Serve,
    VerifyAudit,
    Import,
    Backup,
    ShowRecoveryCode,
    Restore,
}

/// <summary>A list to bring in from the command line.</summary>
/// <param name="Kind"><c>cases</c>, <c>actions</c>, <c>members</c> or <c>plan</c>.</param>
/// <param name="File">The file.</param>
/// <param name="IsDryRun">Whether to write nothing and only say what would be.</param>
/// <param name="IsJson">Whether to say it as one JSON object.</param>
/// <param name="Answers">A JSON file of answers by question; empty for none.</param>
/// <param name="Hub">Name of the hub, where there are several.</param>
/// <param name="Map">What columns are, each as "Heading=Field".</param>
public sealed record ImportRequest(
    string Kind,
    string File,
    bool IsDryRun,
    bool IsJson,
    string Answers,
    string Hub,
    IReadOnlyList<string> Map
);

/// <summary>The words after the program's name: <c>serve --preset demo --database data/moothall.db --reset</c>, <c>audit verify</c>, <c>import cases list.xlsx --dry-run</c>, <c>backup</c> or <c>restore FILE</c>.</summary>
public sealed record StartOptions
{
    public Command Command { get; private init; }

    /// <summary>The partnership to create in an empty database: <c>demo</c> or <c>cannock-chase</c>; nothing to create none.</summary>
    public string? Preset { get; private init; }

    /// <summary>Whether it is the demonstration, in which nothing is of a real person.</summary>
    public bool IsDemonstration => Preset == "demo";

    /// <summary>Number of the demonstration: the same number gives the same partnership.</summary>
    public int Seed { get; private init; } = 1;

    /// <summary>Whether to throw the database away first.</summary>
    public bool Reset { get; private init; }

    private string? Database { get; init; }

    /// <summary>What the command <c>import</c> was asked to bring in.</summary>
    public ImportRequest Import { get; private init; } = new("", "", false, false, "", "", []);

    /// <summary>The backup to write or to restore; nothing for a new one in the backup folder.</summary>
    public string? BackupFile { get; private init; }

    /// <summary>What is left for the host.</summary>
    public string[] HostArguments { get; private init; } = [];

    /// <summary>Reads the arguments; those it does not know go to the host.</summary>
    public static StartOptions Parse(string[] typed)
    {
        var options = new StartOptions();
        var args = typed.SelectMany(Words).ToArray();
        var rest = new List<string>();
        for (var index = 0; index < args.Length; index++)
        {
            string? Next() => index + 1 < args.Length ? args[++index] : null;
            switch (args[index])
            {
                case "serve":
                    break;
                case "audit" when index + 1 < args.Length && args[index + 1] == "verify":
                    index++;
                    options = options with { Command = Command.VerifyAudit };
                    break;
                case "import":
                    options = options with
                    {
                        Command = Command.Import,
                        Import = options.Import with { Kind = Next() ?? "", File = Next() ?? "" },
                    };
                    break;
                case "backup":
                    options = options with { Command = Command.Backup };
                    if (index + 1 < args.Length && !args[index + 1].StartsWith('-'))
                    {
                        options = options with { BackupFile = Next() };
                    }

                    break;
                case "--show-code" when options.Command == Command.Backup:
                    options = options with { Command = Command.ShowRecoveryCode };
                    break;
                case "restore":
                    options = options with { Command = Command.Restore, BackupFile = Next() };
                    break;
                case "--dry-run":
                    options = options with { Import = options.Import with { IsDryRun = true } };
                    break;
                case "--json":
                    options = options with { Import = options.Import with { IsJson = true } };
                    break;
                case "--answers":
                    options = options with
                    {
                        Import = options.Import with { Answers = Next() ?? "" },
                    };
                    break;
                case "--hub":
                    options = options with { Import = options.Import with { Hub = Next() ?? "" } };
                    break;
                case "--map":
                    options = options with
                    {
                        Import = options.Import with
                        {
                            Map = [.. options.Import.Map, Next() ?? ""],
                        },
                    };
                    break;
                case "--preset":
                    options = options with { Preset = Next() };
                    break;
                case "--seed"
                    when index + 1 < args.Length
                        && int.TryParse(
                            args[index + 1],
                            NumberStyles.None,
                            CultureInfo.InvariantCulture,
                            out var seed
                        ):
                    index++;
                    options = options with { Seed = seed };
                    break;
                case "--reset":
                    options = options with { Reset = true };
                    break;
                case "--database":
                    options = options with { Database = Next() };
                    break;
                default:
                    rest.Add(args[index]);
                    break;
            }
        }

        return options with
        {
            HostArguments = [.. rest],
        };
    }

    // --preset=demo is the same as --preset demo: read as a setting of the host it would be passed over without a word.
    private static string[] Words(string argument) =>
        argument.StartsWith("--preset=", StringComparison.Ordinal)
        || argument.StartsWith("--seed=", StringComparison.Ordinal)
        || argument.StartsWith("--database=", StringComparison.Ordinal)
            ? argument.Split('=', 2)
            : [argument];

    /// <summary>The database: from the command line, else the setting <c>Database</c>, else a file beside the program's data.</summary>
    public DatabaseAddress DatabaseAddress(IConfiguration settings) =>
        new(Database ?? settings["Database"] ?? Path.Combine("data", "moothall.db"));

    /// <summary>Where files and keys are kept: the setting <c>DataFolder</c>, else the folder of the database file.</summary>
    public static string DataFolder(IConfiguration settings, DatabaseAddress address) =>
        settings["DataFolder"]
        ?? (address.IsPostgres ? "data" : Path.GetDirectoryName(Path.GetFullPath(address.Text))!);

    /// <summary>Where keys are kept: the setting <c>KeyFolder</c>, else a folder in the data folder. It belongs in another backup than the data.</summary>
    public static string KeyFolder(IConfiguration settings, DatabaseAddress address) =>
        settings["KeyFolder"] ?? Path.Combine(DataFolder(settings, address), "keys");
}
