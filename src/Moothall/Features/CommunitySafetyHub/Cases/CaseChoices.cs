using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Partnership.Topics;
using Moothall.Features.Plan.Priorities;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>What there is to choose from on the pages of a case.</summary>
public sealed class CaseChoices(MoothallDb db, TimeProvider clock)
{
    private static readonly Role[] SeeingRoles =
    [
        .. RoleMatrix
            .Grants.Where(pair => pair.Value.Contains(Permission.SeeCases))
            .Select(pair => pair.Key),
    ];

    /// <summary>The topics in use, and those the case has already.</summary>
    public async Task<List<SelectListItem>> TopicsAsync(HubCase hubCase, CancellationToken cancel)
    {
        var kept = hubCase.Topics.ConvertAll(topic => topic.Id);
        var topics = await db.Set<Topic>()
            .Where(topic => !topic.IsRetired || kept.Contains(topic.Id))
            .OrderBy(topic => topic.Order)
            .ThenBy(topic => topic.Label)
            .ToListAsync(cancel);
        return topics.ConvertAll(topic => new SelectListItem(topic.Label, topic.Id.ToString()));
    }

    /// <summary>The priorities in force today that wait for no plan, and those that a case or an action has already (S0-9).</summary>
    public async Task<List<SelectListItem>> PrioritiesAsync(
        List<Priority> has,
        CancellationToken cancel
    )
    {
        var today = UkTime.Today(clock);
        var kept = has.ConvertAll(priority => priority.Id);
        var waiting = db.Waiting();
        var priorities = await db.Set<Priority>()
            .Where(one =>
                kept.Contains(one.Id)
                || (
                    !waiting.Contains(one.Id)
                    && (one.From == null || one.From <= today)
                    && (one.Until == null || one.Until >= today)
                )
            )
            .OrderBy(one => one.Name)
            .ToListAsync(cancel);
        return
        [
            .. priorities
                .OrderBy(one => one.Source)
                .Select(one => new SelectListItem(
                    one.Source == PrioritySource.LocalPolicingBody
                        ? $"{one.Name} (commissioner's)"
                        : one.Name,
                    one.Id.ToString()
                )),
        ];
    }

    /// <summary>The agencies that have a membership today.</summary>
    public async Task<List<SelectListItem>> AgenciesAsync(CancellationToken cancel)
    {
        var today = UkTime.Today(clock);
        var members = db.Set<HubMembership>()
            .Where(one => one.LeftOn == null || one.LeftOn >= today)
            .Select(one => one.OrganisationId);
        return await db.Set<Organisation>()
            .Where(one => members.Contains(one.Id))
            .OrderBy(one => one.Name)
            .Select(one => new Choice(one.Name, one.Id))
            .ToItemsAsync(cancel);
    }

    /// <summary>People with an account whose role today can show cases at all.</summary>
    public async Task<List<SelectListItem>> PeopleAsync(CancellationToken cancel)
    {
        var today = UkTime.Today(clock);
        var people = await (
            from user in db.Set<User>()
            join organisation in db.Set<Organisation>()
                on user.OrganisationId equals organisation.Id
                into theirs
            from organisation in theirs.DefaultIfEmpty()
            where
                user.LeftAt == null
                && user.Grants.Any(grant =>
                    SeeingRoles.Contains(grant.Role)
                    && grant.From <= today
                    && (grant.Until == null || grant.Until >= today)
                )
            orderby user.Name
            select new
            {
                user.Id,
                user.Name,
                Agency = organisation.Name,
            }
        ).ToListAsync(cancel);
        return people.ConvertAll(one => new SelectListItem(
            one.Agency is null ? one.Name : $"{one.Name}, {one.Agency}",
            one.Id.ToString()
        ));
    }

    /// <summary>Names of agencies and people by identifier, for lists of those named.</summary>
    public async Task<Dictionary<Guid, string>> NamesAsync(
        HubCase hubCase,
        CancellationToken cancel
    )
    {
        var agencies = hubCase.Shares.Select(share => share.OrganisationId).ToList();
        var people = hubCase
            .Shares.Select(share => share.UserId)
            .Concat(hubCase.Exclusions.Select(one => (Guid?)one.UserId))
            .ToList();
        var names = await db.Set<Organisation>()
            .Where(one => agencies.Contains(one.Id))
            .ToDictionaryAsync(one => one.Id, one => one.Name, cancel);
        foreach (
            var person in await db.Set<User>()
                .Where(one => people.Contains(one.Id))
                .Select(one => new { one.Id, one.Name })
                .ToListAsync(cancel)
        )
        {
            names[person.Id] = person.Name;
        }

        return names;
    }
}
