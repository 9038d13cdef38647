using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Plan.Layouts;
using Moothall.Features.Plan.Priorities;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Plan.Actions;

/// <summary>The form of an action, the same for a new one and for one that is changed.</summary>
public sealed class ActionForm(MoothallDb db, TimeProvider clock)
{
    private const int LongestAgency = 300;

    private static readonly (ActionColumn Column, string Field)[] Fields =
    [
        (ActionColumn.ByWhen, nameof(ActionInput.Target)),
        (ActionColumn.ByWhen, nameof(ActionInput.ReviewOn)),
        (ActionColumn.Responsible, nameof(ActionInput.Responsible)),
        (ActionColumn.WorkingWith, nameof(ActionInput.Additional)),
        (ActionColumn.Priorities, nameof(ActionInput.PriorityIds)),
        (ActionColumn.Priorities, nameof(ActionInput.StrandId)),
        (ActionColumn.Why, nameof(PlanActionDetails.Rationale)),
        (ActionColumn.Starts, nameof(PlanActionDetails.StartsOn)),
        (ActionColumn.Usual, nameof(PlanActionDetails.IsBusinessAsUsual)),
    ];

    private PartnershipPlan? plan;
    private List<PlanPriority> priorities = [];

    public IReadOnlyList<SelectListItem> Priorities =>
        [.. priorities.Select(one => new SelectListItem(one.Name, one.Id.ToString()))];

    public IReadOnlyList<SelectListItem> Strands =>
        [
            new("No strand", ""),
            .. priorities.SelectMany(one =>
            {
                var group = new SelectListGroup { Name = one.Name };
                return one
                    .Strands.OrderBy(strand => strand.Order)
                    .Select(strand => new SelectListItem(strand.Name, strand.Id.ToString())
                    {
                        Group = group,
                    });
            }),
        ];

    /// <summary>Whether the plan's layout has this column.</summary>
    public bool Asks(ActionColumn column) => plan!.Layout.Asks(column);

    /// <summary>The fields of the form that the layout leaves out, as the form lists them.</summary>
    public string LeftOut =>
        string.Join(
            ',',
            Fields.Where(one => !Asks(one.Column)).Select(one => one.Field).Append("Text")
        );

    /// <summary>Loads what the form offers.</summary>
    /// <returns>Whether there is such a plan.</returns>
    public async Task<bool> LoadAsync(Guid planId, CancellationToken cancel)
    {
        plan = await db.Set<PartnershipPlan>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == planId, cancel);
        priorities = await db.Set<PlanPriority>()
            .AsNoTracking()
            .AsSplitQuery()
            .Include(one => one.Priority)
            .Include(one => one.Strands)
            .Where(one => one.PlanId == planId)
            .OrderBy(one => one.Order)
            .ToListAsync(cancel);
        return plan is not null;
    }

    /// <summary>Puts what was typed into an action, or says beside the fields why not. The caller saves.</summary>
    /// <returns>Whether all of it is in the action now.</returns>
    public async Task<bool> ApplyAsync(
        PlanAction action,
        PlanActionDetails details,
        ActionInput input,
        ModelStateDictionary state,
        CancellationToken cancel
    )
    {
        KeepWhatIsNotAsked(action, details, input);
        var target = TargetDateReading.Read(input.Target, UkTime.Today(clock));
        if (input.Target.Length > 0 && target is null)
        {
            state.AddModelError(
                "Input.Target",
                $"“{input.Target}” gives no date. Write it like 31/03/2027, March 2027 or Ongoing."
            );
        }
        else if (action.Aim(target, input.ReviewOn) is { } problem)
        {
            state.AddModelError("Input.ReviewOn", problem);
        }

        if (details.IsBusinessAsUsual && plan!.Details.Usual == BusinessAsUsual.StaysOut)
        {
            state.AddModelError(
                "Details.IsBusinessAsUsual",
                "This plan leaves out what an agency does anyway. Leave the action out, or change that on the page of the plan."
            );
        }

        var strand = input.StrandId is { } id
            ? priorities.SelectMany(one => one.Strands).FirstOrDefault(one => one.Id == id)
            : null;
        if (strand is not null && !input.PriorityIds.Contains(strand.PlanPriorityId))
        {
            state.AddModelError(
                "Input.StrandId",
                "The strand belongs to a priority that is not ticked. Tick the priority too."
            );
        }

        var organisations = await db.Set<Organisation>().AsNoTracking().ToListAsync(cancel);
        Tell(state, "Input.Responsible", input.Responsible);
        Tell(state, "Input.Additional", input.Additional);
        if (!state.IsValid)
        {
            return false;
        }

        action.Details = details;
        action.StrandId = strand?.Id;
        Replace(action, AgencyPart.Responsible, input.Responsible, organisations);
        Replace(action, AgencyPart.Additional, input.Additional, organisations);
        var chosen = priorities.Select(one => one.Id).Intersect(input.PriorityIds).ToList();
        action.Priorities.RemoveAll(link => !chosen.Contains(link.PlanPriorityId));
        action.Priorities.AddRange(
            chosen
                .Except(action.Priorities.Select(link => link.PlanPriorityId))
                .Select(one => new PlanActionPriority
                {
                    PlanActionId = action.Id,
                    PlanPriorityId = one,
                })
        );
        return true;
    }

    // A column that the layout leaves out is on no form, and what it holds stays.
    private void KeepWhatIsNotAsked(PlanAction action, PlanActionDetails details, ActionInput input)
    {
        var kept = ActionInput.Of(action);
        if (!Asks(ActionColumn.ByWhen))
        {
            (input.Target, input.ReviewOn) = (kept.Target, kept.ReviewOn);
        }

        if (!Asks(ActionColumn.Responsible))
        {
            input.Responsible = kept.Responsible;
        }

        if (!Asks(ActionColumn.WorkingWith))
        {
            input.Additional = kept.Additional;
        }

        if (!Asks(ActionColumn.Priorities))
        {
            (input.PriorityIds, input.StrandId) = (kept.PriorityIds, kept.StrandId);
        }

        details.Rationale = Asks(ActionColumn.Why) ? details.Rationale : action.Details.Rationale;
        details.StartsOn = Asks(ActionColumn.Starts) ? details.StartsOn : action.Details.StartsOn;
        details.IsBusinessAsUsual = Asks(ActionColumn.Usual)
            ? details.IsBusinessAsUsual
            : action.Details.IsBusinessAsUsual;
    }

    private static void Tell(ModelStateDictionary state, string field, string lines)
    {
        if (lines.Split('\n').Any(line => line.Length > LongestAgency))
        {
            state.AddModelError(field, "A line is too long for the name of an agency.");
        }
    }

    // Those that stay keep their rows, so that the audit tells who came and who went. A class of agencies stays one.
    private static void Replace(
        PlanAction action,
        AgencyPart part,
        string lines,
        IReadOnlyList<Organisation> organisations
    )
    {
        var wanted = ActionInput.Agencies(lines, organisations).ToList();
        action.Agencies.RemoveAll(one =>
            one.Part == part && !wanted.Exists(agency => agency.Words == one.Words)
        );
        foreach (
            var (words, organisation) in wanted.Where(agency =>
                !action.Agencies.Exists(one => one.Part == part && one.Words == agency.Words)
            )
        )
        {
            action.Agencies.Add(
                new()
                {
                    PlanActionId = action.Id,
                    Part = part,
                    Order = action.Agencies.Select(one => one.Order).DefaultIfEmpty().Max() + 1,
                    Words = words,
                    OrganisationId = organisation,
                }
            );
        }
    }
}
