using Microsoft.Extensions.Configuration;
using Moothall.Tests.Platform.Documents;

namespace Moothall.Tests;

/// <summary>What an administrator got wrong is said in a sentence, and the program ends instead of starting again and again.</summary>
public sealed class InstallationTests : IDisposable
{
    private readonly string folder = Directory
        .CreateTempSubdirectory("moot-installation-")
        .FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_comma_forgotten_in_the_settings_is_looked_for_by_line()
    {
        var file = Path.Combine(folder, "settings.json");
        File.WriteAllText(file, "{\n  \"BackupsKept\": 14\n  \"Mail\": { \"Port\": 587 }\n}\n");
        var fault = Assert.Throws<InvalidDataException>(() =>
            new ConfigurationBuilder().AddJsonFile(file).Build()
        );
        var problem = Installation.ProblemOf(fault);
        Assert.Contains(file, problem);
        Assert.Contains("line 3 and the one before it", problem);
    }

    [Fact]
    public void A_fault_of_the_program_is_not_put_down_to_the_administrator() =>
        Assert.Null(Installation.ProblemOf(new TimeoutException()));

    [Theory]
    [InlineData("Host=127.0.0.1;Passwrd=x", 1, "The connection string of the database cannot be")]
    [InlineData("Host=127.0.0.1;Port=1", 75, "The database does not answer. ")]
    public async Task A_database_that_cannot_be_opened_is_said_in_a_sentence(
        string database,
        int expected,
        string said
    )
    {
        var (code, output) = await ServeAsync($"--database={database}");
        Assert.Equal(expected, code);
        Assert.Contains(said, output);
        Assert.DoesNotContain("Unhandled exception", output);
    }

    [Fact]
    public async Task Only_the_demonstration_logs_as_one()
    {
        // No machine has this address, so the program ends when it should listen.
        var (_, output) = await ServeAsync(
            $"--database={folder}/moothall.db",
            "--preset=cannock-chase",
            "--urls=http://192.0.2.1:5080"
        );
        Assert.Contains("\"what\":\"Hosting failed to start\"", output);
    }

    private Task<(int Code, string Output)> ServeAsync(params string[] arguments) =>
        Tool.RunAsync(
            "dotnet",
            [
                typeof(Installation).Assembly.Location,
                "serve",
                $"--DataFolder={folder}",
                .. arguments,
            ]
        );

    [Theory]
    [InlineData("--DataFolder={0}/file/data", "file/data")]
    [InlineData("--Proxies=10.0.0.1", "The setting Proxies is a list")]
    public async Task A_setting_that_cannot_be_is_refused_without_a_trace_of_the_stack(
        string setting,
        string said
    )
    {
        await File.WriteAllTextAsync(
            Path.Combine(folder, "file"),
            "",
            TestContext.Current.CancellationToken
        );
        var (code, output) = await Tool.RunAsync(
            "dotnet",
            typeof(Installation).Assembly.Location,
            "backup",
            $"--database={folder}/moothall.db",
            setting.Replace("{0}", folder, StringComparison.Ordinal)
        );
        Assert.Equal(1, code);
        Assert.Contains(said, output);
        Assert.DoesNotContain("   at ", output);
    }
}
