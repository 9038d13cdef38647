using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Bodies.BodyTerms;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Bodies;

/// <summary>The bodies, for everyone who works for a partner (C10).</summary>
[Access(Permission.SeeBodies)]
public sealed class OverviewModel(MoothallDb db, TimeProvider clock) : PageModel
{
    /// <summary>A body with the terms in force.</summary>
    public sealed record Line(GovernanceBody Body, TermsVersion? Terms, bool IsBeingUpdated);

    public IReadOnlyList<Line> Bodies { get; private set; } = [];
    public DateOnly Today { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Today = UkTime.Today(clock);
        var bodies = await db.Set<GovernanceBody>()
            .AsNoTracking()
            .OrderBy(body => body.Name)
            .ToListAsync(cancel);
        var terms = await db.Set<TermsVersion>()
            .AsNoTracking()
            .Where(one => one.Status != TermsStatus.Replaced)
            .ToListAsync(cancel);
        Bodies = bodies.ConvertAll(body => new Line(
            body,
            terms.Find(one => one.BodyId == body.Id && one.Status == TermsStatus.InForce),
            terms.Exists(one => one.BodyId == body.Id && one.Status == TermsStatus.Draft)
        ));
    }
}
