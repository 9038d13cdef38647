using System.Globalization;

namespace Moothall.Features.Plan;

/// <summary>A year of plans: twelve months from 1 April (regulation 2; R2.1).</summary>
/// <param name="Starts">The calendar year in which it begins.</param>
public readonly record struct PlanYear(int Starts)
{
    private const int FirstMonth = 4;

    /// <summary>Its first day.</summary>
    public DateOnly First => new(Starts, FirstMonth, 1);

    /// <summary>Its last day, 31 March; by then the plan is revised for the next (R2.13).</summary>
    public DateOnly Last => First.AddYears(1).AddDays(-1);

    /// <summary>The year after.</summary>
    public PlanYear Next => new(Starts + 1);

    /// <summary>The year that a day lies in.</summary>
    public static PlanYear Of(DateOnly day) =>
        new(day.Month < FirstMonth ? day.Year - 1 : day.Year);

    /// <summary>"2026/27".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Starts}/{(Starts + 1) % 100:00}");
}
