using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Email;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>
/// Shows who gets the minutes by which route and why, then circulates them in one click. Before two people have signed the text
/// as it stands there is no button, and a form sent all the same is refused (S1-7.2j).
/// </summary>
[Access(Permission.CirculateMinutes)]
public sealed class CirculateModel(
    MoothallDb db,
    HubViewers viewers,
    Recipients recipients,
    CirculationRelease release,
    AuditQueue audit,
    AuditActor actor,
    ReadNotes reads,
    IServiceProvider services
) : PageModel
{
    private const int LongestReason = 300;

    public HubMeeting Meeting { get; private set; } = null!;
    public Minutes Minutes { get; private set; } = null!;
    public Verdict Gate { get; private set; } = null!;

    /// <summary>Those who have no copy yet.</summary>
    public IReadOnlyList<RecipientLine> Lines { get; private set; } = [];

    /// <summary>Copies made before; circulating again is for those who joined since.</summary>
    public int Earlier { get; private set; }

    /// <summary>Whether files can leave; without a mail server they wait.</summary>
    public bool HasMailServer => services.GetService<IMailTransport>() is not null;

    /// <summary>Fingerprint of the list that the person was shown.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    /// <summary>Why a person is left out, by account; those without a reason are not.</summary>
    [BindProperty]
    public Dictionary<Guid, string?> LeaveOut { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid meetingId, CancellationToken cancel) =>
        await LoadAsync(meetingId, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid meetingId, CancellationToken cancel)
    {
        if (!await LoadAsync(meetingId, cancel))
        {
            return NotFound();
        }

        if (!Gate.Allowed)
        {
            await audit.AppendAsync(
                AuditPayload.Of(AuditKind.Refusal, actor) with
                {
                    Note = $"Circulating minutes: {Gate.Reason}",
                    Subjects = [new("Minutes", Minutes.Id)],
                },
                cancel
            );
            Refusal.Because(HttpContext, Gate.Reason);
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var leftOut = ReadLeftOut();
        if (Shown != RecipientLine.Fingerprint(Lines))
        {
            ModelState.AddModelError(
                "",
                "The list has changed since you opened it. Check it again before you circulate."
            );
        }
        else if (!Lines.Any(line => line.Gets && !leftOut.ContainsKey(line.UserId!.Value)))
        {
            ModelState.AddModelError("", "There is nobody to circulate these minutes to.");
        }

        if (!ModelState.IsValid)
        {
            ModelState.Remove(nameof(Shown));
            return Page();
        }

        var made = await release.ReleaseAsync(Minutes, Lines, leftOut, cancel);
        TempData["Notice"] =
            made == 1 ? "Circulated to 1 person." : $"Circulated to {made} people.";
        return LocalRedirect($"/Minutes/{meetingId}/Circulation");
    }

    private async Task<bool> LoadAsync(Guid meetingId, CancellationToken cancel)
    {
        // The page tells of recipients only; what the minutes say is read to decide and shown to nobody.
        reads.On = false;
        var viewer = await viewers.CurrentAsync(cancel);
        if (await db.FindMinutesAsync(meetingId, viewer, cancel) is not { } minutes)
        {
            return false;
        }

        Minutes = minutes;
        Meeting = await db.Set<HubMeeting>()
            .AsNoTracking()
            .SingleAsync(m => m.Id == meetingId, cancel);
        Gate = CirculationGate.Check(minutes);
        if (Gate.Allowed)
        {
            var have = await db.Set<CirculationCopy>()
                .Where(copy => copy.MinutesId == minutes.Id)
                .Select(copy => copy.UserId)
                .ToHashSetAsync(cancel);
            Earlier = have.Count;
            var all = await recipients.ForAsync(minutes, cancel: cancel);
            Lines = [.. all.Where(line => line.UserId is not { } id || !have.Contains(id))];
        }

        return true;
    }

    private Dictionary<Guid, string> ReadLeftOut()
    {
        var leftOut = new Dictionary<Guid, string>();
        foreach (var (person, typed) in LeaveOut)
        {
            var why = typed?.Trim() ?? "";
            if (why.Length == 0)
            {
                continue;
            }

            var problem =
                why.Length > LongestReason
                    ? $"Why someone is left out must be {LongestReason} characters or less"
                    : UnseenCharacters.Problem(why, "Why someone is left out", manyLines: false);
            if (problem is not null)
            {
                ModelState.AddModelError($"{nameof(LeaveOut)}[{person}]", problem);
            }

            leftOut[person] = why;
        }

        return leftOut;
    }
}
