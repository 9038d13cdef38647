using Moothall.Bench.Hands;

switch (args)
{
    case ["hands"]:
        return await HandsBenchmark.RunAsync(Console.Out);
    default:
        await Console.Error.WriteLineAsync(
            "./moot bench hands    clicks, keys and server time of what people do every week, through the real pages"
        );
        return 2;
}
