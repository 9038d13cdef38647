using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Concerns;

/// <summary>A concern with what it is about, as far as the viewer may see that.</summary>
public sealed record ConcernLine(Concern Concern, string? CaseReference, string? MemberName)
{
    /// <summary>What it is about, in words.</summary>
    public string About =>
        CaseReference ?? MemberName ?? (Concern.CaseId is null ? "A member" : "A case");

    /// <summary>Adds to concerns what they are about, by a constant number of queries.</summary>
    public static async Task<IReadOnlyList<ConcernLine>> OfAsync(
        IReadOnlyList<Concern> concerns,
        HubViewer viewer,
        MoothallDb db,
        CancellationToken cancel
    )
    {
        var caseIds = concerns.Select(one => one.CaseId).OfType<Guid>().Distinct().ToList();
        var memberIds = concerns.Select(one => one.MembershipId).OfType<Guid>().ToList();
        var cases = await db.Set<HubCase>()
            .VisibleTo(viewer, db)
            .Where(c => caseIds.Contains(c.Id))
            .Select(c => new { c.Id, c.Reference })
            .ToDictionaryAsync(c => c.Id, c => c.Reference, cancel);
        var members = await db.Set<HubMembership>()
            .Where(one => memberIds.Contains(one.Id))
            .Select(one => new { one.Id, one.Name })
            .ToDictionaryAsync(one => one.Id, one => one.Name, cancel);
        return
        [
            .. concerns.Select(one => new ConcernLine(
                one,
                cases.GetValueOrDefault(one.CaseId ?? Guid.Empty),
                members.GetValueOrDefault(one.MembershipId ?? Guid.Empty)
            )),
        ];
    }
}
