using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Priorities;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Initiatives;

/// <summary>The form that the new and the changed initiative share: its lists, its checks and what it writes.</summary>
public abstract class InitiativeForm(MoothallDb db, CurrentUser user, TimeProvider clock)
    : PageModel
{
    /// <summary>Lines for funders that a form offers at the least, and how many more than there are.</summary>
    private const int FunderLines = 3;
    private const int SpareLines = 2;

    [BindProperty]
    public InitiativeDetails Details { get; set; } = new();

    [BindProperty]
    public InitiativeInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Priorities { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Actions { get; private set; } = [];

    /// <summary>What the status may be; calling off has a page of its own.</summary>
    public static IReadOnlyList<SelectListItem> Statuses { get; } =
    [
        .. DisplayNames
            .Choices<InitiativeStatus>()
            .Where(one => one.Value != nameof(InitiativeStatus.CalledOff)),
    ];

    /// <summary>Whether the person chooses who leads; a member's people record what their own organisation does.</summary>
    public bool ChoosesLead => user.IsCommunitySafetyTeam;

    /// <summary>Name of the organisation that leads where it is not chosen.</summary>
    public string LeadName =>
        Organisations
            .FirstOrDefault(one => one.Value == (Input.LeadId ?? Guid.Empty).ToString())
            ?.Text
        ?? "";

    /// <summary>The person this request is for.</summary>
    protected CurrentUser Person => user;

    /// <summary>The verdict on this person's changing what an organisation leads.</summary>
    protected Platform.Verdict MayChange(Guid leadId) =>
        InitiativeAccess.MayChange(
            user.May(Permission.KeepInitiatives),
            user.IsCommunitySafetyTeam,
            user.OrganisationId,
            leadId
        );

    /// <summary>Answers that it may not be changed, and why.</summary>
    protected IActionResult Refused(Platform.Verdict verdict)
    {
        Refusal.Because(HttpContext, verdict.Reason);
        return StatusCode(StatusCodes.Status403Forbidden);
    }

    /// <summary>Reads what the form offers. What is chosen already stays on offer though its plan has ended.</summary>
    protected async Task ListAsync(CancellationToken cancel)
    {
        Organisations = await db.Set<Organisation>()
            .OrderBy(one => one.Name)
            .Select(one => new Choice(one.Name, one.Id))
            .ToItemsAsync(cancel);
        var today = UkTime.Today(clock);
        var chosen = Input.Priorities;
        var waiting = db.Waiting();
        Priorities = await db.Set<Priority>()
            .Where(one =>
                chosen.Contains(one.Id)
                || (one.Until == null || one.Until >= today) && !waiting.Contains(one.Id)
            )
            .OrderBy(one => one.Source)
            .ThenBy(one => one.Name)
            .Select(one => new Choice(one.Name, one.Id))
            .ToItemsAsync(cancel);
        await ListActionsAsync(cancel);
        while (Input.Funders.Count < FunderLines)
        {
            Input.Funders.Add(new());
        }
    }

    /// <summary>Adds empty lines below the funders there are.</summary>
    protected void OfferMoreFunders() =>
        Input.Funders.AddRange(Enumerable.Range(0, SpareLines).Select(_ => new FunderInput()));

    private async Task ListActionsAsync(CancellationToken cancel)
    {
        var chosen = Input.Actions;
        var actions = await db.Set<PlanAction>()
            .Join(
                db.Set<PartnershipPlan>(),
                action => action.PlanId,
                plan => plan.Id,
                (action, plan) => new { action, plan }
            )
            .Where(one =>
                one.plan.Details.Status != PlanStatus.Ended || chosen.Contains(one.action.Id)
            )
            .OrderBy(one => one.plan.Details.From)
            .ThenBy(one => one.action.Number)
            .Select(one => new
            {
                one.action.Id,
                one.action.Number,
                one.action.Details.Text,
            })
            .ToListAsync(cancel);
        Actions =
        [
            .. actions.Select(one => new SelectListItem(
                PlanActionName.Of(one.Number, one.Text),
                one.Id.ToString()
            )),
        ];
    }

    /// <summary>Says beside each field what is wrong; the lists must be read.</summary>
    protected void Check()
    {
        // Lines that a screen added empty say nothing.
        for (var line = 0; line < Input.Funders.Count; line++)
        {
            var funder = Input.Funders[line];
            if (funder.Amount.Length > 0 && FigureText.ReadPence(funder.Amount) is null)
            {
                ModelState.AddModelError(
                    $"Input.Funders[{line}].Amount",
                    $"“{funder.Amount}” is not an amount. Write it like 1,250 or 1250.50."
                );
            }
            else if (funder.Amount.Length > 0 && funder.Name.Length == 0)
            {
                ModelState.AddModelError(
                    $"Input.Funders[{line}].Name",
                    "Enter who pays this amount."
                );
            }
        }

        Known(Input.Partners, Organisations, nameof(Input.Partners), "Choose partners");
        Known(Input.Priorities, Priorities, nameof(Input.Priorities), "Choose priorities");
        Known(Input.Actions, Actions, nameof(Input.Actions), "Choose actions");
        if (Input.LeadId is { } lead)
        {
            Known([lead], Organisations, nameof(Input.LeadId), "Choose an organisation");
        }

        if (Input.Status == InitiativeStatus.CalledOff)
        {
            ModelState.AddModelError("Input.Status", "Choose one of the answers offered.");
        }

        foreach (
            var (field, problem) in Details.Problems(
                Input.Status ?? InitiativeStatus.Proposed,
                UkTime.Today(clock)
            )
        )
        {
            ModelState.AddModelError($"Details.{field}", problem);
        }
    }

    private void Known(
        IEnumerable<Guid> chosen,
        IReadOnlyList<SelectListItem> offered,
        string field,
        string words
    )
    {
        var ids = offered.Select(one => one.Value).ToHashSet();
        if (chosen.Any(one => !ids.Contains(one.ToString())))
        {
            ModelState.AddModelError($"Input.{field}", $"{words} from the list.");
        }
    }

    /// <summary>Writes what the form says.</summary>
    protected void ApplyTo(Initiative initiative)
    {
        initiative.Details = Details;
        initiative.LeadId = Input.LeadId!.Value;
        initiative.Stands(Input.Status!.Value);
        initiative.Edits++;
        InitiativeParts.Write(db, initiative, Input);
    }
}
