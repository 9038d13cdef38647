using System.Collections.Frozen;
using System.Text.Json;

namespace Moothall.Platform.Time;

/// <summary>Bank holidays in England and Wales, from the list gov.uk publishes (see docs/data-sources.md).</summary>
public static class BankHolidays
{
    private const string Resource =
        "Moothall.Platform.Time.Data.bank-holidays-england-and-wales.json";

    private static readonly FrozenDictionary<DateOnly, string> ByDate;

    static BankHolidays()
    {
        using var stream =
            typeof(BankHolidays).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not in the assembly.");
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        FirstYear = root.GetProperty("firstYear").GetInt32();
        LastYear = root.GetProperty("lastYear").GetInt32();
        ByDate = root.GetProperty("events")
            .EnumerateArray()
            .ToFrozenDictionary(
                e => DateOnly.ParseExact(e.GetProperty("date").GetString()!, "yyyy-MM-dd", null),
                e => e.GetProperty("title").GetString()!
            );
    }

    /// <summary>First year the list covers.</summary>
    public static int FirstYear { get; }

    /// <summary>Last year the list covers; a later date has no known holidays.</summary>
    public static int LastYear { get; }

    /// <summary>The holiday's name, or null on an ordinary day.</summary>
    public static string? NameOf(DateOnly date) => ByDate.GetValueOrDefault(date);

    /// <summary>Neither a weekend nor a bank holiday.</summary>
    public static bool IsWorkingDay(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && NameOf(date) is null;

    /// <summary>The date itself if it is a working day, otherwise the first working day after it.</summary>
    public static DateOnly WorkingDayOnOrAfter(DateOnly date)
    {
        while (!IsWorkingDay(date))
        {
            date = date.AddDays(1);
        }

        return date;
    }
}
