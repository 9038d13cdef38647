using System.Text.Json;

namespace Moothall;

/// <summary>Where an installed program finds its own files and its settings, from wherever it is called.</summary>
public static class Installation
{
    /// <summary>The settings of a server; the environment and the command line go before it.</summary>
    private const string Settings = "/etc/moothall/settings.json";

    /// <summary>Begins the application.</summary>
    public static WebApplicationBuilder CreateBuilder(string[] arguments)
    {
        // Only what was published has its pages' files beside the program.
        var own = AppContext.BaseDirectory;
        if (!Directory.Exists(Path.Combine(own, "wwwroot")))
        {
            return WebApplication.CreateBuilder(arguments);
        }

        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = arguments, ContentRootPath = own }
        );
        builder
            .Configuration.AddJsonFile(Settings, optional: true, reloadOnChange: false)
            .AddEnvironmentVariables()
            .AddCommandLine(arguments);
        return builder;
    }

    /// <summary>What whoever runs the server did not mean to write or to ask, told from a fault of the program's own.</summary>
    /// <returns>A sentence for the screen; nothing where it is not theirs to put right.</returns>
    public static string? ProblemOf(Exception fault) =>
        fault switch
        {
            InvalidDataException when JsonIn(fault) is { } json =>
                $"{fault.Message} Look at line {json.LineNumber + 1} and the one before it: a comma, a quotation mark or a bracket is missing there or is too many.",
            UnauthorizedAccessException =>
                $"{fault.Message} The folder must be there and belong to the account that runs this: runuser -u moothall -- …",
            InvalidDataException or InvalidOperationException or IOException => fault.Message,
            _ => null,
        };

    private static JsonException? JsonIn(Exception? fault) =>
        fault is null or JsonException ? (JsonException?)fault : JsonIn(fault.InnerException);
}
