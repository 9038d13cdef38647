using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Email;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>
/// One copy of a paper: every attempt to send it, and the decisions only a person takes (settled 23). The pages of minutes and of
/// agencies' sheets differ in who may see the copy and where it stands.
/// </summary>
public abstract class CopyPage(
    MoothallDb db,
    ICopySource source,
    CopyFiles files,
    Notices notices,
    CurrentUser user,
    TimeProvider clock
) : PageModel
{
    public CirculationCopy Copy { get; private set; } = null!;
    public IReadOnlyDictionary<Guid, StoredFile> Files { get; private set; } =
        new Dictionary<Guid, StoredFile>();

    /// <summary>Whether this viewer may open what was sent: only who may read all that it could hold.</summary>
    public bool MayOpen { get; protected set; }
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;
    public CopyStatus Status => Copy.StatusNow(Now);

    /// <summary>Address of this page.</summary>
    public abstract string Here { get; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>How one knows that it arrived.</summary>
    public CopyWords Words { get; private set; } = new();
    public CopyWords Withdrawal { get; private set; } = new();

    /// <summary>What the recipient is told to read in the product, and where.</summary>
    protected abstract (NoticeAbout About, string Path) ToRead { get; }

    /// <summary>What the recipient is told when the copy is called back.</summary>
    protected abstract (NoticeAbout About, string Path) Recalled { get; }

    /// <summary>Finds the copy for the viewer by the page's own rule and takes it with <see cref="ShowAsync"/>.</summary>
    protected abstract Task<bool> LoadAsync(CancellationToken cancel);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) ? Page() : NotFound();

    /// <summary>The file of one attempt, byte for byte as it went.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid attempt, CancellationToken cancel)
    {
        if (
            !await LoadAsync(cancel)
            || !MayOpen
            || Copy.Attempts.Find(one => one.Id == attempt) is not { } sent
        )
        {
            return NotFound();
        }

        NoteOpening();
        var file = Files[sent.FileId];
        return File(files.Open(file), file.ContentType, file.FileName);
    }

    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        var gate = await source.GateAsync(Copy, cancel);
        var problem = gate.Allowed
            ? Copy.SendAgain(await source.TodayAsync(Copy, cancel), Now)
            : gate.Reason;
        if (problem is null && Copy.Status == CopyStatus.ToRead)
        {
            await NotifyAsync(ToRead, cancel);
        }

        return Done(
            problem,
            Copy.IsFile
                ? "It waits to be sent again."
                : "They are told again that it is there to read."
        );
    }

    public async Task<IActionResult> OnPostArrivedAsync(CopyWords words, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        Words = words;
        return Decide(() => Copy.Arrived(user.Name, words.Text, Now), "Recorded that it arrived.");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(
        CopyWords withdrawal,
        CancellationToken cancel
    )
    {
        if (!await LoadAsync(cancel))
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
            await NotifyAsync(Recalled, cancel);
        }

        return result;
    }

    /// <summary>Writes down that what was sent is opened.</summary>
    protected abstract void NoteOpening();

    /// <summary>Takes a copy that the viewer may see.</summary>
    protected async Task ShowAsync(CirculationCopy copy, CancellationToken cancel)
    {
        Copy = copy;
        var ids = copy.Attempts.ConvertAll(attempt => attempt.FileId);
        Files = await db.Set<StoredFile>()
            .AsNoTracking()
            .Where(file => ids.Contains(file.Id))
            .ToDictionaryAsync(file => file.Id, cancel);
    }

    /// <summary>A part of the page's address.</summary>
    protected Guid Part(string name) => Guid.Parse((string)RouteData.Values[name]!);

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
        return LocalRedirect(Here);
    }

    private async Task NotifyAsync(
        (NoticeAbout About, string Path) what,
        CancellationToken cancel
    ) =>
        notices.Write(
            await db.Set<User>().SingleAsync(account => account.Id == Copy.UserId, cancel),
            what.About,
            what.Path
        );
}
