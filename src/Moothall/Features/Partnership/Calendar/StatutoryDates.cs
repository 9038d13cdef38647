using Moothall.Features.Partnership.LegalParameters;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Calendar;

/// <summary>
/// The days by which the law wants something of a partnership in a year from 1 April. What it wants, since when and by which
/// source are the partnership's own legal numbers; here stands only what is said and on which days of the year it falls.
/// </summary>
public static class StatutoryDates
{
    private const string Scrutiny = "csp.scrutiny";

    private sealed record Duty(
        string Key,
        string Title,
        Func<PlanYear, IEnumerable<DateOnly>> Days
    );

    private static readonly Duty[] Duties =
    [
        new("csp.assessment", "Strategic assessment of the year is prepared", AtTheEnd),
        new("csp.plan_revision", "Partnership plan is revised for the next year", AtTheEnd),
        new("csp.public_meeting", "A public meeting was held in the year", AtTheEnd),
        new(
            "csp.county_agreement",
            "The county’s community safety agreement is prepared",
            AtTheEnd
        ),
        // Twelve months are counted from the last one; where none is recorded, the end of the year is when one looks.
        new(Scrutiny, "Scrutiny has looked at the partnership within 12 months", AtTheEnd),
        new("csp.data_quarter", "Depersonalised data of the quarter before are shared", Quarters),
    ];

    /// <summary>The keys of the legal numbers that it asks for.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. Duties.Select(duty => duty.Key)];

    /// <summary>The dates of a year, each with its source; a duty that the partnership has no number for is left out.</summary>
    /// <param name="year">The year.</param>
    /// <param name="parameters">The legal numbers.</param>
    /// <param name="scrutinyBy">By when scrutiny looks at the partnership again, where it has before.</param>
    public static IEnumerable<CalendarLine> Of(
        PlanYear year,
        IReadOnlyCollection<LegalParameter> parameters,
        DateOnly? scrutinyBy = null
    ) =>
        from duty in Duties
        from day in DaysOf(duty, year, scrutinyBy)
        let rule = parameters
            .Where(one => one.Key == duty.Key && one.EffectiveFrom <= day)
            .MaxBy(one => one.EffectiveFrom)
        where rule is not null
        select new CalendarLine(
            FormattableString.Invariant($"{duty.Key}-{day:yyyyMMdd}"),
            duty.Title,
            OccasionType.StatutoryDate,
            CalendarAudience.Partners,
            day,
            day
        )
        {
            Source = rule.Words.Length > 0 ? $"{rule.Source}: {rule.Words}" : rule.Source,
            Version = rule.Version,
        };

    private static IEnumerable<DateOnly> DaysOf(Duty duty, PlanYear year, DateOnly? scrutinyBy) =>
        duty.Key != Scrutiny || scrutinyBy is not { } day ? duty.Days(year)
        : PlanYear.Of(day) == year ? [day]
        : [];

    private static IEnumerable<DateOnly> AtTheEnd(PlanYear year) => [year.Last];

    private static IEnumerable<DateOnly> Quarters(PlanYear year) =>
        [year.Day(6, 30), year.Day(9, 30), year.Day(12, 31), year.Last];
}
