using System.Globalization;
using System.Text;
using Moothall.Platform.Time;

namespace Moothall.Platform.Calendars;

/// <summary>Writes an appointment as calendars read it (RFC 5545 and 5546), Outlook among them: times as the clock on the wall shows them, with the rule of both clock changes.</summary>
public static class CalendarFile
{
    /// <summary>Its media type.</summary>
    public const string ContentType = "text/calendar; charset=utf-8";

    private const int LongestLine = 75; // bytes, RFC 5545 section 3.1

    // In force since 1996: forward on the last Sunday of March, back on the last of October, both at 01:00 UTC.
    internal static readonly string[] Zone =
    [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/London",
        "BEGIN:DAYLIGHT",
        "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0100",
        "TZNAME:BST",
        "DTSTART:19960331T010000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0000",
        "TZNAME:GMT",
        "DTSTART:19961027T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "END:STANDARD",
        "END:VTIMEZONE",
    ];

    /// <summary>The file, each line ended by CR LF and folded.</summary>
    public static byte[] Write(CalendarEntry entry, DateTime now)
    {
        string[] lines =
        [
            "BEGIN:VCALENDAR",
            "PRODID:-//Moothall//Meetings//EN",
            "VERSION:2.0",
            "CALSCALE:GREGORIAN",
            $"METHOD:{(entry.IsCancelled ? "CANCEL" : "PUBLISH")}",
            .. Zone,
            "BEGIN:VEVENT",
            $"UID:{Text(entry.Uid)}",
            string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{entry.Sequence}"),
            $"DTSTAMP:{now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}",
            $"DTSTART;TZID=Europe/London:{Local(entry.StartsAt)}",
            $"DTEND;TZID=Europe/London:{Local(entry.StartsAt.AddMinutes(entry.Minutes))}",
            $"SUMMARY:{Text(entry.Title)}",
            .. entry.Place.Length > 0 ? [$"LOCATION:{Text(entry.Place)}"] : Array.Empty<string>(),
            $"DESCRIPTION:{Text(entry.Description)}",
            $"URL:{entry.Address}",
            .. entry.Organiser.Length > 0
                ? [$"ORGANIZER:mailto:{entry.Organiser}"]
                : Array.Empty<string>(),
            $"STATUS:{(entry.IsCancelled ? "CANCELLED" : "CONFIRMED")}",
            "CLASS:PRIVATE",
            $"TRANSP:{(entry.IsCancelled ? "TRANSPARENT" : "OPAQUE")}",
            $"X-MICROSOFT-CDO-BUSYSTATUS:{(entry.IsCancelled ? "FREE" : "BUSY")}",
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        var file = new StringBuilder();
        foreach (var line in lines)
        {
            Fold(file, line);
        }

        return Encoding.UTF8.GetBytes(file.ToString());
    }

    private static string Local(DateTime utc) =>
        UkTime.ToLocal(utc).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    internal static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            if (letter is '\\' or ';' or ',')
            {
                escaped.Append('\\').Append(letter);
            }
            else if (letter == '\n')
            {
                escaped.Append("\\n");
            }
            else if (!char.IsControl(letter))
            {
                escaped.Append(letter);
            }
        }

        return escaped.ToString();
    }

    // A line goes on after a line break and a space; no letter is cut in two.
    internal static void Fold(StringBuilder file, string line)
    {
        var bytes = 0;
        foreach (var letter in line.EnumerateRunes())
        {
            if (bytes + letter.Utf8SequenceLength > LongestLine)
            {
                file.Append("\r\n ");
                bytes = 1;
            }

            file.Append(letter);
            bytes += letter.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}
