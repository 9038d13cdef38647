using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Features.CommunitySafetyHub.Search;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>One case: who may see it and why, its people, and everything that happened.</summary>
[Access(Permission.SeeCases)]
public sealed class DetailModel(CaseReader reader, Searches searches, AuditActor actor) : PageModel
{
    /// <summary>The case as the viewer may see it.</summary>
    public CaseView Shown { get; private set; } = null!;

    /// <summary>Which part of the timeline to show; all of it without.</summary>
    [BindProperty(SupportsGet = true)]
    public TimelineKind? Show { get; set; }

    /// <summary>The viewer's own search that led here, whose purpose this look shares.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Search { get; set; }

    /// <summary>Shows the case.</summary>
    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (Search is { } id && await searches.FindAsync(id, cancel) is { } search)
        {
            actor.Why = search.Why;
        }

        if (await reader.ReadAsync(reference, cancel) is not { } view)
        {
            return NotFound();
        }

        Shown = view;
        return Page();
    }
}
