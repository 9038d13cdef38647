using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Email;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Concerns;

/// <summary>The manager's answer.</summary>
public sealed class AnswerForm
{
    [Field(
        "Your answer",
        Hint = "Whoever raised it reads this.",
        Required = "Enter your answer",
        Limit = 4_000,
        Rows = 6
    )]
    public string Answer { get; set; } = "";
}

/// <summary>One concern and its answer.</summary>
[Access(Permission.RaiseConcern)]
public sealed class DetailModel(
    MoothallDb db,
    HubViewers viewers,
    CurrentUser user,
    Notices notices,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public AnswerForm Input { get; set; } = new();

    public ConcernLine Line { get; private set; } = null!;

    /// <summary>Whether the viewer may answer it now.</summary>
    public bool MayAnswer => user.May(Permission.AnswerConcern) && Line.Concern.AnsweredAt is null;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await LoadAsync(id, cancel) ? Page() : NotFound();

    /// <summary>Answers it and tells whoever raised it.</summary>
    [Access(Permission.AnswerConcern)]
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        var (concern, now) = (Line.Concern, clock.GetUtcNow().UtcDateTime);
        if (ModelState.IsValid && concern.Reply(Input.Answer, now, user.Name) is { } problem)
        {
            ModelState.AddModelError("", problem);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var raiser = await db.Set<User>()
            .SingleOrDefaultAsync(one => one.Id == concern.RaisedById, cancel);
        if (raiser is not null)
        {
            notices.Write(raiser, NoticeAbout.ConcernAnswered, $"/Concerns/{id}");
        }

        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "Your answer is saved.";
        return Redirect($"/Concerns/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        var viewer = await viewers.CurrentAsync(cancel);
        var concern = await db.Set<Concern>()
            .VisibleTo(viewer, user, db)
            .SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (concern is null)
        {
            return false;
        }

        Line = (await ConcernLine.OfAsync([concern], viewer, db, cancel))[0];
        return true;
    }
}
