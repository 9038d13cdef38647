using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Public;

/// <summary>What was published in a year, with what became of it.</summary>
[Open("What is published is for everybody.")]
public sealed class ArchiveModel(MoothallDb db) : PageModel
{
    public int Year { get; private set; }
    public IReadOnlyList<Publication> Pages { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(int year, CancellationToken cancel)
    {
        if (year is < 1998 or > 2200)
        {
            return NotFound();
        }

        var (from, until) = (
            UkTime.ToUtc(new(year, 1, 1), TimeOnly.MinValue),
            UkTime.ToUtc(new(year + 1, 1, 1), TimeOnly.MinValue)
        );
        Year = year;
        Pages = await db.Published()
            .Where(one => one.PublishedAt >= from && one.PublishedAt < until)
            .OrderByDescending(one => one.PublishedAt)
            .ToListAsync(cancel);
        return Page();
    }

    /// <summary>What became of a page, in words.</summary>
    public static string State(Publication one) =>
        (one.WithdrawnAt, one.ReplacedAt) switch
        {
            ({ } withdrawn, _) => $"Withdrawn on {UkTime.Date(UkTime.DateOf(withdrawn))}.",
            (null, { } replaced) => $"Replaced on {UkTime.Date(UkTime.DateOf(replaced))}.",
            _ => "Current.",
        };
}
