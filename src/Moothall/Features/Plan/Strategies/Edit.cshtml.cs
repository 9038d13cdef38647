using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Priorities;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Strategies;

/// <summary>What one says of a strategy of others.</summary>
public sealed class StrategyInput
{
    [Field("Title", Limit = 200, Required = "Enter the title")]
    public string Title { get; set; } = "";

    [Field("First year", Least = 1900, Most = 2200)]
    public int? FromYear { get; set; }

    [Field(
        "Last year",
        Least = 1900,
        Most = 2200,
        Hint = "You are warned where it ends before the plan does."
    )]
    public int? UntilYear { get; set; }
}

/// <summary>Adds a strategy of others that a plan serves, or changes it.</summary>
[Access(Permission.ManagePlan)]
public sealed class EditModel(MoothallDb db) : PageModel
{
    /// <summary>The plan.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Plan { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public StrategyInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } strategy)
        {
            return NotFound();
        }

        Input = new()
        {
            Title = strategy.Title,
            FromYear = strategy.FromYear,
            UntilYear = strategy.UntilYear,
        };
        Version = strategy.Version;
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } strategy)
        {
            return NotFound();
        }

        if (Input.UntilYear < Input.FromYear)
        {
            ModelState.AddModelError("Input.UntilYear", "The last year is before the first year.");
        }

        if (
            await db.Set<LinkedStrategy>()
                .AnyAsync(
                    one =>
                        one.PlanId == Plan
                        && one.Id != strategy.Id
                        && one.Title == Input.Title
                        && one.FromYear == Input.FromYear
                        && one.UntilYear == Input.UntilYear,
                    cancel
                )
        )
        {
            ModelState.AddModelError("Input.Title", "This strategy is in the plan already.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Id is null)
        {
            db.Add(strategy);
        }
        else
        {
            db.Expect(strategy, Version);
        }

        (strategy.Title, strategy.FromYear, strategy.UntilYear) = (
            Input.Title,
            Input.FromYear,
            Input.UntilYear
        );
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The strategy is saved.";
        return Redirect($"/Plan/{Plan}/Strategies");
    }

    private async Task<LinkedStrategy?> FindAsync(CancellationToken cancel) =>
        Id is null
            ? await db.Set<PartnershipPlan>().AnyAsync(one => one.Id == Plan, cancel)
                ? new() { PlanId = Plan, Title = "" }
                : null
            : await db.Set<LinkedStrategy>()
                .SingleOrDefaultAsync(one => one.Id == Id && one.PlanId == Plan, cancel);
}
