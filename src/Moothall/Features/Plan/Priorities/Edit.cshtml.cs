using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Plan.Actions;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Priorities;

/// <summary>What one says of a priority as a plan pursues it.</summary>
public sealed class PlanPriorityInput
{
    [Field("Priority", Required = "Choose the priority")]
    public Guid? PriorityId { get; set; }

    [Field("Aim", Limit = 2000, Rows = 3, Hint = "In one sentence, what is to be better.")]
    public string Aim { get; set; } = "";

    [Field(
        "Led by",
        Limit = 2000,
        Rows = 2,
        Hint = "One agency on each line. A name as the list of members has it is linked to it."
    )]
    public string Leads { get; set; } = "";
}

/// <summary>Adds a priority of the partnership to a plan, or changes how the plan pursues it.</summary>
[Access(Permission.ManagePlan)]
public sealed class EditModel(MoothallDb db) : PageModel
{
    /// <summary>The plan.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Plan { get; set; }

    /// <summary>The one to change.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public PlanPriorityInput Input { get; set; } = new();

    /// <summary>The objectives that it serves, a line each, by strategy.</summary>
    [BindProperty]
    public Dictionary<Guid, string> Objectives { get; set; } = [];

    [BindProperty]
    public int Version { get; set; }

    public PlanPriority? Current { get; private set; }
    public IReadOnlyList<LinkedStrategy> Strategies { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (Current is not null)
        {
            Input = new()
            {
                PriorityId = Current.PriorityId,
                Aim = Current.Aim,
                Leads = string.Join(
                    '\n',
                    Current.Leads.OrderBy(one => one.Order).Select(one => one.Words)
                ),
            };
            Objectives = Current.Strategies.ToDictionary(
                one => one.StrategyId,
                one => one.Objectives
            );
            Version = Current.Version;
        }

        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (
            Current is null
            && Input.PriorityId is { } chosen
            && !Choices.Any(one => one.Value == chosen.ToString())
        )
        {
            ModelState.AddModelError(
                "Input.PriorityId",
                "Choose a priority that the plan does not have yet."
            );
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var priority = Current ?? await AddAsync(cancel);
        if (Current is not null)
        {
            db.ExpectWhole(priority, Version);
        }

        priority.Aim = Input.Aim;
        await ReplaceLeadsAsync(priority, cancel);
        ReplaceObjectives(priority);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The priority is saved.";
        return Redirect($"/Plan/Priorities/{priority.Id}");
    }

    private async Task<PlanPriority> AddAsync(CancellationToken cancel)
    {
        var last = await db.Set<PlanPriority>()
            .Where(one => one.PlanId == Plan)
            .MaxAsync(one => (int?)one.Order, cancel);
        var priority = new PlanPriority
        {
            PlanId = Plan,
            PriorityId = Input.PriorityId!.Value,
            Order = (last ?? 0) + 1,
        };
        db.Add(priority);
        return priority;
    }

    private async Task ReplaceLeadsAsync(PlanPriority priority, CancellationToken cancel)
    {
        var organisations = await db.Set<Organisation>().AsNoTracking().ToListAsync(cancel);
        var wanted = ActionInput.Agencies(Input.Leads, organisations).ToList();
        priority.Leads.RemoveAll(one => !wanted.Exists(lead => lead.Words == one.Words));
        foreach (
            var (words, organisation) in wanted.Where(lead =>
                !priority.Leads.Exists(one => one.Words == lead.Words)
            )
        )
        {
            var order = priority.Leads.Select(one => one.Order).DefaultIfEmpty().Max() + 1;
            var lead = new PlanLead
            {
                PlanPriorityId = priority.Id,
                Order = order,
                Words = words,
                OrganisationId = organisation,
            };
            priority.Leads.Add(lead);
            db.Add(lead);
        }
    }

    // An empty box means that the priority does not serve the strategy.
    private void ReplaceObjectives(PlanPriority priority)
    {
        foreach (var strategy in Strategies)
        {
            var words =
                Objectives.GetValueOrDefault(strategy.Id)?.ReplaceLineEndings("\n").Trim() ?? "";
            var link = priority.Strategies.Find(one => one.StrategyId == strategy.Id);
            if (words.Length == 0 && link is not null)
            {
                priority.Strategies.Remove(link);
            }
            else if (words.Length > 0 && link is not null)
            {
                link.Objectives = words;
            }
            else if (words.Length > 0)
            {
                var added = new StrategyLink
                {
                    PlanPriorityId = priority.Id,
                    StrategyId = strategy.Id,
                    Order = priority.Strategies.Count + 1,
                    Objectives = words,
                };
                priority.Strategies.Add(added);
                db.Add(added);
            }
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (Id is { } id)
        {
            Current = await db.Set<PlanPriority>()
                .AsSplitQuery()
                .Include(one => one.Priority)
                .Include(one => one.Leads)
                .Include(one => one.Strategies)
                .SingleOrDefaultAsync(one => one.Id == id && one.PlanId == Plan, cancel);
            if (Current is null)
            {
                return false;
            }
        }

        if (!await db.Set<PartnershipPlan>().AnyAsync(one => one.Id == Plan, cancel))
        {
            return false;
        }

        Strategies = await db.Set<LinkedStrategy>()
            .AsNoTracking()
            .Where(one => one.PlanId == Plan)
            .OrderBy(one => one.Title)
            .ToListAsync(cancel);
        var taken = db.Set<PlanPriority>()
            .Where(one => one.PlanId == Plan && one.Id != Id)
            .Select(one => one.PriorityId);
        Choices = await db.Set<Priority>()
            .Where(one => one.Source == PrioritySource.Partnership && !taken.Contains(one.Id))
            .OrderBy(one => one.Name)
            .Select(one => new Choice(one.Name, one.Id))
            .ToItemsAsync(cancel);
        foreach (var (strategy, words) in Objectives.Where(one => one.Value?.Length > 4000))
        {
            ModelState.AddModelError(
                $"Objectives[{strategy}]",
                "The objectives are longer than 4,000 characters."
            );
        }

        return true;
    }
}
