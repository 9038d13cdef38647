using System.Globalization;
using System.Text;

namespace Moothall.Platform.Calendars;

/// <summary>One thing of a calendar that programmes subscribe to.</summary>
/// <param name="Uid">Stays the same for ever.</param>
/// <param name="Title">What it is called.</param>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, the same for a single one.</param>
public sealed record FeedEntry(string Uid, string Title, DateOnly First, DateOnly Last)
{
    /// <summary>Rises whenever it changes.</summary>
    public int Sequence { get; init; }

    /// <summary>When it starts on the first day by the clock of London; nothing where it lasts all day.</summary>
    public TimeOnly? Starts { get; init; }

    /// <summary>When it ends; an hour after the start where nobody said.</summary>
    public TimeOnly? Ends { get; init; }
    public string Place { get; init; } = "";
    public string Category { get; init; } = "";
}

/// <summary>Writes a whole calendar for programmes that read it again and again (RFC 5545 and 7986).</summary>
public static class CalendarFeedFile
{
    /// <summary>The file. Days end where the next begins: the last day of an entry is not its end (RFC 5545, section 3.6.1).</summary>
    public static byte[] Write(string name, IEnumerable<FeedEntry> entries, DateTime now)
    {
        var file = new StringBuilder();
        string[] head =
        [
            "BEGIN:VCALENDAR",
            "PRODID:-//Moothall//Calendar//EN",
            "VERSION:2.0",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            $"NAME:{CalendarFile.Text(name)}",
            $"X-WR-CALNAME:{CalendarFile.Text(name)}",
            "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
            "X-PUBLISHED-TTL:PT6H",
            .. CalendarFile.Zone,
        ];
        var stamp = now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        foreach (
            var line in head.Concat(entries.SelectMany(entry => Event(entry, stamp)))
                .Append("END:VCALENDAR")
        )
        {
            CalendarFile.Fold(file, line);
        }

        return Encoding.UTF8.GetBytes(file.ToString());
    }

    private static IEnumerable<string> Event(FeedEntry entry, string stamp)
    {
        yield return "BEGIN:VEVENT";
        yield return $"UID:{CalendarFile.Text(entry.Uid)}";
        yield return string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{entry.Sequence}");
        yield return $"DTSTAMP:{stamp}";
        if (entry.Starts is { } starts)
        {
            var begins = entry.First.ToDateTime(starts);
            var ends =
                entry.Ends is { } until && until > starts
                    ? entry.Last.ToDateTime(until)
                    : begins.AddHours(1);
            yield return $"DTSTART;TZID=Europe/London:{Time(begins)}";
            yield return $"DTEND;TZID=Europe/London:{Time(ends)}";
        }
        else
        {
            yield return $"DTSTART;VALUE=DATE:{Day(entry.First)}";
            yield return $"DTEND;VALUE=DATE:{Day(entry.Last.AddDays(1))}";
        }

        yield return $"SUMMARY:{CalendarFile.Text(entry.Title)}";
        if (entry.Place.Length > 0)
        {
            yield return $"LOCATION:{CalendarFile.Text(entry.Place)}";
        }

        if (entry.Category.Length > 0)
        {
            yield return $"CATEGORIES:{CalendarFile.Text(entry.Category)}";
        }

        yield return "CLASS:PRIVATE";
        // A week of awareness does not make anybody busy.
        yield return $"TRANSP:{(entry.Starts is null ? "TRANSPARENT" : "OPAQUE")}";
        yield return "END:VEVENT";
    }

    private static string Time(DateTime local) =>
        local.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) =>
        day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
