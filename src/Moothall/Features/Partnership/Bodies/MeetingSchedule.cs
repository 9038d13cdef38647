using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Bodies;

/// <summary>When a body meets each week, in London time (S1-3.1a), and when its papers close (S1-5.6b).</summary>
/// <param name="Day">Day of the week.</param>
/// <param name="Start">Time of the start.</param>
/// <param name="Minutes">Planned length, at most 60 (S1-3.1b).</param>
/// <param name="CutOffDaysBefore">Days before the meeting on which referrals close; 1 means the day before.</param>
/// <param name="CutOffTime">Time on that day at which referrals close; the instant itself is still on time.</param>
public sealed record MeetingSchedule(
    DayOfWeek Day,
    TimeOnly Start,
    int Minutes,
    int CutOffDaysBefore,
    TimeOnly CutOffTime
)
{
    /// <summary>Longest planned meeting, in minutes, when no guest speaker is on the agenda (S1-3.1b).</summary>
    public const int LongestMinutes = 60;

    /// <summary>The hub of the published terms: Tuesday at 10:00 for an hour, referrals by noon on Monday.</summary>
    public static MeetingSchedule Hub { get; } =
        new(DayOfWeek.Tuesday, new TimeOnly(10, 0), LongestMinutes, 1, new TimeOnly(12, 0));

    /// <summary>What is wrong with the schedule, in words; empty when nothing is.</summary>
    public IEnumerable<string> Problems()
    {
        if (Minutes is < 1 or > LongestMinutes)
        {
            yield return $"A meeting is planned for 1 to {LongestMinutes} minutes. It can be longer only for a guest speaker, on the day.";
        }

        if (CutOffDaysBefore is < 0 or > 6)
        {
            yield return "Referrals close 0 to 6 days before the meeting.";
        }

        if (CutOffDaysBefore == 0 && CutOffTime > Start)
        {
            yield return "Referrals cannot close after the meeting has started.";
        }
    }

    /// <summary>Starts of the meetings with <paramref name="fromUtc"/> ≤ start &lt; <paramref name="toUtc"/>, in order, as UTC instants.</summary>
    public IEnumerable<DateTime> Occurrences(DateTime fromUtc, DateTime toUtc)
    {
        var date = UkTime.DateOf(fromUtc);
        date = date.AddDays(((int)Day - (int)date.DayOfWeek + 7) % 7);
        for (
            var start = UkTime.ToUtc(date, Start);
            start < toUtc;
            start = UkTime.ToUtc(date, Start)
        )
        {
            if (start >= fromUtc)
            {
                yield return start;
            }

            date = date.AddDays(7);
        }
    }

    /// <summary>
    /// When referrals for a meeting close. Counted back from the meeting's London date, so a meeting moved by hand takes its
    /// cut-off with it; a bank holiday does not move it (C4), and neither does a change of the clocks in between.
    /// </summary>
    public DateTime CutOff(DateTime meetingStartUtc) =>
        UkTime.ToUtc(UkTime.DateOf(meetingStartUtc).AddDays(-CutOffDaysBefore), CutOffTime);

    /// <summary>
    /// Says when a meeting falls on a bank holiday and suggests the next working day at the same time. Nothing is moved
    /// without a person deciding so (C4). Null on an ordinary day.
    /// </summary>
    public static BankHolidayClash? FallsOnBankHoliday(DateTime meetingStartUtc)
    {
        var local = UkTime.ToLocal(meetingStartUtc);
        var date = DateOnly.FromDateTime(local);
        if (BankHolidays.NameOf(date) is not { } holiday)
        {
            return null;
        }

        var suggested = UkTime.ToUtc(
            BankHolidays.WorkingDayOnOrAfter(date.AddDays(1)),
            TimeOnly.FromDateTime(local)
        );
        return new BankHolidayClash(
            holiday,
            suggested,
            $"{UkTime.LongDate(date)} is a bank holiday ({holiday}). The meeting stays on that day unless it is moved or cancelled; "
                + $"the next working day is {UkTime.DayAndTime(suggested)}."
        );
    }
}

/// <summary>A meeting planned for a bank holiday.</summary>
/// <param name="Holiday">The holiday's name.</param>
/// <param name="SuggestedStartUtc">The next working day at the same London time.</param>
/// <param name="Sentence">Both, for the screen.</param>
public sealed record BankHolidayClash(string Holiday, DateTime SuggestedStartUtc, string Sentence);
