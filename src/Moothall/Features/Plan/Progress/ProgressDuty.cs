using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Plan.Actions;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan.Progress;

/// <summary>Who answers for an action: whoever works for an agency that is responsible for it.</summary>
public static class ProgressDuty
{
    /// <summary>The organisations a person answers for today: their own, and those of members they act for.</summary>
    public static async Task<List<Guid>> OrganisationsAsync(
        MoothallDb db,
        CurrentUser user,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var acted = await db.Set<HubMembership>()
            .Where(member =>
                member.OrganisationId != null
                && member.WithdrawnAt == null
                && (member.LeftOn == null || member.LeftOn >= today)
                && member.Representatives.Any(person =>
                    person.UserId == user.Id
                    && person.From <= today
                    && (person.Until == null || person.Until >= today)
                )
            )
            .Select(member => member.OrganisationId!.Value)
            .Distinct()
            .ToListAsync(cancel);
        if (user.OrganisationId is { } own && !acted.Contains(own))
        {
            acted.Add(own);
        }

        return acted;
    }

    /// <summary>The agency a person answers for in an action; nothing where none of theirs is responsible for it.</summary>
    public static PlanActionAgency? AgencyOf(
        PlanAction action,
        IReadOnlyCollection<Guid> organisations
    ) =>
        action.Agencies.Find(agency =>
            agency.Part == AgencyPart.Responsible
            && agency.OrganisationId is { } id
            && organisations.Contains(id)
        );

    /// <summary>Actions of plans in force with their plans.</summary>
    /// <param name="db">The database.</param>
    /// <param name="organisations">Those of which one is responsible; nothing for every action.</param>
    /// <param name="only">One action alone.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<List<(PartnershipPlan Plan, PlanAction Action)>> ActionsAsync(
        MoothallDb db,
        IReadOnlyCollection<Guid>? organisations,
        Guid? only,
        CancellationToken cancel
    )
    {
        var plans = await db.Set<PartnershipPlan>()
            .AsNoTracking()
            .Where(plan => plan.Details.Status == PlanStatus.InForce && plan.InForceSince != null)
            .ToDictionaryAsync(plan => plan.Id, cancel);
        var ids = plans.Keys.ToList();
        var actions = WholePlan.Full(db).Where(action => ids.Contains(action.PlanId));
        if (only is { } id)
        {
            actions = actions.Where(action => action.Id == id);
        }

        if (organisations is not null)
        {
            actions = actions.Where(action =>
                action.Agencies.Any(agency =>
                    agency.Part == AgencyPart.Responsible
                    && agency.OrganisationId != null
                    && organisations.Contains(agency.OrganisationId.Value)
                )
            );
        }

        return (
            await actions
                .OrderBy(action => action.PlanId)
                .ThenBy(action => action.Number)
                .ToListAsync(cancel)
        ).ConvertAll(action => (plans[action.PlanId], action));
    }
}
