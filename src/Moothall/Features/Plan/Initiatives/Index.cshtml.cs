using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Plan.Priorities;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Plan.Initiatives;

/// <summary>What partners do, with the sums of what is listed; on a page or in a file.</summary>
[Access(Permission.SeeInitiatives)]
public sealed class IndexModel(MoothallDb db, AuditActor actor, TimeProvider clock) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public InitiativeFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<InitiativeLine> Lines { get; private set; } = [];
    public IReadOnlyList<Priority> Priorities { get; private set; } = [];
    public IReadOnlyList<PlanYear> Years { get; private set; } = [];
    public InitiativeTotals Totals { get; private set; } = new(0, 0, 0);
    public int Pages { get; private set; }

    /// <summary>The filters as they stand in the address, for the link to the file.</summary>
    public string ExportAddress =>
        "/Initiatives?handler=Csv" + Request.QueryString.Value?.Replace('?', '&');

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Priorities = await db.Set<Priority>()
            .AsNoTracking()
            .Live(db)
            .OrderBy(one => one.Source)
            .ThenBy(one => one.Name)
            .ToListAsync(cancel);
        Years = await YearsAsync(cancel);
        var chosen = InitiativeList.Chosen(db, Filter);
        Totals = await InitiativeList.TotalAsync(db, chosen, cancel);
        Pages = (await chosen.CountAsync(cancel) + PageSize - 1) / PageSize;
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, Pages));
        Lines = await InitiativeList.LinesAsync(
            db,
            chosen.Skip((PageNumber - 1) * PageSize).Take(PageSize),
            cancel
        );
    }

    /// <summary>Gives the whole list, narrowed in the same way, as a file.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        actor.Why = "Exporting the list of initiatives";
        var lines = await InitiativeList.LinesAsync(db, InitiativeList.Chosen(db, Filter), cancel);
        return File(
            InitiativeCsv.Of(lines),
            "text/csv; charset=utf-8",
            $"initiatives-{UkTime.Today(clock):yyyy-MM-dd}.csv"
        );
    }

    // From the first that is recorded to the year that comes.
    private async Task<List<PlanYear>> YearsAsync(CancellationToken cancel)
    {
        var now = PlanYear.Of(UkTime.Today(clock));
        var first = await db.Set<Initiative>().MinAsync(one => one.Details.From, cancel);
        var from = first is { } day ? Math.Min(PlanYear.Of(day).Begins, now.Begins) : now.Begins;
        return
        [
            .. Enumerable
                .Range(from, now.Begins + 2 - from)
                .Reverse()
                .Select(one => new PlanYear(one)),
        ];
    }
}
