using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.LegalParameters;

/// <summary>Every dated number with its source: what holds today, what will, and what did.</summary>
[Access(Permission.ManagePartnership)]
public sealed class IndexModel(MoothallDb db, TimeProvider clock) : PageModel
{
    /// <summary>One rule: the value in force today, if any, and the others by date.</summary>
    public sealed record Rule(
        string Key,
        string Meaning,
        LegalParameter? Now,
        IReadOnlyList<LegalParameter> Later,
        IReadOnlyList<LegalParameter> Earlier
    );

    public IReadOnlyList<Rule> Rules { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var today = UkTime.Today(clock);
        var all = await db.Set<LegalParameter>()
            .AsNoTracking()
            .OrderBy(parameter => parameter.Key)
            .ThenByDescending(parameter => parameter.EffectiveFrom)
            .ToListAsync();
        Rules =
        [
            .. all.GroupBy(parameter => parameter.Key)
                .Select(group =>
                {
                    var now = group.FirstOrDefault(one => one.EffectiveFrom <= today);
                    return new Rule(
                        group.Key,
                        (now ?? group.Last()).Meaning,
                        now,
                        [.. group.Where(one => one.EffectiveFrom > today)],
                        [.. group.Where(one => one.EffectiveFrom <= today && one != now)]
                    );
                }),
        ];
    }
}
