using System.Text;
using Moothall.Platform.Calendars;

namespace Moothall.Tests.Platform.Calendars;

/// <summary>Appointments as calendars read them.</summary>
public class CalendarFileTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc);

    private static string[] Lines(CalendarEntry entry) =>
        Encoding.UTF8.GetString(CalendarFile.Write(entry, Now)).Split("\r\n");

    private static CalendarEntry Entry(DateTime start) =>
        new(
            "1@hub.example",
            3,
            "Hub",
            "Room 1",
            "Words",
            "https://hub.example/Meetings/1",
            start,
            90,
            false
        );

    [Theory]
    [InlineData("2026-03-24T10:00", "20260324T100000", "20260324T113000")]
    [InlineData("2026-03-29T00:00", "20260329T000000", "20260329T023000")]
    [InlineData("2026-03-31T09:00", "20260331T100000", "20260331T113000")]
    [InlineData("2026-10-24T09:00", "20261024T100000", "20261024T113000")]
    [InlineData("2026-10-27T10:00", "20261027T100000", "20261027T113000")]
    public void Times_are_those_of_the_clock_on_the_wall_on_both_sides_of_its_changes(
        string utc,
        string start,
        string end
    )
    {
        var lines = Lines(
            Entry(
                DateTime.SpecifyKind(
                    DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture),
                    DateTimeKind.Utc
                )
            )
        );

        Assert.Contains($"DTSTART;TZID=Europe/London:{start}", lines);
        Assert.Contains($"DTEND;TZID=Europe/London:{end}", lines);
        Assert.Contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", lines);
        Assert.Contains("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", lines);
    }

    [Fact]
    public void It_says_when_where_and_what_and_nobody_s_name()
    {
        var lines = Lines(Entry(Now));

        Assert.Contains("METHOD:PUBLISH", lines);
        Assert.Contains("UID:1@hub.example", lines);
        Assert.Contains("SEQUENCE:3", lines);
        Assert.Contains("STATUS:CONFIRMED", lines);
        Assert.Contains("X-MICROSOFT-CDO-BUSYSTATUS:BUSY", lines);
        Assert.DoesNotContain(
            lines,
            line =>
                line.StartsWith("ATTENDEE", StringComparison.Ordinal)
                || line.StartsWith("ORGANIZER", StringComparison.Ordinal)
        );
        Assert.Equal("", lines[^1]);
    }

    [Fact]
    public void A_cancelled_meeting_is_taken_out()
    {
        var lines = Lines(
            Entry(Now) with
            {
                IsCancelled = true,
                Organiser = "hub@council.example",
            }
        );

        Assert.Contains("METHOD:CANCEL", lines);
        Assert.Contains("STATUS:CANCELLED", lines);
        Assert.Contains("ORGANIZER:mailto:hub@council.example", lines);
        Assert.Contains("X-MICROSOFT-CDO-BUSYSTATUS:FREE", lines);
    }

    [Fact]
    public void Odd_letters_and_long_lines_are_written_so_that_they_come_back()
    {
        var odd =
            $"Room 1; the \"old\" one, up\\down\nBEGIN:VEVENT {new string('é', 100)} 😀{new string('x', 100)}";
        var file = Encoding.UTF8.GetString(
            CalendarFile.Write(Entry(Now) with { Place = odd }, Now)
        );

        Assert.All(
            file.Split("\r\n"),
            line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75)
        );
        Assert.DoesNotContain('\n', file.Replace("\r\n", "", StringComparison.Ordinal));
        var location = file.Replace("\r\n ", "", StringComparison.Ordinal)
            .Split("\r\n")
            .Single(line => line.StartsWith("LOCATION:", StringComparison.Ordinal));
        Assert.Equal(
            odd,
            location[9..]
                .Replace("\\n", "\n", StringComparison.Ordinal)
                .Replace("\\;", ";", StringComparison.Ordinal)
                .Replace("\\,", ",", StringComparison.Ordinal)
                .Replace("\\\\", "\\", StringComparison.Ordinal)
        );
        Assert.Single(file.Split("\r\n"), line => line == "BEGIN:VEVENT");
    }
}
