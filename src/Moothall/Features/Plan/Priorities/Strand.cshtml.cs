using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Priorities;

/// <summary>What one says of a strand.</summary>
public sealed class StrandInput
{
    [Field("Name", Limit = 150, Required = "Enter the name of the strand")]
    public string Name { get; set; } = "";

    [Field(
        "What it is for",
        Limit = 1000,
        Rows = 2,
        Hint = "The sentence that explains it under this priority."
    )]
    public string Sentence { get; set; } = "";
}

/// <summary>Adds a strand to a priority of a plan, or changes one (S4-F4).</summary>
[Access(Permission.ManagePlan)]
public sealed class StrandModel(MoothallDb db) : PageModel
{
    /// <summary>The priority.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Priority { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public StrandInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } strand)
        {
            return NotFound();
        }

        Input = new() { Name = strand.Name, Sentence = strand.Sentence };
        Version = strand.Version;
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } strand)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Id is null)
        {
            db.Add(strand);
        }
        else
        {
            db.Expect(strand, Version);
        }

        (strand.Name, strand.Sentence) = (Input.Name, Input.Sentence);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The strand is saved.";
        return Redirect($"/Plan/Priorities/{Priority}");
    }

    private async Task<PlanStrand?> FindAsync(CancellationToken cancel)
    {
        if (Id is not null)
        {
            return await db.Set<PlanStrand>()
                .SingleOrDefaultAsync(
                    one => one.Id == Id && one.PlanPriorityId == Priority,
                    cancel
                );
        }

        var known = await db.Set<PlanPriority>().AnyAsync(one => one.Id == Priority, cancel);
        var last = await db.Set<PlanStrand>()
            .Where(one => one.PlanPriorityId == Priority)
            .MaxAsync(one => (int?)one.Order, cancel);
        return known
            ? new()
            {
                PlanPriorityId = Priority,
                Order = (last ?? 0) + 1,
                Name = "",
            }
            : null;
    }
}
