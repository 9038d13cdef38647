using System.Globalization;

namespace Moothall.Bench.Pages;

/// <summary>What <c>./moot bench pages</c> was asked.</summary>
/// <param name="Cases">How many cases the database holds.</param>
/// <param name="Pairs">How many turns each page has with the bare one.</param>
/// <param name="Seconds">Length of a turn.</param>
/// <param name="Only">Pages to measure, by a part of their name; empty for all.</param>
/// <param name="Databases"><c>sqlite</c>, <c>postgres</c> or both.</param>
internal sealed record PageOptions(
    int Cases,
    int Pairs,
    double Seconds,
    string Only,
    IReadOnlyList<string> Databases
)
{
    public const string Usage =
        "./moot bench pages [--cases 20000] [--pairs 7] [--seconds 2] [--only PAGE] [--database sqlite|postgres]\n                      time of each page beside a bare page that reads as many rows, memory and start, on both databases";

    public static PageOptions Parse(string[] words)
    {
        var options = new PageOptions(20_000, 7, 2, "", ["sqlite", "postgres"]);
        for (var at = 0; at + 1 < words.Length; at += 2)
        {
            var value = words[at + 1];
            options = words[at] switch
            {
                "--cases" => options with
                {
                    Cases = int.Parse(value, CultureInfo.InvariantCulture),
                },
                "--pairs" => options with
                {
                    Pairs = int.Parse(value, CultureInfo.InvariantCulture),
                },
                "--seconds" => options with
                {
                    Seconds = double.Parse(value, CultureInfo.InvariantCulture),
                },
                "--only" => options with { Only = value },
                "--database" => options with { Databases = [value] },
                _ => throw new ArgumentException($"Not an option: {words[at]}", nameof(words)),
            };
        }

        return options;
    }
}
