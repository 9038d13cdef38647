using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>What "closed in the last twelve months" means: whole days in London, today the last of them.</summary>
public static class ClosedLately
{
    /// <summary>The first of the days: on 24 November 2026 it is 25 November 2025.</summary>
    public static DateOnly FirstDay(DateOnly today) => today.AddYears(-1).AddDays(1);

    /// <summary>When that day begins, in UTC.</summary>
    public static DateTime Since(DateOnly today) =>
        UkTime.ToUtc(FirstDay(today), TimeOnly.MinValue);
}
