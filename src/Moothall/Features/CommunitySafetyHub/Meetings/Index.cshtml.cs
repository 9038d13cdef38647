using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.Partnership.Bodies;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>The meetings of a hub, coming and past.</summary>
[Access(Permission.SeeAgenda)]
public sealed class IndexModel(
    MoothallDb db,
    HubViewers viewers,
    MeetingPlanner planner,
    CurrentUser user,
    TimeProvider clock
) : PageModel
{
    private const int PageSize = 20;

    /// <summary>A meeting in the list, with the number of items its reader sees.</summary>
    public sealed record Row(HubMeeting Meeting, int Items);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>The hubs to choose from; one needs no choosing.</summary>
    public IReadOnlyList<GovernanceBody> Bodies { get; private set; } = [];
    public GovernanceBody? Body { get; private set; }
    public bool Past { get; private set; }
    public int PageNumber { get; private set; }
    public int Pages { get; private set; }
    public bool CanManage => user.May(Permission.ManageAgenda);
    public HubViewer Viewer { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid? body, string? when, int pageNumber = 1)
    {
        if (CanManage)
        {
            await planner.KeepPlannedAsync();
        }

        Viewer = await viewers.CurrentAsync();
        Past = when == "past";
        var visible = db.Set<HubMeeting>().AsNoTracking().VisibleTo(Viewer, db);
        var bodies = visible.Select(meeting => meeting.BodyId);
        Bodies = await db.Set<GovernanceBody>()
            .AsNoTracking()
            .Where(one => bodies.Contains(one.Id))
            .OrderBy(one => one.Name)
            .ToListAsync();
        Body = body is null
            ? (Bodies.Count > 0 ? Bodies[0] : null)
            : Bodies.FirstOrDefault(one => one.Id == body);
        if (Body is null)
        {
            return body is null ? Page() : NotFound();
        }

        var earlier = clock.GetUtcNow().UtcDateTime.AddHours(-3);
        var chosen = visible.Where(meeting =>
            meeting.BodyId == Body.Id
            && (meeting.StartsAt < earlier && meeting.Status != MeetingStatus.Live) == Past
        );
        Pages = (await chosen.CountAsync() + PageSize - 1) / PageSize;
        PageNumber = Math.Clamp(pageNumber, 1, Math.Max(1, Pages));
        var ordered = Past
            ? chosen.OrderByDescending(meeting => meeting.StartsAt)
            : chosen.OrderBy(meeting => meeting.StartsAt);
        var meetings = await ordered.Skip((PageNumber - 1) * PageSize).Take(PageSize).ToListAsync();
        var ids = meetings.ConvertAll(meeting => meeting.Id);
        var items = await db.Set<AgendaItem>()
            .VisibleTo(Viewer, db)
            .Where(item => ids.Contains(item.MeetingId))
            .GroupBy(item => item.MeetingId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count);
        Rows = meetings.ConvertAll(meeting => new Row(
            meeting,
            items.GetValueOrDefault(meeting.Id)
        ));
        return Page();
    }
}
