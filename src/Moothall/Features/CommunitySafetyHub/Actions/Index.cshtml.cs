using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Plan.Priorities;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Actions;

/// <summary>The list of hub actions (S1-3.3).</summary>
[Access(Permission.SeeActions)]
public sealed class IndexModel(MoothallDb db, HubViewers viewers, ActionList list) : PageModel
{
    /// <summary>What the list is narrowed by.</summary>
    [BindProperty(SupportsGet = true)]
    public ActionFilter Filter { get; set; } = new();

    /// <summary>The page of the list, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    /// <summary>The lines shown.</summary>
    public IReadOnlyList<ActionLine> Lines { get; private set; } = [];

    /// <summary>How many there are in all.</summary>
    public int Count { get; private set; }

    /// <summary>How many pages there are.</summary>
    public int Pages => (Count + ActionList.PageSize - 1) / ActionList.PageSize;

    /// <summary>Owners to choose from.</summary>
    public IReadOnlyList<SelectListItem> Owners { get; private set; } = [];

    /// <summary>Cases to choose from, by reference.</summary>
    public IReadOnlyList<SelectListItem> Cases { get; private set; } = [];

    /// <summary>Priorities to choose from.</summary>
    public IReadOnlyList<SelectListItem> Priorities { get; private set; } = [];

    /// <summary>Why nothing is shown to the reader today, a sentence for each membership.</summary>
    public IReadOnlyList<string> ShutBecause { get; private set; } = [];

    /// <summary>Shows a page of the list.</summary>
    public async Task OnGetAsync()
    {
        var viewer = await viewers.CurrentAsync();
        ShutBecause = viewer.RunsHub ? [] : viewer.ShutBecause;
        (Lines, Count) = await list.PageAsync(viewer, Filter, PageNumber);
        var visible = db.Set<HubAction>().VisibleTo(viewer, db);
        var owners = await db.Set<HubMembership>()
            .Where(member => visible.Any(action => action.OwnerMembershipId == member.Id))
            .OrderBy(member => member.Order)
            .Select(member => new { member.Id, member.Name })
            .ToListAsync();
        Owners =
        [
            new("Anyone", ""),
            .. owners.Select(one => new SelectListItem(one.Name, one.Id.ToString())),
        ];
        var cases = await db.Set<HubCase>()
            .VisibleTo(viewer, db)
            .Where(one => visible.Any(action => action.CaseId == one.Id))
            .OrderBy(one => one.Reference)
            .Select(one => new { one.Id, one.Reference })
            .ToListAsync();
        Cases =
        [
            new("Any case", ""),
            .. cases.Select(one => new SelectListItem(one.Reference, one.Id.ToString())),
        ];
        var priorities = await db.Set<Priority>()
            .AsNoTracking()
            .Live(db)
            .OrderBy(one => one.Name)
            .ToListAsync();
        Priorities =
        [
            new("Any", ""),
            .. priorities.Select(one => new SelectListItem(one.Name, one.Id.ToString())),
        ];
    }

    /// <summary>The same list as a table to take away; no cell of it runs in a spreadsheet.</summary>
    public async Task<FileContentResult> OnGetTableAsync()
    {
        var viewer = await viewers.CurrentAsync();
        var lines = await list.AllAsync(viewer, Filter);
        var priorities = await list.PrioritiesAsync(viewer, Filter);
        var table = new CsvTable();
        table.Row(
            "Action",
            "Owner",
            "Case",
            "Due",
            "Overdue",
            "Carried forward",
            "Status",
            "Because",
            "Last report",
            "Acceptance",
            "Priorities"
        );
        foreach (var (action, _, _, isOverdue, caseOpens) in lines)
        {
            table.Row(
                action.Text,
                action.OwnerName,
                caseOpens ? action.Case?.Reference : "",
                action.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                isOverdue ? "Yes" : "No",
                action.CarriedForward.ToString(CultureInfo.InvariantCulture),
                DisplayNames.Of(action.Status),
                action.ClosedBecause,
                action.Updates.MaxBy(update => update.At)?.InOneLine(action.OwnerName),
                action.Acceptance.State is { } state ? DisplayNames.Of(state) : "",
                string.Join("; ", priorities[action.Id])
            );
        }

        return File(table.ToBytes(), "text/csv", "hub-actions.csv");
    }
}
