using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Partnership.Topics;
using Moothall.Features.Plan.Priorities;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>The cases one may know of, on a page or in a file.</summary>
[Access(Permission.SeeCases)]
public sealed class IndexModel(
    MoothallDb db,
    CaseList list,
    HubViewers viewers,
    AuditActor actor,
    TimeProvider clock
) : PageModel
{
    private const int PageSize = 25;
    private const int ExportChunk = 500;

    /// <summary>What the list is narrowed to.</summary>
    [BindProperty(SupportsGet = true)]
    public CaseFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<CaseLine> Lines { get; private set; } = [];
    public IReadOnlyList<Topic> Topics { get; private set; } = [];
    public IReadOnlyList<Priority> Priorities { get; private set; } = [];
    public IReadOnlyList<string> ShutBecause { get; private set; } = [];
    public int Pages { get; private set; }
    public Counted Count { get; private set; } = new(0, true);

    /// <summary>The filters as they stand in the address, for the link to the file.</summary>
    public string ExportAddress =>
        "/Cases?handler=Csv" + Request.QueryString.Value?.Replace('?', '&');

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var viewer = await viewers.CurrentAsync(cancel);
        // Whoever runs the hub sees its cases whatever becomes of their own membership.
        ShutBecause = viewer.RunsHub ? [] : viewer.ShutBecause;
        Topics = await db.Set<Topic>()
            .AsNoTracking()
            .OrderBy(topic => topic.Order)
            .ThenBy(topic => topic.Label)
            .ToListAsync(cancel);
        Priorities = await db.Set<Priority>()
            .AsNoTracking()
            .Live(db)
            .OrderBy(priority => priority.Name)
            .ToListAsync(cancel);
        var chosen = await list.ChosenAsync(Filter, cancel);
        Count = await Counted.AroundAsync(chosen, PageNumber, PageSize, cancel);
        Pages = Count.Pages(PageSize);
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, Pages));
        Lines = await list.LinesAsync(
            chosen.Skip((PageNumber - 1) * PageSize).Take(PageSize),
            cancel
        );
    }

    /// <summary>Gives the whole list, narrowed in the same way, as a file.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        actor.Why = "Exporting the list of cases";
        var chosen = await list.ChosenAsync(Filter, cancel);
        var lines = new List<CaseLine>();
        for (var from = 0; ; from += ExportChunk)
        {
            var some = await list.LinesAsync(chosen.Skip(from).Take(ExportChunk), cancel);
            lines.AddRange(await list.WithPrioritiesAsync(some, cancel));
            if (some.Count < ExportChunk)
            {
                break;
            }
        }

        var today = Platform.Time.UkTime.Today(clock);
        return File(CaseCsv.Of(lines), "text/csv; charset=utf-8", $"cases-{today:yyyy-MM-dd}.csv");
    }
}
