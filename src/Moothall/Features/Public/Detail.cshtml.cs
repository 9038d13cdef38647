using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Public;

/// <summary>A published page; of one that was withdrawn, the notice.</summary>
[Open("What is published is for everybody.")]
public sealed class DetailModel(MoothallDb db) : PageModel
{
    public Publication Shown { get; private set; } = null!;

    /// <summary>The one that took its place and is current.</summary>
    public Publication? Later { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var found = await db.Published().SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (found is null)
        {
            return NotFound();
        }

        Shown = found;
        if (!found.IsCurrent)
        {
            Later = await db.Published()
                .Current()
                .Where(one => one.Kind == found.Kind && one.SubjectId == found.SubjectId)
                .OrderByDescending(one => one.PublishedAt)
                .FirstOrDefaultAsync(cancel);
        }

        return Page();
    }
}
