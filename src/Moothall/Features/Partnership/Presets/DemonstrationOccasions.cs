using Moothall.Features.Partnership.Calendar;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Presets;

/// <summary>What stands on the demonstration's calendar beside what its partners do: national days, a week of action, an open evening.</summary>
internal sealed class DemonstrationOccasions(DemonstrationStage stage, DateOnly today)
{
    private readonly PlanYear year = PlanYear.Of(today);

    /// <summary>Writes it.</summary>
    public async Task WriteAsync(CancellationToken cancel)
    {
        foreach (var day in NationalDays.All)
        {
            var (first, last) = day.In(year) ?? Usual(day.Key);
            Put(day.Title, OccasionType.AwarenessWeek, first, last, CalendarAudience.Public);
        }

        Put(
            "Week of action: Corn Street",
            OccasionType.WeekOfAction,
            Day(10, 12),
            Day(10, 18),
            CalendarAudience.Partners,
            "Wendleshire Police"
        );
        Put(
            "Open evening: ask the partnership",
            OccasionType.Meeting,
            Day(1, 21),
            null,
            CalendarAudience.Public,
            "Aldermere District Council"
        );
        await stage.Db.SaveChangesAsync(cancel);
    }

    // The days of this year are invented, as everything here is.
    private (DateOnly First, DateOnly? Last) Usual(string key) =>
        key switch
        {
            "stalking" => (Day(4, 20), Day(4, 24)),
            "knife" => (Day(5, 18), Day(5, 24)),
            "asb" => (Day(7, 6), Day(7, 12)),
            "hate" => (Day(10, 10), Day(10, 17)),
            "internet" => (Day(2, 9), null),
            _ => (Day(6, 22), Day(6, 28)),
        };

    private void Put(
        string title,
        OccasionType type,
        DateOnly first,
        DateOnly? last,
        CalendarAudience audience,
        string? lead = null
    ) =>
        stage.Db.Add(
            new CalendarOccasion
            {
                Details = new()
                {
                    Title = title,
                    Type = type,
                    First = first,
                    Last = last,
                    Starts = type == OccasionType.Meeting ? new(18, 30) : null,
                    Ends = type == OccasionType.Meeting ? new(20, 0) : null,
                    Audience = audience,
                    Places = type switch
                    {
                        OccasionType.Meeting => "Corn Exchange",
                        OccasionType.WeekOfAction => "Corn Street and the yards behind it",
                        _ => "",
                    },
                    Messages =
                        type == OccasionType.WeekOfAction
                            ? "You will see more of us this week. Tell us what worries you."
                            : "",
                },
                LeadId = lead is null ? null : stage.Written.Organisations[lead].Id,
            }
        );

    private DateOnly Day(int month, int day) => year.Day(month, day);
}
