using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>The answers offered by the register's forms.</summary>
public sealed record RegisterChoices(
    IReadOnlyList<SelectListItem> Members,
    IReadOnlyList<SelectListItem> Guests,
    IReadOnlyList<SelectListItem> Items
)
{
    /// <summary>The ways to agree that another person records.</summary>
    public static readonly IReadOnlyList<SelectListItem> Manners =
    [
        new("The statements were read aloud and agreed", nameof(SigningManner.ReadAloud)),
        new("Signed on paper", nameof(SigningManner.OnPaper)),
    ];

    /// <summary>Reads them for whoever runs the meeting.</summary>
    public static async Task<RegisterChoices> ReadAsync(MoothallDb db, Attending person)
    {
        var (body, id) = (person.Meeting.BodyId, person.Meeting.Id);
        var day = UkTime.DateOf(person.Meeting.StartsAt);
        var members = await db.Set<HubMembership>()
            .Where(m => m.BodyId == body && (m.LeftOn == null || m.LeftOn >= day))
            .OrderBy(m => m.Order)
            .Select(m => new { m.Id, m.Name })
            .ToListAsync();
        var guests = await db.Set<User>()
            .Where(user => user.LeftAt == null && user.Grants.Any(g => g.Role == Role.Guest))
            .OrderBy(user => user.Name)
            .Select(user => new { user.Id, user.Name })
            .ToListAsync();
        var items = await db.Set<AgendaItem>()
            .VisibleTo(person.Viewer, db)
            .Where(item => item.MeetingId == id)
            .OrderBy(item => item.Order)
            .Select(item => new
            {
                item.Id,
                item.Order,
                item.Title,
            })
            .ToListAsync();
        return new(
            [.. members.Select(m => new SelectListItem(m.Name, m.Id.ToString()))],
            [.. guests.Select(g => new SelectListItem(g.Name, g.Id.ToString()))],
            [.. items.Select(i => new SelectListItem($"{i.Order}. {i.Title}", i.Id.ToString()))]
        );
    }
}
