using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Import;

/// <summary>What came of a list that was brought in, and the way to take all of it back.</summary>
[Access(Permission.BringIn)]
public sealed class DoneModel(
    MoothallDb db,
    ImportDrafts drafts,
    ImportUndo undo,
    HubViewers viewers,
    CurrentUser user,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    [Field(
        "Why is it taken back?",
        Name = "Why it is taken back",
        Limit = 300,
        Required = "Say why it is taken back",
        Rows = 2
    )]
    public string Because { get; set; } = "";

    public HubImport Import { get; private set; } = null!;

    /// <summary>How many rows of each sort were written.</summary>
    public IReadOnlyList<(string Kind, int Count)> Counts { get; private set; } = [];

    /// <summary>How many of the people it brought wait for an invitation.</summary>
    public int ToInvite { get; private set; }

    /// <summary>Whether whoever looks may invite them.</summary>
    public bool MayInvite => user.May(Permission.ManageAccounts);

    /// <summary>The draft it came from, while its owner can still fetch the rows to mend.</summary>
    public Guid? DraftId { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel) =>
        await LoadAsync(reference, cancel) ? Page() : NotFound();

    /// <summary>Takes it all back.</summary>
    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (!await LoadAsync(reference, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var viewer = await viewers.CurrentAsync(cancel);
        if (await undo.UndoAsync(Import, Because, viewer.Name, cancel) is { } problem)
        {
            ModelState.AddModelError(nameof(Because), problem);
            return Page();
        }

        TempData["Notice"] = "The list is taken back. Nothing that it wrote is left.";
        return Redirect($"/BringIn/Done/{Import.Reference}");
    }

    private async Task<bool> LoadAsync(string reference, CancellationToken cancel)
    {
        var plain = HumanReference.Normalise(reference) ?? reference;
        if (
            await db.Set<HubImport>().SingleOrDefaultAsync(one => one.Reference == plain, cancel)
            is not { } found
        )
        {
            return false;
        }

        Import = found;
        DraftId = (await drafts.OfImportAsync(found.Id, cancel))?.Id;
        ToInvite = await InviteBroughtInModel
            .Waiting(db, UkTime.Today(clock))
            .CountAsync(
                one =>
                    db.Set<ImportedRecord>()
                        .Any(written => written.ImportId == found.Id && written.RecordId == one.Id),
                cancel
            );
        var counts = await db.Set<ImportedRecord>()
            .Where(one => one.ImportId == found.Id)
            .GroupBy(one => one.Kind)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancel);
        Counts =
        [
            .. Words
                .Select(pair => (pair.Words, counts.Find(one => one.Key == pair.Kind)?.Count ?? 0))
                .Where(pair => pair.Item2 > 0),
        ];
        return true;
    }

    private static readonly (string Kind, string Words)[] Words =
    [
        (nameof(HubCase), "Cases"),
        (nameof(CasePerson), "People in them"),
        (nameof(ProtectedValue), "Addresses and numbers kept for you alone"),
        (nameof(CaseNote), "Notes"),
        ("HubAction", "Actions"),
        ("ActionUpdate", "Updates of actions"),
        ("HubMembership", "Members"),
        ("Representative", "Representatives"),
        (nameof(User), "People to be invited"),
        (nameof(PastMinutes), "Past minutes"),
    ];
}
