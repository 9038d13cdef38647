using Moothall.Bench;
using Moothall.Bench.Hands;
using Moothall.Bench.Matching;
using Moothall.Bench.Pages;
using Moothall.Bench.Papers;

switch (args)
{
    case ["hands"]:
        return await HandsBenchmark.RunAsync(Console.Out);
    case ["matching", .. var options]:
        return await MatchingBenchmark.RunAsync(options, Console.Out);
    case ["pages", .. var options]:
        return await PagesBenchmark.RunAsync(PageOptions.Parse(options), Console.Out);
    case ["papers", .. var options]:
        return await PapersBenchmark.RunAsync(options, Console.Out);
    case ["soak", .. var options]:
        return await SoakCommand.RunAsync(options, Console.Out);
    default:
        await Console.Error.WriteLineAsync(
            "./moot bench hands    clicks, keys and server time of what people do every week, through the real pages"
        );
        await Console.Error.WriteLineAsync(PageOptions.Usage);
        await Console.Error.WriteLineAsync(MatchingBenchmark.Usage);
        await Console.Error.WriteLineAsync(PapersBenchmark.Usage);
        await Console.Error.WriteLineAsync(SoakCommand.Usage);
        return 2;
}
