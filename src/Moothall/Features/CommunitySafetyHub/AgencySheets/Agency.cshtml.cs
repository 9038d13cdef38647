using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.AgencySheets;

/// <summary>One agency: its sheets, whether it signs in, and its answers taken down one line an action (settled 16).</summary>
[Access(Permission.CirculateMinutes)]
public sealed class AgencyModel(
    MoothallDb db,
    HubViewers viewers,
    SheetDesk desk,
    SheetRelease release,
    SheetAnswers answers,
    CurrentUser user,
    TimeProvider clock
) : PageModel
{
    public HubMeeting Meeting { get; private set; } = null!;
    public SheetRow Row { get; private set; } = null!;

    /// <summary>Its open actions that the viewer may see.</summary>
    public IReadOnlyList<HubAction> Actions { get; private set; } = [];
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>Who answered, how and when.</summary>
    public Received Received { get; private set; } = new();

    /// <summary>Answers by action; one left alone is not answered.</summary>
    public Dictionary<Guid, SheetAnswer?> Answer { get; private set; } = [];
    public Dictionary<Guid, string?> Line { get; private set; } = [];

    /// <summary>Why it does not sign in.</summary>
    public OnPaperForm Decision { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await LoadAsync(id, cancel) ? Page() : NotFound();

    /// <summary>Records the answers, each by the use case of the action's own page.</summary>
    public async Task<IActionResult> OnPostAnswerAsync(
        Guid id,
        Received received,
        Dictionary<Guid, SheetAnswer?> answer,
        Dictionary<Guid, string?> line,
        CancellationToken cancel
    )
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        (Received, Answer, Line) = (received, answer, line);
        var told = Actions.Where(one => answer.GetValueOrDefault(one.Id) is not null).ToList();
        if (received.Problem(Row.Member.Name, UkTime.DateOf(Now)) is { } missing)
        {
            ModelState.AddModelError($"{nameof(Received)}.{missing.Field}", missing.Words);
        }
        else if (told.Count == 0)
        {
            ModelState.AddModelError("", "Choose an answer for at least one action");
        }

        if (ModelState.IsValid)
        {
            await RecordAsync(told);
        }

        if (!ModelState.IsValid)
        {
            // All or none: a page shown again with errors saves nothing, and shows the actions as they stand.
            db.ChangeTracker.Clear();
            Actions = await answers.OpenAsync(id, await viewers.CurrentAsync(cancel), cancel);
            return Page();
        }

        TempData["Notice"] =
            $"Recorded for {Row.Member.Name}, received from {received.From.Trim()}: {(told.Count == 1 ? "1 answer" : $"{told.Count} answers")}.";
        return LocalRedirect($"/AgencySheets/{id}");
    }

    /// <summary>Sends its sheets on demand.</summary>
    public async Task<IActionResult> OnPostSendAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        var made = await release.SendAsync(Row, Meeting, cancel);
        TempData["Notice"] = made switch
        {
            0 => "Nothing was sent. The reasons stand beside each recipient.",
            1 => "1 sheet is on its way.",
            _ => $"{made} sheets are on their way.",
        };
        return LocalRedirect($"/AgencySheets/{id}");
    }

    /// <summary>Decides that the agency does not sign in, with the reason.</summary>
    public async Task<IActionResult> OnPostDecideAsync(
        Guid id,
        OnPaperForm decision,
        CancellationToken cancel
    )
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Decision = decision;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await EndAsync(id, cancel);
        db.Add(
            new OnPaper
            {
                MembershipId = id,
                Because = decision.Because.Trim(),
                DecidedByName = user.Name,
                DecidedAt = Now,
            }
        );
        TempData["Notice"] = "Recorded. It gets its sheets from now on.";
        return LocalRedirect($"/AgencySheets/{id}");
    }

    /// <summary>Takes the decision back.</summary>
    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        await EndAsync(id, cancel);
        TempData["Notice"] = "Ended. A sheet goes to it on demand only.";
        return LocalRedirect($"/AgencySheets/{id}");
    }

    private async Task RecordAsync(IReadOnlyList<HubAction> told)
    {
        var viewer = await viewers.CurrentAsync();
        foreach (var action in told)
        {
            var line = (Line.GetValueOrDefault(action.Id) ?? "").Trim();
            var problem = answers.Record(action, Answer[action.Id]!.Value, line, Received, viewer);
            if (problem is not null)
            {
                ModelState.AddModelError($"Line[{action.Id}]", problem);
            }
        }
    }

    private async Task EndAsync(Guid id, CancellationToken cancel)
    {
        var standing = await db.Set<OnPaper>()
            .Where(one => one.MembershipId == id && one.EndedAt == null)
            .ToListAsync(cancel);
        standing.ForEach(one => one.EndedAt = Now);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        var viewer = await viewers.CurrentAsync(cancel);
        var hub = await db.Set<HubMembership>()
            .Where(member => member.Id == id)
            .Select(member => (Guid?)member.BodyId)
            .SingleOrDefaultAsync(cancel);
        if (
            await desk.MeetingAsync(hub, viewer, cancel) is not { } meeting
            || await desk.RowsAsync(meeting, viewer, id, cancel) is not [var row]
        )
        {
            return false;
        }

        (Meeting, Row) = (meeting, row);
        Actions = await answers.OpenAsync(id, viewer, cancel);
        return true;
    }
}

/// <summary>Why an agency does not sign in.</summary>
public sealed class OnPaperForm
{
    [Field(
        "Why does it not sign in?",
        Name = "Why it does not sign in",
        Required = "Say why it does not sign in",
        Hint = "For example: its trust allows no outside system.",
        Limit = 300
    )]
    public string Because { get; set; } = "";
}
