using System.Globalization;

namespace Moothall.Bench.Pages;

/// <summary>Prints comparisons, a line each.</summary>
internal static class Table
{
    public static string Head { get; } =
        Row(
            "milliseconds",
            "clients",
            "p50",
            "p95",
            "p99",
            "a second",
            "bare p50",
            "bare p95",
            "bare p99",
            "a second",
            "p95 times",
            "of",
            ""
        );

    public static string Line(Comparison one) =>
        Row(
            one.Pair.Name,
            Whole(one.Clients),
            Fine(one.Product(50)),
            Fine(one.Product(95)),
            Fine(one.Product(99)),
            Whole(one.Rate),
            Fine(one.Bare(50)),
            Fine(one.Bare(95)),
            Fine(one.Bare(99)),
            Whole(one.BareRate),
            Fine(one.Ratio(95)),
            one.Pair.Aim is { } aim ? Whole(aim) : "-",
            one.Pair.Aim is { } most
                ? one.Ratio(95) <= most
                    ? "kept"
                    : "NOT KEPT"
                : ""
        );

    /// <summary>A number with as many digits as mean something.</summary>
    public static string Fine(double number) =>
        number.ToString(number < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);

    private static string Whole(double number) =>
        number.ToString("0", CultureInfo.InvariantCulture);

    private static string Row(string name, params string[] cells) =>
        name.PadRight(24) + string.Concat(cells.Select(cell => cell.PadLeft(10)));
}
