using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>Finds the case of a page's address for the person in front of it; what they may not see is not there.</summary>
public sealed class CaseFinder(MoothallDb db, HubViewers viewers)
{
    /// <summary>The case with this reference, in any spelling, if it is visible.</summary>
    public async Task<IQueryable<HubCase>> VisibleAsync(
        string reference,
        CancellationToken cancel
    ) => Named(db.Set<HubCase>().VisibleTo(await viewers.CurrentAsync(cancel), db), reference);

    /// <summary>The case with this reference, in any spelling, if its content is open.</summary>
    public async Task<IQueryable<HubCase>> OpenAsync(string reference, CancellationToken cancel) =>
        Named(db.Set<HubCase>().OpenTo(await viewers.CurrentAsync(cancel), db), reference);

    /// <summary>The case to be worked on, tracked, with those who may and may not see it.</summary>
    public async Task<HubCase?> ToManageAsync(string reference, CancellationToken cancel)
    {
        var viewer = await viewers.CurrentAsync(cancel);
        return CaseAccess.CanManage(viewer)
            ? await (await OpenAsync(reference, cancel))
                .Include(c => c.Shares)
                .Include(c => c.Exclusions)
                .AsSplitQuery()
                .SingleOrDefaultAsync(cancel)
            : null;
    }

    private static IQueryable<HubCase> Named(IQueryable<HubCase> cases, string reference)
    {
        var plain = HumanReference.Normalise(reference) ?? reference;
        return cases.Where(c => c.Reference == plain);
    }
}
