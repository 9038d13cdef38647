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

    // The fields of each column, and how they are put back where the form did not ask for them.
    private static readonly (
        ActionColumn Column,
        string[] Fields,
        Action<Typed, Typed> Restore
    )[] Columns =
    [
        (
            ActionColumn.ByWhen,
            [nameof(ActionInput.Target), nameof(ActionInput.ReviewOn)],
            (typed, kept) =>
                (typed.Input.Target, typed.Input.ReviewOn) = (
                    kept.Input.Target,
                    kept.Input.ReviewOn
                )
        ),
        (
            ActionColumn.Responsible,
            [nameof(ActionInput.Responsible)],
            (typed, kept) => typed.Input.Responsible = kept.Input.Responsible
        ),
        (
            ActionColumn.WorkingWith,
            [nameof(ActionInput.Additional)],
            (typed, kept) => typed.Input.Additional = kept.Input.Additional
        ),
        (
            ActionColumn.Priorities,
            [nameof(ActionInput.PriorityIds), nameof(ActionInput.StrandId)],
            (typed, kept) =>
                (typed.Input.PriorityIds, typed.Input.StrandId) = (
                    kept.Input.PriorityIds,
                    kept.Input.StrandId
                )
        ),
        (
            ActionColumn.Reference,
            [nameof(PlanActionDetails.Reference)],
            (typed, kept) => typed.Details.Reference = kept.Details.Reference
        ),
        (
            ActionColumn.Why,
            [nameof(PlanActionDetails.Rationale)],
            (typed, kept) => typed.Details.Rationale = kept.Details.Rationale
        ),
        (
            ActionColumn.Starts,
            [nameof(PlanActionDetails.StartsOn)],
            (typed, kept) => typed.Details.StartsOn = kept.Details.StartsOn
        ),
        (
            ActionColumn.Usual,
            [nameof(PlanActionDetails.IsBusinessAsUsual)],
            (typed, kept) => typed.Details.IsBusinessAsUsual = kept.Details.IsBusinessAsUsual
        ),
    ];

    private sealed record Typed(PlanActionDetails Details, ActionInput Input);

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
            Columns.Where(one => !Asks(one.Column)).SelectMany(one => one.Fields).Append("Text")
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
                $"“{input.Target}” gives no date. Write it like 31/03/2027, March 2027, 1 April 2026 to 31 March 2027 with the earlier day first, or Ongoing."
            );
        }
        else if (action.Aim(target, input.ReviewOn) is { } problem)
        {
            state.AddModelError("Input.ReviewOn", problem);
        }

        if (details.StartsOn > (target?.Until ?? plan!.Details.Until))
        {
            state.AddModelError(
                "Details.StartsOn",
                target?.Until is { } due
                    ? $"It is to be done by {UkTime.Date(due)}. Enter an earlier day."
                    : $"The plan ends on {UkTime.Date(plan!.Details.Until!.Value)}. Enter an earlier day."
            );
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
        var kept = new Typed(action.Details, ActionInput.Of(action));
        foreach (var (_, _, restore) in Columns.Where(one => !Asks(one.Column)))
        {
            restore(new(details, input), kept);
        }
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
