using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Gates;

/// <summary>Who signed off.</summary>
public sealed class SignOffInput
{
    [Field("Responsible authorities that signed it off")]
    public List<Guid> Authorities { get; set; } = [];
}

/// <summary>Records a step of a plan for a year.</summary>
[Access(Permission.ManagePlan)]
public sealed class EditModel(MoothallDb db, TimeProvider clock) : PageModel
{
    // A step that is recorded for the first time begins at 0, so one that was not there when the page was opened needs another.
    private const int NotRecorded = -1;
    private const int YearsBefore = 2;

    /// <summary>The plan.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public GateKind? Kind { get; set; }

    [BindProperty]
    public GateDetails Details { get; set; } = new();

    [BindProperty]
    public SignOffInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<SelectListItem> Authorities { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } gate)
        {
            return NotFound();
        }

        Details = gate.Details;
        Input.Authorities = gate.Signatures.ConvertAll(one => one.OrganisationId);
        Version = IsNew(gate) ? NotRecorded : gate.Version;
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } gate)
        {
            return NotFound();
        }

        if (Details.DoneOn > UkTime.Today(clock))
        {
            ModelState.AddModelError(
                "Details.DoneOn",
                "The day on which it was done is still to come."
            );
        }

        if (Details.DoneOn < new PlanYear(Year).First.AddYears(-YearsBefore))
        {
            ModelState.AddModelError(
                "Details.DoneOn",
                $"This is more than {YearsBefore} years before {new PlanYear(Year)} begins. Check the year."
            );
        }

        if (IsNew(gate) && Details.IsEmpty && Input.Authorities.Count == 0)
        {
            ModelState.AddModelError(
                "Details.DoneOn",
                "Nothing is filled in. Enter what is known of this step."
            );
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (IsNew(gate))
        {
            db.Add(gate);
        }
        else
        {
            db.ExpectWhole(gate, Version);
        }

        gate.Details = Details;
        var wanted = Authorities
            .Select(one => Guid.Parse(one.Value))
            .Intersect(Input.Authorities)
            .ToList();
        gate.Signatures.RemoveAll(one => !wanted.Contains(one.OrganisationId));
        foreach (
            var one in wanted.Except(gate.Signatures.Select(sign => sign.OrganisationId)).ToList()
        )
        {
            var signature = new GateSignature { GateId = gate.Id, OrganisationId = one };
            gate.Signatures.Add(signature);
            db.Add(signature);
        }

        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "It is recorded.";
        return Redirect($"/Plan/{Id}/Gates?year={Year}");
    }

    private bool IsNew(PlanGate gate) => db.Entry(gate).State == EntityState.Detached;

    private async Task<PlanGate?> FindAsync(CancellationToken cancel)
    {
        var plan = await db.Set<PartnershipPlan>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == Id, cancel);
        if (
            plan is null
            || Kind is not { } kind
            || Year < PlanYear.Of(plan.Details.From!.Value).Begins
            || Year > PlanYear.Of(plan.Details.Until!.Value).Begins
        )
        {
            return null;
        }

        Authorities =
            kind == GateKind.SignedOff
                ?
                [
                    .. (await GateStates.AuthoritiesAsync(db, cancel)).Select(
                        one => new SelectListItem(one.Name, one.Id.ToString())
                    ),
                ]
                : [];
        return await db.Set<PlanGate>()
                .Include(one => one.Signatures)
                .SingleOrDefaultAsync(
                    one => one.PlanId == Id && one.Year == Year && one.Kind == kind,
                    cancel
                )
            ?? new()
            {
                PlanId = Id,
                Year = Year,
                Kind = kind,
            };
    }
}
