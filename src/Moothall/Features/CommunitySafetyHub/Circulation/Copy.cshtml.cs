using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Email;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>One copy: every attempt to send it and what exactly went, and the decisions only a person takes (settled 23).</summary>
[Access(Permission.CirculateMinutes)]
public sealed class CopyModel(
    MoothallDb db,
    HubViewers viewers,
    Recipients recipients,
    CopyFiles files,
    Notices notices,
    ReadNotes reads,
    CurrentUser user,
    TimeProvider clock
) : PageModel
{
    public Guid MeetingId { get; private set; }
    public CirculationCopy Copy { get; private set; } = null!;
    public IReadOnlyDictionary<Guid, StoredFile> Files { get; private set; } =
        new Dictionary<Guid, StoredFile>();

    /// <summary>Whether this viewer may open what was sent: only who may read all of the minutes.</summary>
    public bool MayOpen { get; private set; }
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;
    public CopyStatus Status => Copy.StatusNow(Now);

    [BindProperty]
    public int Version { get; set; }

    /// <summary>How one knows that it arrived.</summary>
    public CopyWords Words { get; private set; } = new();
    public CopyWords Withdrawal { get; private set; } = new();

    private Minutes minutes = null!;

    public async Task<IActionResult> OnGetAsync(
        Guid meetingId,
        Guid copyId,
        CancellationToken cancel
    ) => await LoadAsync(meetingId, copyId, cancel) ? Page() : NotFound();

    /// <summary>The file of one attempt, byte for byte as it went.</summary>
    public async Task<IActionResult> OnGetFileAsync(
        Guid meetingId,
        Guid copyId,
        Guid attempt,
        CancellationToken cancel
    )
    {
        if (
            !await LoadAsync(meetingId, copyId, cancel)
            || !MayOpen
            || Copy.Attempts.Find(one => one.Id == attempt) is not { } sent
        )
        {
            return NotFound();
        }

        reads.On = true;
        reads.Note("Minutes", minutes.Id);
        var file = Files[sent.FileId];
        return File(files.Open(file), file.ContentType, file.FileName);
    }

    public async Task<IActionResult> OnPostAgainAsync(
        Guid meetingId,
        Guid copyId,
        CancellationToken cancel
    )
    {
        if (!await LoadAsync(meetingId, copyId, cancel))
        {
            return NotFound();
        }

        var gate = CirculationGate.Check(minutes);
        var today = await recipients.ForAsync(minutes, Copy.UserId, cancel);
        var problem = gate.Allowed
            ? Copy.SendAgain(today.FirstOrDefault(line => line.UserId == Copy.UserId), Now)
            : gate.Reason;
        if (problem is null && Copy.Status == CopyStatus.ToRead)
        {
            await NotifyAsync(NoticeAbout.MinutesToRead, $"/Minutes/{meetingId}", cancel);
        }

        return Done(
            problem,
            Copy.IsFile
                ? "It waits to be sent again."
                : "They are told again that it is there to read."
        );
    }

    public async Task<IActionResult> OnPostArrivedAsync(
        Guid meetingId,
        Guid copyId,
        CopyWords words,
        CancellationToken cancel
    )
    {
        if (!await LoadAsync(meetingId, copyId, cancel))
        {
            return NotFound();
        }

        Words = words;
        return Decide(() => Copy.Arrived(user.Name, words.Text, Now), "Recorded that it arrived.");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(
        Guid meetingId,
        Guid copyId,
        CopyWords withdrawal,
        CancellationToken cancel
    )
    {
        if (!await LoadAsync(meetingId, copyId, cancel))
        {
            return NotFound();
        }

        Withdrawal = withdrawal;
        var wasOut = Status is CopyStatus.ToRead or CopyStatus.Sent or CopyStatus.Uncertain;
        var result = Decide(
            () => Copy.Withdraw(user.Name, withdrawal.Text.Trim(), Now),
            wasOut
                ? "Withdrawn. They are asked by e-mail to delete their copy."
                : "Withdrawn. Nothing had been sent."
        );
        if (wasOut && result is LocalRedirectResult)
        {
            await NotifyAsync(NoticeAbout.MinutesRecalled, "/Minutes", cancel);
        }

        return result;
    }

    private IActionResult Decide(Func<string?> decision, string done) =>
        ModelState.IsValid ? Done(decision(), done) : Page();

    private IActionResult Done(string? problem, string done)
    {
        if (problem is not null)
        {
            ModelState.AddModelError("", problem);
            return Page();
        }

        db.Expect(Copy, Version);
        TempData["Notice"] = done;
        return LocalRedirect($"/Minutes/{MeetingId}/Copies/{Copy.Id}");
    }

    private async Task NotifyAsync(NoticeAbout about, string path, CancellationToken cancel) =>
        notices.Write(
            await db.Set<User>().SingleAsync(account => account.Id == Copy.UserId, cancel),
            about,
            path
        );

    private async Task<bool> LoadAsync(Guid meetingId, Guid copyId, CancellationToken cancel)
    {
        // The page tells of the sending; what the minutes say is only opened with the file.
        reads.On = false;
        MeetingId = meetingId;
        var viewer = await viewers.CurrentAsync(cancel);
        if (await db.FindMinutesAsync(meetingId, viewer, cancel) is not { } found)
        {
            return false;
        }

        minutes = found;
        var copy = await db.Set<CirculationCopy>()
            .Include(one => one.Attempts)
            .SingleOrDefaultAsync(one => one.Id == copyId && one.MinutesId == found.Id, cancel);
        if (copy is null)
        {
            return false;
        }

        Copy = copy;
        var ids = copy.Attempts.ConvertAll(attempt => attempt.FileId);
        Files = await db.Set<StoredFile>()
            .AsNoTracking()
            .Where(file => ids.Contains(file.Id))
            .ToDictionaryAsync(file => file.Id, cancel);
        MayOpen = (await db.SectionsForAsync(found, viewer, cancel)).Count == found.Sections.Count;
        return true;
    }
}

/// <summary>The words of a decision about a copy.</summary>
public sealed class CopyWords
{
    [Field("In a few words", Required = "Say it in a few words", Limit = 300)]
    public string Text { get; set; } = "";
}
