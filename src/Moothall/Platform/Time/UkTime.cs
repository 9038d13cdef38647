using System.Globalization;

namespace Moothall.Platform.Time;

/// <summary>Instants are kept in UTC; people read and plan in the time of Europe/London. This is the only place that converts.</summary>
public static class UkTime
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The London wall clock at an instant. A value without a kind is taken as UTC, as databases return it.</summary>
    /// <exception cref="ArgumentException">The value is in the server's own time, which the product never uses.</exception>
    public static DateTime ToLocal(DateTime utc)
    {
        if (utc.Kind == DateTimeKind.Local)
        {
            throw new ArgumentException("Instants are kept in UTC.", nameof(utc));
        }

        return TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);
    }

    /// <summary>
    /// The instant of a London date and time. A time the spring change skips moves forward by the gap (01:30 becomes 02:30);
    /// a time the autumn change repeats means the first of the two, so that a deadline never comes later than people expect.
    /// </summary>
    public static DateTime ToUtc(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        if (Zone.IsInvalidTime(local))
        {
            // Reading the skipped time with the offset from before the change moves it forward by exactly the gap.
            var before = Zone.GetUtcOffset(local.AddHours(-3));
            return DateTime.SpecifyKind(local - before, DateTimeKind.Utc);
        }

        var offset = Zone.IsAmbiguousTime(local)
            ? Zone.GetAmbiguousTimeOffsets(local).Max()
            : Zone.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }

    /// <summary>The London date at an instant.</summary>
    public static DateOnly DateOf(DateTime utc) => DateOnly.FromDateTime(ToLocal(utc));

    /// <summary>Today's date in London.</summary>
    public static DateOnly Today(TimeProvider clock) => DateOf(clock.GetUtcNow().UtcDateTime);

    /// <summary>"Tuesday 24 November 2026 at 10:00".</summary>
    public static string Long(DateTime utc) => $"{LongDate(DateOf(utc))} at {Clock(utc)}";

    /// <summary>"24 Nov 2026, 10:00", for tables.</summary>
    public static string Short(DateTime utc) =>
        ToLocal(utc)
            .ToString("d MMM yyyy', 'HH:mm", English)
            .Replace("Sept", "Sep", StringComparison.Ordinal);

    /// <summary>"Tuesday 24 November at 10:00", where the year is plain from the context.</summary>
    public static string DayAndTime(DateTime utc) => $"{Day(DateOf(utc))} at {Clock(utc)}";

    /// <summary>"10:00".</summary>
    public static string Clock(DateTime utc) => ToLocal(utc).ToString("HH:mm", English);

    /// <summary>"Tuesday 24 November 2026".</summary>
    public static string LongDate(DateOnly date) => date.ToString("dddd d MMMM yyyy", English);

    /// <summary>"April 2025".</summary>
    public static string Month(DateOnly date) => date.ToString("MMMM yyyy", English);

    /// <summary>"24 November 2026".</summary>
    public static string Date(DateOnly date) => date.ToString("d MMMM yyyy", English);

    /// <summary>"Tuesday 24 November".</summary>
    public static string Day(DateOnly date) => date.ToString("dddd d MMMM", English);
}
