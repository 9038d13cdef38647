using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;

namespace Moothall.Features.Public.Publishing;

/// <summary>Prepares pages, and says whether what was prepared still is what its source says.</summary>
public sealed class PageDesk(
    MoothallDb db,
    IEnumerable<IPageSource> sources,
    CurrentUser user,
    AuditActor actor,
    TimeProvider clock
)
{
    /// <summary>What is told once a page is prepared.</summary>
    public const string Prepared = "It is prepared. Somebody else looks at it and publishes it.";

    /// <summary>Prepares a page; nobody but those who publish sees it until another of them has published it.</summary>
    /// <returns>The page, kept; nothing where there is nothing for everybody.</returns>
    public async Task<Publication?> PrepareAsync(
        PublicationKind kind,
        Guid subjectId,
        CancellationToken cancel
    )
    {
        if (await MakeAsync(kind, subjectId, cancel) is not { } made)
        {
            return null;
        }

        var page = Publication.Prepare(
            kind,
            subjectId,
            made.Title,
            made.Content,
            (user.Id, user.Name),
            clock.GetUtcNow().UtcDateTime,
            made.FileId
        );
        actor.Why = $"Preparing a page for everybody: {page.Title}";
        db.Add(page);
        await db.SaveChangesAsync(cancel);
        return page;
    }

    /// <summary>Whether its source would make the very same page now.</summary>
    public async Task<bool> IsStillSoAsync(Publication page, CancellationToken cancel) =>
        await MakeAsync(page.Kind, page.SubjectId, cancel) is { } made && page.Says(made);

    private Task<SourcePage?> MakeAsync(
        PublicationKind kind,
        Guid subjectId,
        CancellationToken cancel
    ) => sources.Single(one => one.Kinds.Contains(kind)).MakeAsync(kind, subjectId, cancel);
}
