using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Priorities;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan.Initiatives;

/// <summary>Records an initiative, of an action of the plan where one came from there.</summary>
[Access(Permission.KeepInitiatives)]
public sealed class NewModel(MoothallDb db, CurrentUser user, TimeProvider clock)
    : InitiativeForm(db, user, clock)
{
    private readonly MoothallDb db = db;

    /// <summary>The action of the plan that it carries out.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Toward { get; set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Refuses() is { } refusal)
        {
            return refusal;
        }

        Input.LeadId = ChoosesLead ? null : Person.OrganisationId;
        if (
            Toward is { } id
            && await db.Set<PlanAction>().AsNoTracking().AnyAsync(one => one.Id == id, cancel)
        )
        {
            Input.Actions.Add(id);
            Input.Priorities = await db.Set<PlanActionPriority>()
                .Where(one => one.PlanActionId == id)
                .Join(
                    db.Set<PlanPriority>(),
                    link => link.PlanPriorityId,
                    priority => priority.Id,
                    (link, priority) => priority.PriorityId
                )
                .ToListAsync(cancel);
        }

        await ListAsync(cancel);
        return Page();
    }

    /// <summary>Records it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Refuses() is { } refusal)
        {
            return refusal;
        }

        if (!ChoosesLead)
        {
            // Whatever was posted: what one records is one's own organisation's.
            Input.LeadId = Person.OrganisationId;
            ModelState.Remove("Input.LeadId");
        }

        await ListAsync(cancel);
        Check();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var initiative = new Initiative { Details = Details, LeadId = Input.LeadId!.Value };
        db.Add(initiative);
        ApplyTo(initiative);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The initiative is recorded.";
        return Redirect($"/Initiatives/{initiative.Id}");
    }

    private IActionResult? Refuses()
    {
        var verdict = MayChange(Person.OrganisationId ?? Guid.Empty);
        return verdict.Allowed ? null : Refused(verdict);
    }
}
