using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Ui;

namespace Moothall.Features.Public.Publishing;

/// <summary>What is said when a page is withdrawn.</summary>
public sealed class WithdrawInput
{
    [Field(
        "What visitors read in its place",
        Limit = 1000,
        Rows = 3,
        Required = "Enter what visitors read in its place",
        Hint = "Everybody reads this at once, and no second person looks at it first. Say why the page is gone, name nobody, and do not repeat what should not have been published."
    )]
    public string Because { get; set; } = "";

    [Field(
        "Withdraw its earlier versions too",
        Hint = "They stay in the archive otherwise, with their files."
    )]
    public bool EarlierToo { get; set; } = true;
}

/// <summary>A page as everybody will read it, and the buttons that publish, discard or withdraw it.</summary>
[Access(Permission.Publish)]
public sealed class DetailModel(
    MoothallDb db,
    IFileStore store,
    ProtectedText kept,
    PageDesk desk,
    CurrentUser user,
    AuditActor actor,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public WithdrawInput Input { get; set; } = new();

    public Publication Shown { get; private set; } = null!;

    /// <summary>Why the reader may not publish it, or nothing.</summary>
    public string? MayNotPublish { get; private set; }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Version = Shown.Version;
        return Page();
    }

    /// <summary>Gives the file that is published with it, to be looked at before.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) && Shown.File is { } file
            ? File(store.Open(file.ToContent()), file.ContentType, file.FileName)
            : NotFound();

    /// <summary>Publishes it.</summary>
    public async Task<IActionResult> OnPostPublishAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        ModelState.Clear();
        var same = await db.Set<Publication>()
            .Where(one =>
                one.Kind == Shown.Kind && one.SubjectId == Shown.SubjectId && one.Id != id
            )
            .ToListAsync(cancel);
        if ((await kept.FindAnywhereAsync([("", Shown.Content)], cancel)).Count > 0)
        {
            ModelState.AddModelError(
                "",
                "This page holds an address or a number that is kept from somebody. Take it out where it was written, throw this draft away and prepare it again."
            );
            return Page();
        }

        if ((MayNotPublish ?? Shown.Publish((user.Id, user.Name), same, Now)) is { } problem)
        {
            ModelState.AddModelError("", problem);
            return Page();
        }

        actor.Why = $"Publishing for everybody: {Shown.Title}";
        db.Expect(Shown, Version);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "It is published. Everybody can read it.";
        return Redirect("/Publishing");
    }

    /// <summary>Throws a draft away.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        ModelState.Clear();
        if (Shown.PublishedAt is not null)
        {
            ModelState.AddModelError("", "It is published already. Withdraw it instead.");
            return Page();
        }

        db.Expect(Shown, Version);
        db.Remove(Shown);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The draft is thrown away.";
        return Redirect("/Publishing");
    }

    /// <summary>Withdraws it.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (Shown.PublishedAt is null)
        {
            ModelState.AddModelError("", "It is not published. Throw the draft away instead.");
        }

        if ((await kept.FindAnywhereAsync([("", Input.Because)], cancel)).Count > 0)
        {
            ModelState.AddModelError(
                "Input.Because",
                "This holds an address or a number that is kept from somebody. Take it out."
            );
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        // Its title may be what had to go.
        actor.Why = "Withdrawing a page from everybody";
        db.Expect(Shown, Version);
        Shown.Withdraw(Input.Because, Now);
        if (Input.EarlierToo)
        {
            var earlier = await db.Set<Publication>()
                .Where(one =>
                    one.Kind == Shown.Kind
                    && one.SubjectId == Shown.SubjectId
                    && one.PublishedAt < Shown.PublishedAt
                )
                .ToListAsync(cancel);
            earlier.ForEach(one => one.Withdraw(Input.Because, Now));
        }

        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "It is withdrawn. Visitors read your words in its place.";
        return Redirect("/Publishing");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var found = await db.Set<Publication>()
            .Include(one => one.File)
            .SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (found is null)
        {
            return false;
        }

        Shown = found;
        MayNotPublish =
            found.MayNotPublish(user.Id)
            // Since it was prepared, some of it may have become a matter for partners only.
            ?? (
                await desk.IsStillSoAsync(found, cancel)
                    ? null
                    : "What it is made of has changed since it was prepared. Throw this draft away and prepare it again."
            );
        return true;
    }
}
