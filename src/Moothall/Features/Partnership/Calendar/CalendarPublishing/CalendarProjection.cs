using Moothall.Features.Plan.Initiatives;
using Moothall.Features.Public;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Calendar.CalendarPublishing;

/// <summary>What everybody may read of a year of the calendar: what is for the public, with what partners say to it (S3-26).</summary>
public static class CalendarProjection
{
    /// <summary>The year month by month. Partners, materials and how it went stay inside; so does what is only proposed.</summary>
    public static (string Title, PublishedContent Content) Of(
        PlanYear year,
        IEnumerable<CalendarOccasion> occasions,
        IEnumerable<Initiative> initiatives
    )
    {
        var lines = occasions
            .Where(one => one.Details.Audience == CalendarAudience.Public)
            .Select(one =>
                (
                    one.Details.First!.Value,
                    one.Details.Title,
                    When: one.Details.When(),
                    Where: one.Details.Places,
                    Words: one.Details.Messages
                )
            )
            .Concat(
                initiatives
                    .Where(one => one is { IsForEverybody: true, Details.From: not null })
                    .Select(one =>
                        (
                            one.Details.From!.Value,
                            one.Details.Title,
                            When: one.Details.Days(),
                            Where: one.Details.Where,
                            Words: one.Details.PublicMessage
                        )
                    )
            )
            .OrderBy(one => one.Value)
            .ThenBy(one => one.Title, StringComparer.CurrentCulture)
            .ToList();
        return (
            $"What is on {year}",
            new(
                lines.Count == 0
                    ? "Nothing is planned yet."
                    : "Campaigns, events and weeks of action in the year from 1 April.",
                [
                    .. lines
                        .GroupBy(one =>
                            UkTime.Month(one.Value < year.First ? year.First : one.Value)
                        )
                        .SelectMany(month =>
                            month
                                .Select(one => new PublishedSection(
                                    3,
                                    one.Title,
                                    one.Words,
                                    [
                                        .. new PublishedFact[]
                                        {
                                            new("When", one.When),
                                            new("Where", one.Where),
                                        }.Where(fact => fact.Text.Length > 0),
                                    ]
                                ))
                                .Prepend(new(2, month.Key, "", []))
                        ),
                ]
            )
        );
    }
}
