using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Actions;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan.Initiatives;

/// <summary>One initiative: what was done, for whom, who paid, what came of it, and what it serves.</summary>
[Access(Permission.SeeInitiatives)]
public sealed class DetailModel(MoothallDb db, CurrentUser user) : PageModel
{
    public InitiativeLine Line { get; private set; } = null!;

    /// <summary>The actions of plans that it carries out.</summary>
    public IReadOnlyList<(Guid PlanId, int Number, string Text)> Actions { get; private set; } = [];

    /// <summary>Whether this person may change it, and why not.</summary>
    public Platform.Verdict MayChange { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var found = await InitiativeList.LinesAsync(
            db,
            db.Set<Initiative>().AsNoTracking().Where(one => one.Id == id),
            cancel
        );
        if (found is not [var line])
        {
            return NotFound();
        }

        Line = line;
        MayChange = InitiativeAccess.MayChange(
            user.May(Permission.KeepInitiatives),
            user.IsCommunitySafetyTeam,
            user.OrganisationId,
            line.Initiative.LeadId
        );
        var actions = await db.Set<InitiativeAction>()
            .Where(one => one.InitiativeId == id)
            .Join(
                db.Set<PlanAction>(),
                link => link.PlanActionId,
                action => action.Id,
                (link, action) => action
            )
            .OrderBy(one => one.PlanId)
            .ThenBy(one => one.Number)
            .Select(one => new
            {
                one.PlanId,
                one.Number,
                one.Details.Text,
            })
            .ToListAsync(cancel);
        Actions = actions.ConvertAll(one => (one.PlanId, one.Number, one.Text));
        return Page();
    }
}
