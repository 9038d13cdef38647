using System.Reflection;
using System.Text.RegularExpressions;
using Moothall.Matching;

namespace Moothall.Tests.House;

/// <summary>The shape of the house: features use the platform and never the reverse; files stay small.</summary>
public sealed partial class DirectionTests
{
    private const int LongestFile = 300;

    [GeneratedRegex(
        @"^\s*(using|@using|@inject|namespace)?.*\bMoothall\.Features\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex NamesFeatures();

    [Fact]
    public void The_platform_knows_no_feature()
    {
        var offenders = Sources("src/Moothall/Platform", "*.cs")
            .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal))
            .Where(file => File.ReadLines(file).Any(line => NamesFeatures().IsMatch(line)))
            .ToList();
        Assert.Empty(offenders);
    }

    [Fact]
    public void The_matching_library_knows_neither_the_web_nor_the_database() =>
        Assert.All(
            typeof(PersonIndex).Assembly.GetReferencedAssemblies(),
            one => Assert.StartsWith("System.", one.Name, StringComparison.Ordinal)
        );

    [GeneratedRegex(@"new SelectListItem\([^;]*\.ToListAsync", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MakesTextOfIdentifiers();

    // SQLite writes an identifier in capitals, .NET in small letters: compared as text they are never the same.
    [Fact]
    public void No_list_of_choices_has_its_identifiers_written_by_the_database()
    {
        var offenders = Sources("src/Moothall", "*.cs")
            .Where(file => MakesTextOfIdentifiers().IsMatch(File.ReadAllText(file)))
            .ToList();
        Assert.Empty(offenders);
    }

    [Fact]
    public void No_file_written_by_hand_is_longer_than_people_read()
    {
        var offenders = new[] { "src", "tests" }
            .SelectMany(folder =>
                Sources(folder, "*.cs")
                    .Concat(Sources(folder, "*.cshtml"))
                    .Concat(Sources(folder, "*.ts"))
                    .Concat(Sources(folder, "*.scss"))
            )
            .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal))
            .Where(file => File.ReadLines(file).Count() > LongestFile)
            .ToList();
        Assert.Empty(offenders);
    }

    /// <summary>The source files below a folder of the repository, without what the build makes or fetches.</summary>
    private static IEnumerable<string> Sources(string folder, string pattern) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(file =>
                !new[] { "/obj/", "/bin/", "/node_modules/", "/wwwroot/" }.Any(part =>
                    file.Contains(part, StringComparison.Ordinal)
                )
            );

    internal static string Root
    {
        get
        {
            var place = Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!;
            while (!File.Exists(Path.Combine(place, "Moothall.slnx")))
            {
                place = Path.GetDirectoryName(place)!;
            }

            return place;
        }
    }
}
