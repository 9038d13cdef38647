using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Statements;

/// <summary>The partnership's words for a statement, as they are typed.</summary>
public sealed class StatementInput
{
    [Field(
        "Text",
        Limit = 30_000,
        Rows = 16,
        Required = "Enter the text",
        Hint = "An empty line begins a new paragraph. # and a space before a line make it a heading, * and a space an item of a list. Whole web addresses become links."
    )]
    public string Text { get; set; } = "";

    [Field(
        "The partnership confirms this text",
        Hint = "Without it the text is a draft that visitors cannot read. The day is written below the text, and a year later you are asked to look at it again."
    )]
    public bool IsConfirmed { get; set; }
}

/// <summary>Where an administrator or manager writes and confirms a statement.</summary>
[Access(Permission.PublishStatements)]
public sealed class EditModel(MoothallDb db, TimeProvider clock) : PageModel
{
    [BindProperty]
    public StatementInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public StatementKind Kind { get; private set; }

    /// <summary>Whether the partnership has written nothing yet.</summary>
    public bool IsNew { get; private set; }

    public async Task<IActionResult> OnGetAsync(string kind, CancellationToken cancel)
    {
        if (!Names(kind))
        {
            return NotFound();
        }

        var own = await FindAsync(cancel);
        Input = new()
        {
            Text = own?.Text ?? await StatementDraft.OfAsync(db, Kind, cancel),
            IsConfirmed = own?.ConfirmedOn is not null,
        };
        Version = own?.Version ?? -1;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string kind, CancellationToken cancel)
    {
        if (!Names(kind))
        {
            return NotFound();
        }

        var own = await FindAsync(cancel);
        if (Input.IsConfirmed && Input.Text.Contains('[', StringComparison.Ordinal))
        {
            ModelState.AddModelError(
                "Input.Text",
                "Fill in what stands in square brackets, or take it out, before you confirm the text"
            );
        }

        if (!Input.IsConfirmed && own?.ConfirmedOn is { } confirmed)
        {
            ModelState.AddModelError(
                "Input.IsConfirmed",
                $"Everybody reads the text that was confirmed on {UkTime.Date(confirmed)}. Confirm this one to put it in its place"
            );
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            await SaveAsync(own, cancel);
        }
        catch (DbUpdateException) when (own is null)
        {
            // Somebody else saved the first text at the same moment; theirs is there now and is shown beside this one.
            db.ChangeTracker.Clear();
            await SaveAsync(await FindAsync(cancel), cancel);
        }

        TempData["Notice"] = Input.IsConfirmed
            ? "The text is saved and confirmed."
            : "The text is saved as a draft.";
        return LocalRedirect($"/{Kind}");
    }

    private async Task SaveAsync(PublicStatement? own, CancellationToken cancel)
    {
        if (own is null)
        {
            own = new() { Kind = Kind, Text = "" };
            db.Add(own);
        }
        else
        {
            db.Expect(own, Version);
        }

        own.Text = Input.Text.Trim();
        own.ConfirmedOn = Input.IsConfirmed ? UkTime.Today(clock) : null;
        own.PreparedOn ??= own.ConfirmedOn;
        await db.SaveChangesAsync(cancel);
    }

    private bool Names(string kind)
    {
        var known = Enum.TryParse<StatementKind>(kind, ignoreCase: true, out var named);
        Kind = named;
        return known && Enum.IsDefined(named);
    }

    private async Task<PublicStatement?> FindAsync(CancellationToken cancel)
    {
        var own = await db.Set<PublicStatement>()
            .SingleOrDefaultAsync(one => one.Kind == Kind, cancel);
        IsNew = own is null;
        return own;
    }
}
