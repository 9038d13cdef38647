namespace Moothall.Platform.Time;

/// <summary>Twelve months from 1 April, the year of the law and of plans (R2.1).</summary>
/// <param name="Begins">The calendar year in which it begins.</param>
public readonly record struct PlanYear(int Begins)
{
    /// <summary>The first and the last that an address may name.</summary>
    public const int Earliest = 2000;
    public const int Latest = 2100;

    /// <summary>1 April.</summary>
    public DateOnly First => new(Begins, 4, 1);

    /// <summary>31 March.</summary>
    public DateOnly Last => new(Begins + 1, 3, 31);

    /// <summary>The year after.</summary>
    public PlanYear Next => new(Begins + 1);

    /// <summary>The year in which a day lies.</summary>
    public static PlanYear Of(DateOnly day) => new(day.Month < 4 ? day.Year - 1 : day.Year);

    /// <summary>The year that an address names; this one where it names none that there is.</summary>
    public static PlanYear Named(int? begins, DateOnly today) =>
        begins is >= Earliest and <= Latest ? new(begins.Value) : Of(today);

    /// <summary>The day of this year in a month, from 1.</summary>
    public DateOnly Day(int month, int day) => new(month < 4 ? Begins + 1 : Begins, month, day);

    /// <summary>"2026/27".</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Begins}/{(Begins + 1) % 100:00}");
}
