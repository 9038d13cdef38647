using System.Text;
using Moothall.Platform.Calendars;

namespace Moothall.Tests.Platform.Calendars;

/// <summary>A calendar as programmes read it: folded, escaped, days that end where the next begins.</summary>
public sealed class CalendarFeedFileTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_day_ends_where_the_next_begins()
    {
        var lines = Lines(
            new FeedEntry("a@moot", "16 Days", new(2026, 11, 25), new(2026, 12, 10)),
            new FeedEntry("b@moot", "Leap day", new(2028, 2, 29), new(2028, 2, 29))
        );
        Assert.Contains("DTSTART;VALUE=DATE:20261125", lines);
        Assert.Contains("DTEND;VALUE=DATE:20261211", lines);
        Assert.Contains("DTEND;VALUE=DATE:20280301", lines);
        Assert.Contains("TRANSP:TRANSPARENT", lines);
    }

    [Fact]
    public void A_time_of_day_is_that_of_london_and_lasts_an_hour_where_nobody_said()
    {
        var day = new DateOnly(2026, 6, 9);
        var lines = Lines(
            new FeedEntry("a@moot", "Stall", day, day) { Starts = new(10, 0), Ends = new(12, 30) },
            new FeedEntry("b@moot", "Talk", day, day) { Starts = new(18, 0) }
        );
        Assert.Contains("BEGIN:VTIMEZONE", lines);
        Assert.Contains("DTSTART;TZID=Europe/London:20260609T100000", lines);
        Assert.Contains("DTEND;TZID=Europe/London:20260609T123000", lines);
        Assert.Contains("DTEND;TZID=Europe/London:20260609T190000", lines);
    }

    [Fact]
    public void Text_is_escaped_and_no_line_is_longer_than_75_bytes()
    {
        var day = new DateOnly(2026, 6, 9);
        var title = "Knives; drugs, and “county lines”: " + new string('é', 80);
        var bytes = CalendarFeedFile.Write(
            "Testbourne, safer",
            [
                new FeedEntry("a@moot", title, day, day)
                {
                    Place = "Market Square\r\nBEGIN:VALARM",
                    Sequence = 3,
                },
            ],
            Now
        );
        var text = Encoding.UTF8.GetString(bytes);
        Assert.All(
            text.Split("\r\n"),
            line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75)
        );
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        var unfolded = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        Assert.Contains(
            "SUMMARY:Knives\\; drugs\\, and “county lines”: " + new string('é', 80),
            unfolded
        );
        Assert.Contains("LOCATION:Market Square\\nBEGIN:VALARM", unfolded);
        Assert.Contains("X-WR-CALNAME:Testbourne\\, safer", unfolded);
        Assert.Contains("SEQUENCE:3", unfolded);
        Assert.DoesNotContain("BEGIN:VALARM", unfolded);
    }

    private static string[] Lines(params FeedEntry[] entries) =>
        Encoding.UTF8.GetString(CalendarFeedFile.Write("Testbourne", entries, Now)).Split("\r\n");
}
