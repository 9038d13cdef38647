using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Agendas;

/// <summary>The agenda as its reader may see it (S1-A1): part A, and of part B the items open to them.</summary>
[Access(Permission.SeeAgenda)]
public sealed class IndexModel(
    MoothallDb db,
    HubViewers viewers,
    AgendaDrafts drafts,
    CurrentUser user,
    TimeProvider clock
) : PageModel
{
    public HubMeeting Meeting { get; private set; } = null!;
    public HubViewer Viewer { get; private set; } = null!;

    /// <summary>What the reader sees: for members the agenda as published, for whoever runs the hub as it stands.</summary>
    public IReadOnlyList<AgendaLine> Lines { get; private set; } = [];
    public IReadOnlyList<ActionLine> Actions { get; private set; } = [];

    /// <summary>What the last publication changed against the one before.</summary>
    public IReadOnlyList<string> Changes { get; private set; } = [];

    /// <summary>What whoever runs the hub changed since the last publication.</summary>
    public IReadOnlyList<string> Unpublished { get; private set; } = [];
    public bool HasSigned { get; private set; }

    /// <summary>Whether the confidentiality agreement can be signed: it opens with the papers, the day before (settled 9).</summary>
    public bool SigningOpen { get; private set; }

    /// <summary>The item that stands for the list of open actions, where the reader sees it.</summary>
    public Guid? ActionsItem { get; private set; }

    /// <summary>By item, why the case should leave the hub, where that is recommended and the case is open to the reader (S1-6.5).</summary>
    public IReadOnlyDictionary<Guid, string> Removals { get; private set; } =
        new Dictionary<Guid, string>();

    /// <summary>The items whose case was accepted as urgent and is open to the reader.</summary>
    public IReadOnlyList<Guid> Urgent { get; private set; } = [];
    public bool CanResearch => user.May(Permission.ResearchItems);

    /// <summary>Whether its start has passed: a meeting still planned then may have been held on paper.</summary>
    public bool ShouldHaveBegun => Meeting.StartsAt < clock.GetUtcNow().UtcDateTime;

    /// <summary>Planned minutes of what the reader sees.</summary>
    public int Total => Lines.Sum(line => line.Minutes);

    public async Task<IActionResult> OnGetAsync(Guid id) =>
        await LoadAsync(id) ? Page() : NotFound();

    /// <summary>The same agenda as a Word file.</summary>
    public async Task<IActionResult> OnGetWordAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        var file = WordWriter.ToBytes(AgendaPaper.Of(Meeting, Lines, user.Name));
        return File(
            file,
            WordWriter.Type,
            $"Agenda {UkTime.DateOf(Meeting.StartsAt):yyyy-MM-dd}.docx"
        );
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        Viewer = await viewers.CurrentAsync();
        if (await FindAsync(id) is not { } meeting)
        {
            return false;
        }

        if (user.May(Permission.ManageAgenda))
        {
            await drafts.KeepAsync(meeting);
            meeting = await FindAsync(id) ?? meeting;
        }

        Meeting = meeting;
        await ReadLinesAsync();
        Actions = await ActionLines.ForAsync(db, Meeting, Viewer);
        HasSigned = await db.HasSignedAsync(id, Viewer.UserId);
        SigningOpen = AgreementWindow.Check(Meeting, clock.GetUtcNow().UtcDateTime).Allowed;
        return true;
    }

    private Task<HubMeeting?> FindAsync(Guid id) =>
        db.Set<HubMeeting>()
            .VisibleTo(Viewer, db)
            .SingleOrDefaultAsync(meeting => meeting.Id == id);

    private async Task ReadLinesAsync()
    {
        var items = await db.Set<AgendaItem>()
            .AsNoTracking()
            .VisibleTo(Viewer, db)
            .Where(item => item.MeetingId == Meeting.Id)
            .OrderBy(item => item.Order)
            .ToListAsync();
        var open = db.Set<HubCase>().OpenTo(Viewer, db);
        Removals = await (
            from item in db.Set<AgendaItem>()
            join hubCase in open on item.CaseId equals hubCase.Id
            where item.MeetingId == Meeting.Id && hubCase.RemovalBecause != ""
            select new
            {
                item.Id,
                Words = $"{hubCase.RemovalByName} recommends removal from the hub: {hubCase.RemovalBecause}",
            }
        ).ToDictionaryAsync(one => one.Id, one => one.Words);
        var urgent = UrgentCases.Of(db);
        Urgent = await (
            from item in db.Set<AgendaItem>()
            join hubCase in open on item.CaseId equals hubCase.Id
            where
                item.MeetingId == Meeting.Id
                && hubCase.Status != CaseStatus.Closed
                && urgent.Contains(hubCase.Id)
            select item.Id
        ).ToListAsync();
        ActionsItem = items.Find(item => item.Kind == AgendaItemKind.Actions)?.Id;
        List<AgendaLine> current =
        [
            .. items.Select(item => new AgendaLine(item.Id, item.Part, item.Title, item.Minutes)),
        ];
        var published = await AgendaPublishing.LinesAsync(
            db,
            Viewer,
            Meeting.Id,
            Meeting.Publication
        );
        Lines =
            Viewer.RunsHub || Meeting.Status != MeetingStatus.Planned
                ? current
                : published ?? current;
        if (published is null)
        {
            return;
        }

        if (Viewer.RunsHub && Meeting.Status == MeetingStatus.Planned)
        {
            Unpublished = AgendaDiff.Of(published, current);
        }

        var earlier = await AgendaPublishing.LinesAsync(
            db,
            Viewer,
            Meeting.Id,
            Meeting.Publication - 1
        );
        Changes = earlier is null ? [] : AgendaDiff.Of(earlier, published);
    }
}
