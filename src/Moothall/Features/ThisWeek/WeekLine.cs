namespace Moothall.Features.ThisWeek;

/// <summary>How much a line presses.</summary>
public enum Urgency
{
    None,

    /// <summary>To be done before the next hub.</summary>
    Soon,

    /// <summary>Late, or in the way of everything else.</summary>
    Now,
}

/// <summary>One thing of this week.</summary>
/// <param name="Text">What it is, with its count.</param>
/// <param name="Page">The page that shows it, as Razor Pages names it; a line whose page does not exist is plain text.</param>
public sealed record WeekLine(string Text, string? Page = null)
{
    /// <summary>Route values of the page.</summary>
    public object? Values { get; init; }

    /// <summary>A second line in smaller type.</summary>
    public string Hint { get; init; } = "";
    public Urgency Urgency { get; init; }

    /// <summary>The word shown beside an urgent line.</summary>
    public string Tag { get; init; } = "";
}

/// <summary>Lines under one heading.</summary>
public sealed record WeekSection(string Heading, IReadOnlyList<WeekLine> Lines);
