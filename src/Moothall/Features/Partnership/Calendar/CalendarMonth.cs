using System.Globalization;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Calendar;

/// <summary>A month of the calendar with what lies in it.</summary>
public sealed record CalendarMonth(DateOnly First, IReadOnlyList<CalendarLine> Lines)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The last day.</summary>
    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    /// <summary>"April 2026".</summary>
    public string Name => UkTime.Month(First);

    /// <summary>What stands by itself.</summary>
    public IEnumerable<CalendarLine> Single => Lines.Where(line => !line.IsOneOfMany);

    /// <summary>What comes again and again, as one line a title.</summary>
    public IEnumerable<IGrouping<string, CalendarLine>> Repeated =>
        Lines.Where(line => line.IsOneOfMany).GroupBy(line => line.Title);

    /// <summary>The months of a year; what lasts long is in none of them.</summary>
    public static IReadOnlyList<CalendarMonth> Of(
        PlanYear year,
        IReadOnlyCollection<CalendarLine> lines
    ) =>
        [
            .. Enumerable
                .Range(0, 12)
                .Select(month => new CalendarMonth(year.First.AddMonths(month), []))
                .Select(month =>
                    month with
                    {
                        Lines =
                        [
                            .. lines.Where(line =>
                                !line.IsLong && line.Touches(month.First, month.Last)
                            ),
                        ],
                    }
                ),
        ];

    /// <summary>When a line is, short because the month stands above it: "Wed 18", "5 to 11", "until 10", "from 25, to 10 Dec".</summary>
    public string When(CalendarLine line)
    {
        if (line.First == line.Last)
        {
            var time = line.Starts is { } starts ? $", {Platform.Ui.Wording.Time(starts)}" : "";
            return line.First.ToString("ddd d", English) + time;
        }

        var (from, until) = (line.First.Day, line.Last.Day);
        return (line.First < First, line.Last > Last) switch
        {
            (false, false) => string.Create(English, $"{from} to {until}"),
            (true, false) => string.Create(English, $"until {until}"),
            (false, true) => $"{from} to {line.Last.ToString("d MMM", English)}",
            _ => "all month",
        };
    }
}
