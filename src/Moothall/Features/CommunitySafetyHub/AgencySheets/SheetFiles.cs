using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.AgencySheets;

/// <summary>
/// A sheet for the team to see, print or hand over: what every representative of the agency may have, and of that only what the
/// viewer may see too. Its looks and takings are noted.
/// </summary>
public sealed class SheetFiles(
    MoothallDb db,
    HubViewers viewers,
    SheetDesk desk,
    SheetCopies copies,
    ReadNotes reads,
    TimeProvider clock
)
{
    /// <summary>The paper; nothing where there is no such member, no hub ahead, or its protocol is not current.</summary>
    /// <param name="membershipId">The member.</param>
    /// <param name="kind">Which sheet.</param>
    /// <param name="as">How the audit names the form it is taken in.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<(HubMembership Member, Paper Paper)?> PaperAsync(
        Guid membershipId,
        SheetKind kind,
        string @as,
        CancellationToken cancel
    )
    {
        var viewer = await viewers.CurrentAsync(cancel);
        var today = UkTime.Today(clock);
        var member = await db.Set<HubMembership>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == membershipId, cancel);
        var meeting = await desk.MeetingAsync(member?.BodyId, viewer, cancel);
        if (member is null || meeting is null || member.ShutBecause(today) is not null)
        {
            return null;
        }

        var (paper, _) = await copies.PaperAsync(
            member,
            kind,
            meeting,
            [SheetContents.Member(member, today), viewer],
            $"Printed by {viewer.Name} for {member.Name}, {UkTime.Long(clock.GetUtcNow().UtcDateTime)}",
            cancel
        );
        reads.Note(@as, member.Id);
        return (member, paper);
    }
}
