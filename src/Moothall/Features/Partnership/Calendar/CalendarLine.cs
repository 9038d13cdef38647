namespace Moothall.Features.Partnership.Calendar;

/// <summary>One thing that the calendar shows, from wherever it comes.</summary>
/// <param name="Key">Tells it from all others for ever, for calendar programmes.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Type">What sort of thing it is.</param>
/// <param name="Audience">Who may know of it.</param>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, the same for a single one.</param>
public sealed record CalendarLine(
    string Key,
    string Title,
    OccasionType Type,
    CalendarAudience Audience,
    DateOnly First,
    DateOnly Last
)
{
    /// <summary>Longer than this it is shown once, above the months, and not in each of them.</summary>
    private const int LongestInMonths = 31;

    /// <summary>When it starts by the clock of London; nothing where it lasts all day.</summary>
    public TimeOnly? Starts { get; init; }

    /// <summary>When it ends; nothing where nobody said.</summary>
    public TimeOnly? Ends { get; init; }
    public string Place { get; init; } = "";

    /// <summary>Where more is said of it; empty where nothing is.</summary>
    public string Path { get; init; } = "";

    /// <summary>The law or rule that asks for it; empty for everything else.</summary>
    public string Source { get; init; } = "";

    /// <summary>How often it was changed, so that calendar programmes notice.</summary>
    public int Version { get; init; }

    /// <summary>Whether only one line a month stands for all of its kind, as with weekly meetings.</summary>
    public bool IsOneOfMany { get; init; }

    /// <summary>Whether it lasts so long that it stands above the months.</summary>
    public bool IsLong => Last.DayNumber - First.DayNumber >= LongestInMonths;

    /// <summary>Whether any of it lies between two days, both included.</summary>
    public bool Touches(DateOnly from, DateOnly until) => First <= until && Last >= from;
}
