using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Features.CommunitySafetyHub;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Calendar;

/// <summary>A year from 1 April on one page (S3-26).</summary>
[Access(Permission.SeeCalendar)]
public sealed class IndexModel(
    MoothallDb db,
    CurrentUser user,
    HubViewers viewers,
    TimeProvider clock
) : PageModel
{
    /// <summary>The calendar year in which the year shown begins; this one where it is empty.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public OccasionType? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public CalendarAudience? Audience { get; set; }

    public PlanYear Shown { get; private set; }
    public DateOnly Today { get; private set; }
    public IReadOnlyList<CalendarMonth> Months { get; private set; } = [];

    /// <summary>What lasts longer than a month.</summary>
    public IReadOnlyList<CalendarLine> Long { get; private set; } = [];

    /// <summary>Whether anything is shown.</summary>
    public bool HasLines { get; private set; }

    /// <summary>The address of another year with the same filters.</summary>
    public string Address(int year) =>
        FormattableString.Invariant($"/Calendar?year={year}&type={Type}&audience={Audience}");

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Today = UkTime.Today(clock);
        Shown = PlanYear.Named(Year, Today);
        var lines = (
            await CalendarReader.ReadAsync(
                db,
                user,
                await viewers.CurrentAsync(cancel),
                Shown.First,
                Shown.Last,
                cancel
            )
        )
            .Where(line => Type is null || line.Type == Type)
            .Where(line => Audience is null || line.Audience == Audience)
            .ToList();
        HasLines = lines.Count > 0;
        Long = [.. lines.Where(line => line.IsLong)];
        Months = CalendarMonth.Of(Shown, lines);
    }
}
