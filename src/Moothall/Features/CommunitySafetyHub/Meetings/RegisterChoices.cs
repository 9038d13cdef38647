using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>The answers offered by the register's forms.</summary>
public static class RegisterChoices
{
    /// <summary>The ways to agree that another person records.</summary>
    public static readonly IReadOnlyList<SelectListItem> Manners =
    [
        new("The statements were read aloud and agreed", nameof(SigningManner.ReadAloud)),
        new("Signed on paper", nameof(SigningManner.OnPaper)),
    ];

    /// <summary>The members of the hub on the day of a meeting.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> MembersAsync(
        MoothallDb db,
        HubMeeting meeting
    )
    {
        var (body, day) = (meeting.BodyId, UkTime.DateOf(meeting.StartsAt));
        var members = await db.Set<HubMembership>()
            .Where(m => m.BodyId == body && (m.LeftOn == null || m.LeftOn >= day))
            .OrderBy(m => m.Order)
            .Select(m => new { m.Id, m.Name })
            .ToListAsync();
        return [.. members.Select(m => new SelectListItem(m.Name, m.Id.ToString()))];
    }
}
