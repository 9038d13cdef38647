namespace Moothall;

/// <summary>Where an installed program finds its own files and its settings, from wherever it is called.</summary>
internal static class Installation
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
}
