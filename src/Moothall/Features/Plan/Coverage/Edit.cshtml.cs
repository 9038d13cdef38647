using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Priorities;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Coverage;

/// <summary>What one says of how a strategy is covered.</summary>
public sealed class CoverageInput
{
    public StatutoryStrategy Strategy { get; set; }

    [Field("Priorities that serve it")]
    public List<Guid> PriorityIds { get; set; } = [];

    [Field("How the plan covers it", Limit = 2000, Rows = 3)]
    public string How { get; set; } = "";
}

/// <summary>Says how a plan covers the four strategies of the law (R1.5).</summary>
[Access(Permission.ManagePlan)]
public sealed class EditModel(MoothallDb db) : PageModel
{
    /// <summary>The plan.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<CoverageInput> Input { get; set; } = [];

    [BindProperty]
    public int Version { get; set; }

    public PartnershipPlan Plan { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Priorities { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        Version = Plan.Version;
        Input =
        [
            .. Enum.GetValues<StatutoryStrategy>()
                .Select(strategy =>
                {
                    var said = Plan.Coverage.Find(one => one.Strategy == strategy);
                    return new CoverageInput
                    {
                        Strategy = strategy,
                        How = said?.How ?? "",
                        PriorityIds =
                            said?.Priorities.ConvertAll(link => link.PlanPriorityId) ?? [],
                    };
                }),
        ];
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.ExpectWhole(Plan, Version);
        var known = Priorities.Select(one => Guid.Parse(one.Value)).ToHashSet();
        foreach (var input in Input.DistinctBy(one => one.Strategy))
        {
            Apply(input, [.. input.PriorityIds.Where(known.Contains).Distinct()]);
        }

        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "It is saved.";
        return Redirect($"/Plan/{Id}");
    }

    private void Apply(CoverageInput input, List<Guid> priorities)
    {
        var said = Plan.Coverage.Find(one => one.Strategy == input.Strategy);
        if (said is null)
        {
            said = new() { PlanId = Id, Strategy = input.Strategy };
            Plan.Coverage.Add(said);
            db.Add(said);
        }

        said.How = input.How;
        said.Priorities.RemoveAll(link => !priorities.Contains(link.PlanPriorityId));
        foreach (
            var id in priorities
                .Except(said.Priorities.Select(link => link.PlanPriorityId))
                .ToList()
        )
        {
            var link = new CoveringPriority { CoverageId = said.Id, PlanPriorityId = id };
            said.Priorities.Add(link);
            db.Add(link);
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var plan = await db.Set<PartnershipPlan>()
            .Include(one => one.Coverage)
                .ThenInclude(one => one.Priorities)
            .AsSplitQuery()
            .SingleOrDefaultAsync(one => one.Id == Id, cancel);
        if (plan is null)
        {
            return false;
        }

        Plan = plan;
        Priorities = await db.Set<PlanPriority>()
            .Where(one => one.PlanId == Id)
            .OrderBy(one => one.Order)
            .Select(one => new Choice(one.Priority.Name, one.Id))
            .ToItemsAsync(cancel);
        return true;
    }
}
