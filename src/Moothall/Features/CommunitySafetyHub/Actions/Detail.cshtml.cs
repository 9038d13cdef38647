using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Actions;

/// <summary>One action: what was reported on it, and the owner's next report. Only a meeting takes it off the list (S1-3.3).</summary>
[Access(Permission.SeeActions)]
public sealed class DetailModel(
    MoothallDb db,
    HubViewers viewers,
    ActionUseCases actions,
    TimeProvider clock
) : PageModel
{
    /// <summary>The action with its reports.</summary>
    public HubAction Action { get; private set; } = null!;

    /// <summary>Name of its person, where one was named.</summary>
    public string Person { get; private set; } = "";

    /// <summary>Whether the viewer may open its case.</summary>
    public bool CaseOpens { get; private set; }

    /// <summary>The priorities it serves, as far as the viewer may know.</summary>
    public IReadOnlyList<ServedPriority> Priorities { get; private set; } = [];

    /// <summary>Whether the viewer may choose them.</summary>
    public bool MayChoosePriorities { get; private set; }

    /// <summary>Whether the viewer may report on it.</summary>
    public bool CanUpdate { get; private set; }

    /// <summary>Whether the viewer acts for its owner; the team reports what it was told.</summary>
    public bool IsOurs { get; private set; }

    /// <summary>Still open after its day.</summary>
    public bool IsOverdue => ActionList.IsOverdue(Action, Now);

    /// <summary>When it was agreed, and when it was taken off the list.</summary>
    public string Agreed { get; private set; } = "";
    public string TakenOff { get; private set; } = "";

    /// <summary>The report being written.</summary>
    public UpdateForm Report { get; private set; } = new();

    /// <summary>The answer to an action given in the owner's absence.</summary>
    public AcceptanceForm Answer { get; private set; } = new();

    /// <summary>The member whom whoever runs the hub gives it to instead.</summary>
    [Field("Member", Required = "Choose the member that gets it")]
    public Guid? GiveTo { get; private set; }

    /// <summary>Members it can be given to; none for who may not.</summary>
    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];

    /// <summary>Files that came with an agency's news.</summary>
    public IReadOnlyList<ActionAttachment> Attachments { get; private set; } = [];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id) =>
        await LoadAsync(id) ? Page() : NotFound();

    /// <summary>Reports progress, with evidence.</summary>
    [Access(Permission.UpdateActions)]
    public async Task<IActionResult> OnPostReportAsync(Guid id, UpdateForm report)
    {
        Report = report;
        return await ReportAsync(id, report);
    }

    /// <summary>"No change", in one click (C8). The team says who told it, so it uses the form.</summary>
    [Access(Permission.UpdateActions)]
    public async Task<IActionResult> OnPostUnchangedAsync(Guid id, bool fromList)
    {
        var answer = await ReportAsync(id, new() { Progress = ReportedProgress.NoChange });
        if (!fromList || answer is not RedirectToPageResult)
        {
            return answer;
        }

        // Whoever works down the list stays on it.
        TempData["Notice"] = $"No change is recorded: {Action.Text}";
        return RedirectToPage("Index");
    }

    /// <summary>Accepts it in one click, or asks for it to be given elsewhere.</summary>
    [Access(Permission.UpdateActions)]
    public Task<IActionResult> OnPostAcceptAsync(Guid id, bool accepts, AcceptanceForm answer)
    {
        Answer = answer;
        return ChangeAsync(
            id,
            async () =>
                ActionUseCases.Answer(Action, accepts, answer, await viewers.CurrentAsync(), Now),
            accepts ? "The action is accepted." : "The hub is asked to give it elsewhere."
        );
    }

    /// <summary>Gives it to another member.</summary>
    [Access(Permission.RunMeeting)]
    public Task<IActionResult> OnPostGiveAsync(Guid id, Guid? giveTo)
    {
        GiveTo = giveTo;
        return ChangeAsync(
            id,
            () => actions.GiveAsync(Action, giveTo, Now),
            "The action is given to another member.",
            giving: true
        );
    }

    private async Task<IActionResult> ReportAsync(Guid id, UpdateForm report)
    {
        var done =
            report.Progress == ReportedProgress.Done
                ? "Reported as done. It leaves the list when the hub decides that it is resolved."
                : "Your report is recorded.";
        return await ChangeAsync(
            id,
            async () => actions.Report(Action, report, await viewers.CurrentAsync(), Now),
            done
        );
    }

    private async Task<IActionResult> ChangeAsync(
        Guid id,
        Func<Task<string?>> change,
        string done,
        bool giving = false
    )
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        // Whoever runs the hub gives an action elsewhere, also the chair, who reports on none.
        if (giving ? !(await viewers.CurrentAsync()).RunsHub : !CanUpdate)
        {
            Refusal.Because(
                HttpContext,
                $"{Action.OwnerName} reports on this action, or the Community Safety Team for them."
            );
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await change() is { } problem)
        {
            ModelState.AddModelError("", problem);
            return Page();
        }

        TempData["Notice"] = done;
        return RedirectToPage(new { id });
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        var viewer = await viewers.CurrentAsync();
        var found = await db.Set<HubAction>()
            .VisibleTo(viewer, db)
            .Include(action => action.Updates)
            .Include(action => action.Changes)
            .AsSplitQuery()
            .Include(action => action.Case)
            .SingleOrDefaultAsync(action => action.Id == id);
        if (found is null)
        {
            return false;
        }

        Action = found;
        CanUpdate = ActionAccess.CanUpdate(found, viewer) && found.Status == ActionStatus.Open;
        IsOurs = viewer.MembershipIds.Contains(found.OwnerMembershipId);
        CaseOpens = await db.Set<HubCase>()
            .VisibleTo(viewer, db)
            .AnyAsync(c => c.Id == found.CaseId);
        MayChoosePriorities = viewer.RunsHub;
        Priorities = await db.Set<HubAction>()
            .Where(action => action.Id == id)
            .Served(viewer, db)
            .OrderBy(one => one.Name)
            .ToListAsync();
        Members =
            viewer.RunsHub && found.Acceptance.IsUnsettled && found.Status == ActionStatus.Open
                ? await db.Set<HubMembership>()
                    .Where(member => member.BodyId == found.BodyId && member.LeftOn == null)
                    .Where(member => member.Id != found.OwnerMembershipId)
                    .OrderBy(member => member.Order)
                    .Select(member => new Choice(member.Name, member.Id))
                    .ToItemsAsync()
                : [];

        Attachments = await db.Set<ActionAttachment>()
            .AsNoTracking()
            .Include(one => one.File)
            .Where(one => one.ActionId == id)
            .OrderBy(one => one.Id)
            .ToListAsync();
        Person =
            await db.Set<User>()
                .Where(user => user.Id == found.OwnerUserId)
                .Select(user => user.Name)
                .SingleOrDefaultAsync()
            ?? "";
        var days = await db.Set<HubMeeting>()
            .Where(m => m.Id == found.MeetingId || m.Id == found.ClosedAtMeetingId)
            .ToDictionaryAsync(m => m.Id, m => UkTime.LongDate(UkTime.DateOf(m.StartsAt)));
        Agreed = found.MeetingId is { } agreed ? days.GetValueOrDefault(agreed, "") : "";
        TakenOff = found.ClosedAtMeetingId is { } closed ? days.GetValueOrDefault(closed, "") : "";
        return true;
    }
}
