using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Search;

/// <summary>What a search found. Its address is the owner's for half an hour and tells nothing.</summary>
[Access(Permission.SearchRecords)]
public sealed class ResultsModel(
    Searches searches,
    RecordSearch records,
    AuditQueue audit,
    AuditActor actor,
    ReadNotes reads,
    TimeProvider clock
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public Guid Id { get; private set; }
    public SearchForm Words { get; private set; } = null!;
    public SearchPage Found { get; private set; } = null!;
    public DateOnly Today { get; private set; }

    /// <summary>Shows a page of results; the showing, or that nothing was found, is in the audit before the answer leaves.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await searches.FindAsync(id, cancel) is not { } words)
        {
            return NotFound();
        }

        (Id, Words, Today) = (id, words, UkTime.Today(clock));
        actor.Why = words.Why;
        Found = await records.FindAsync(words, PageNumber, cancel);
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, Found.Pages));
        foreach (var hit in Found.Hits)
        {
            reads.Note(hit.IsCase ? "Case" : "Referral", hit.Id);
        }

        // A search is recorded even where it finds nothing: that somebody asked is what may have to be explained.
        var shown = reads.Shown.OrderBy(one => one.Kind).ThenBy(one => one.Id).ToList();
        reads.Clear();
        await audit.AppendAsync(
            AuditPayload.Of(AuditKind.Read, actor) with
            {
                Note = "search",
                Subjects = shown,
            },
            cancel
        );
        return Page();
    }
}
