using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Public;
using Moothall.Features.Public.Publishing;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Bodies.BodyPublishing;

/// <summary>Prepares pages of a body for everybody: its terms, agendas and documents (S1-A3).</summary>
[Access(Permission.Publish)]
public sealed class IndexModel(MoothallDb db, PageDesk desk) : PageModel
{
    public GovernanceBody Body { get; private set; } = null!;

    /// <summary>What can be prepared.</summary>
    public IReadOnlyList<PagePreparation> Pages { get; private set; } = [];

    /// <summary>Shows what can be published of the body.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) ? Page() : NotFound();

    /// <summary>Prepares a page.</summary>
    public async Task<IActionResult> OnPostAsync(
        Guid id,
        PublicationKind kind,
        Guid subject,
        CancellationToken cancel
    )
    {
        if (
            !await FindAsync(id, cancel)
            || !Pages.Any(one => one.Kind == kind && one.SubjectId == subject)
            || await desk.PrepareAsync(kind, subject, cancel) is not { } page
        )
        {
            return NotFound();
        }

        TempData["Notice"] = PageDesk.Prepared;
        return Redirect($"/Publishing/{page.Id}");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var body = await db.Set<GovernanceBody>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (body is null)
        {
            return false;
        }

        Body = body;
        List<(PublicationKind Kind, Guid Subject, string Title, string What)> found = [];
        if (await BodyPages.TermsOf(db, id).AnyAsync(cancel))
        {
            found.Add(
                (
                    PublicationKind.Terms,
                    id,
                    "Terms of reference",
                    "The version in force. That a new one is being written is said; its words are not."
                )
            );
        }

        found.AddRange(
            (
                await BodyPages
                    .Meetings(db)
                    .Where(one => one.BodyId == id)
                    .OrderByDescending(one => one.Details.Date)
                    .ToListAsync(cancel)
            ).Select(one =>
                (
                    PublicationKind.Agenda,
                    one.Id,
                    $"Agenda of {UkTime.Date(one.Details.Date!.Value)}",
                    "Its public items. Presenters, papers and what was said stay inside."
                )
            )
        );
        found.AddRange(
            (
                await BodyPages
                    .Documents(db)
                    .Where(one => one.BodyId == id)
                    .OrderBy(one => one.Details.Title)
                    .ToListAsync(cancel)
            ).Select(one =>
                (PublicationKind.Document, one.Id, one.Details.Title, "Its newest file, as it is.")
            )
        );
        var subjects = found.ConvertAll(one => one.Subject);
        var known = await db.Set<Publication>()
            .AsNoTracking()
            .Where(one => subjects.Contains(one.SubjectId))
            .ToListAsync(cancel);
        Pages =
        [
            .. found.Select(one =>
                PagePreparation.Of(one.Kind, one.Subject, one.Title, one.What, known)
            ),
        ];
        return true;
    }
}
