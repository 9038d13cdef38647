using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan.Initiatives;

/// <summary>Changes an initiative. One that was called off goes on again when its status is chosen anew.</summary>
[Access(Permission.KeepInitiatives)]
public sealed class EditModel(MoothallDb db, CurrentUser user, TimeProvider clock)
    : InitiativeForm(db, user, clock)
{
    private readonly MoothallDb db = db;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Whether it is called off now.</summary>
    public bool IsCalledOff { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } initiative)
        {
            return NotFound();
        }

        if (MayChange(initiative.LeadId) is { Allowed: false } verdict)
        {
            return Refused(verdict);
        }

        (Details, Version) = (initiative.Details, initiative.Version);
        Input = new()
        {
            Status = IsCalledOff ? null : initiative.Status,
            LeadId = initiative.LeadId,
            Partners = [.. initiative.Partners.Select(one => one.OrganisationId)],
            Priorities = [.. initiative.Priorities.Select(one => one.PriorityId)],
            Actions = [.. initiative.Actions.Select(one => one.PlanActionId)],
            Funders =
            [
                .. initiative
                    .Funders.OrderBy(one => one.Order)
                    .Select(one => new FunderInput
                    {
                        Name = one.Name,
                        Amount = one.Pence is { } pence
                            ? (pence / 100m).ToString(
                                pence % 100 == 0 ? "0" : "0.00",
                                CultureInfo.InvariantCulture
                            )
                            : "",
                    }),
            ],
        };
        OfferMoreFunders();
        await ListAsync(cancel);
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } initiative)
        {
            return NotFound();
        }

        if (MayChange(initiative.LeadId) is { Allowed: false } verdict)
        {
            return Refused(verdict);
        }

        if (!ChoosesLead)
        {
            Input.LeadId = initiative.LeadId;
            ModelState.Remove("Input.LeadId");
        }

        await ListAsync(cancel);
        Check();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Expect(initiative, Version);
        ApplyTo(initiative);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The initiative is saved.";
        return Redirect($"/Initiatives/{Id}");
    }

    private async Task<Initiative?> FindAsync(CancellationToken cancel)
    {
        var initiative = await db.Set<Initiative>()
            .AsSplitQuery()
            .Include(one => one.Funders)
            .Include(one => one.Partners)
            .Include(one => one.Priorities)
            .Include(one => one.Actions)
            .SingleOrDefaultAsync(one => one.Id == Id, cancel);
        IsCalledOff = initiative?.Status == InitiativeStatus.CalledOff;
        return initiative;
    }
}
