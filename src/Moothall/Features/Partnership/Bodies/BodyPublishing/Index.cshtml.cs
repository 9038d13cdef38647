using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Bodies.BodyDocuments;
using Moothall.Features.Partnership.Bodies.BodyMeetings;
using Moothall.Features.Partnership.Bodies.BodyTerms;
using Moothall.Features.Public;
using Moothall.Features.Public.Publishing;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Bodies.BodyPublishing;

/// <summary>Prepares pages of a body for everybody: its terms, agendas and documents (S1-A3).</summary>
[Access(Permission.Publish)]
public sealed class IndexModel(MoothallDb db, CurrentUser user, TimeProvider clock) : PageModel
{
    public GovernanceBody Body { get; private set; } = null!;

    /// <summary>What can be prepared.</summary>
    public IReadOnlyList<PagePreparation> Pages { get; private set; } = [];

    // Each with what makes its page.
    private readonly Dictionary<
        (PublicationKind, Guid),
        (Func<(string Title, PublishedContent Content)> Make, Guid? FileId)
    > makers = [];

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
        if (!await FindAsync(id, cancel) || !makers.TryGetValue((kind, subject), out var maker))
        {
            return NotFound();
        }

        var (title, content) = maker.Make();
        var page = Publication.Prepare(
            kind,
            subject,
            title,
            content,
            (user.Id, user.Name),
            clock.GetUtcNow().UtcDateTime,
            maker.FileId
        );
        db.Add(page);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "It is prepared. Somebody else looks at it and publishes it.";
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
        await TermsAsync(found, cancel);
        await AgendasAsync(found, cancel);
        await DocumentsAsync(found, cancel);
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

    private async Task TermsAsync(
        List<(PublicationKind, Guid, string, string)> found,
        CancellationToken cancel
    )
    {
        var versions = await db.Set<TermsVersion>()
            .AsNoTracking()
            .Where(one => one.BodyId == Body.Id)
            .ToListAsync(cancel);
        if (versions.Find(one => one.Status == TermsStatus.InForce) is { } terms)
        {
            var draft = versions.Exists(one => one.Status == TermsStatus.Draft);
            found.Add(
                (
                    PublicationKind.Terms,
                    Body.Id,
                    "Terms of reference",
                    "The version in force. That a new one is being written is said; its words are not."
                )
            );
            makers[(PublicationKind.Terms, Body.Id)] = (
                () => BodyProjection.Of(Body, terms, draft),
                terms.FileId
            );
        }
    }

    private async Task AgendasAsync(
        List<(PublicationKind, Guid, string, string)> found,
        CancellationToken cancel
    )
    {
        var meetings = await db.Set<BodyMeeting>()
            .AsNoTracking()
            .Include(one => one.Items)
            .Where(one => one.BodyId == Body.Id && one.Items.Any(item => item.IsPublic))
            .OrderByDescending(one => one.Details.Date)
            .ToListAsync(cancel);
        foreach (var meeting in meetings)
        {
            found.Add(
                (
                    PublicationKind.Agenda,
                    meeting.Id,
                    $"Agenda of {Platform.Time.UkTime.Date(meeting.Details.Date!.Value)}",
                    "Its public items. Presenters, papers and what was said stay inside."
                )
            );
            makers[(PublicationKind.Agenda, meeting.Id)] = (
                () => BodyProjection.Of(Body, meeting),
                null
            );
        }
    }

    private async Task DocumentsAsync(
        List<(PublicationKind, Guid, string, string)> found,
        CancellationToken cancel
    )
    {
        var documents = await db.Set<BodyDocument>()
            .AsNoTracking()
            .Include(one => one.Versions)
            .Where(one => one.BodyId == Body.Id && one.Details.Audience == BodyAudience.Public)
            .OrderBy(one => one.Details.Title)
            .ToListAsync(cancel);
        foreach (var document in documents)
        {
            found.Add(
                (
                    PublicationKind.Document,
                    document.Id,
                    document.Details.Title,
                    "Its newest file, as it is."
                )
            );
            makers[(PublicationKind.Document, document.Id)] = (
                () => BodyProjection.Of(Body, document),
                document.Versions.MaxBy(one => one.Number)?.FileId
            );
        }
    }
}
