using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Priorities;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Priorities;

/// <summary>The priorities of the local policing body and of the partnership's plan (S0-9, S2-I3).</summary>
[Access(Permission.ManagePartnership)]
public sealed class IndexModel(MoothallDb db, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Priority> Priorities { get; private set; } = [];

    private DateOnly today;
    private HashSet<Guid> waiting = [];

    public async Task OnGetAsync()
    {
        today = UkTime.Today(clock);
        Priorities = await db.Set<Priority>()
            .AsNoTracking()
            .OrderBy(priority => priority.Source)
            .ThenBy(priority => priority.Name)
            .ToListAsync();
        waiting = [.. await db.Waiting().ToListAsync()];
    }

    /// <summary>When it is in force, in words.</summary>
    public string Period(Priority priority) =>
        (priority.From, priority.Until) switch
        {
            (null, null) => "No dates given",
            ({ } from, null) => $"From {UkTime.Date(from)}",
            (null, { } until) => $"Until {UkTime.Date(until)}",
            ({ } from, { } until) => $"{UkTime.Date(from)} to {UkTime.Date(until)}",
        };

    /// <summary>Whether it waits for a plan that is in preparation.</summary>
    public bool IsWaiting(Priority priority) => waiting.Contains(priority.Id);

    /// <summary>Whether its last day has passed.</summary>
    public bool IsOver(Priority priority) => priority.Until < today;
}
