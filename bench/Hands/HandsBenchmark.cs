using System.Globalization;
using Moothall.BrowserTests;

namespace Moothall.Bench.Hands;

/// <summary>A task with what it may cost and what it did.</summary>
/// <param name="Name">What a person does.</param>
/// <param name="Seconds">The target in seconds; nothing where it is counted in clicks only.</param>
/// <param name="Clicks">The target in clicks; nothing where none is set.</param>
/// <param name="Cost">What it did cost.</param>
internal sealed record Timed(string Name, int? Seconds, int? Clicks, Cost Cost)
{
    /// <summary>Whether it keeps to both.</summary>
    public bool Keeps => !(Cost.Clicks > Clicks) && !(Cost.Seconds > Seconds);
}

/// <summary>
/// What people do every week, done by script through the real pages in Chromium on the demonstration partnership, and
/// counted against the times the product promises.
/// </summary>
internal static class HandsBenchmark
{
    /// <summary>Runs it and prints a line for each task.</summary>
    public static async Task<int> RunAsync(TextWriter output)
    {
        // The test host looks for the application's pages beside a test project; here it is told where they are.
        Environment.SetEnvironmentVariable(
            "ASPNETCORE_TEST_CONTENTROOT_MOOTHALL",
            Path.Combine(RunningMoot.Root, "src", "Moothall")
        );
        var chromium = new Chromium();
        await chromium.InitializeAsync();
        await using (chromium)
        {
            await using var moot = HostedMoot.Start(HandsWeek.Monday);
            var week = new HandsWeek(chromium, moot);
            await output.WriteLineAsync(
                "Clicks and keys by script through the real pages; seconds by the keystroke-level model with the server's time, without reading and thinking."
            );
            await output.WriteLineAsync(
                Line("task", "clicks", "of", "keys", "requests", "server ms", "seconds", "of", "")
            );
            var late = 0;
            await foreach (var task in week.TasksAsync())
            {
                late += task.Keeps ? 0 : 1;
                await output.WriteLineAsync(
                    Line(
                        task.Name,
                        Number(task.Cost.Clicks),
                        Number(task.Clicks),
                        Number(task.Cost.Keys),
                        Number(task.Cost.Requests),
                        task.Cost.ServerMilliseconds.ToString("0", CultureInfo.InvariantCulture),
                        task.Cost.Seconds.ToString("0.0", CultureInfo.InvariantCulture),
                        Number(task.Seconds),
                        task.Keeps ? "kept" : "NOT KEPT"
                    )
                );
            }

            await output.WriteLineAsync(late == 0 ? "All kept." : $"{late} not kept.");
        }

        return 0;
    }

    private static string Number(int? number) =>
        number?.ToString(CultureInfo.InvariantCulture) ?? "-";

    private static string Line(string task, params string[] cells) =>
        task.PadRight(46) + string.Concat(cells.Select(cell => cell.PadLeft(10)));
}
