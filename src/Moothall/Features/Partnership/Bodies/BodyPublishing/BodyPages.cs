using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Bodies.BodyDocuments;
using Moothall.Features.Partnership.Bodies.BodyMeetings;
using Moothall.Features.Partnership.Bodies.BodyTerms;
using Moothall.Features.Public;
using Moothall.Features.Public.Publishing;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Bodies.BodyPublishing;

/// <summary>Makes the pages of governance bodies: terms in force, agendas with public items, documents for the public (S1-A3).</summary>
public sealed class BodyPages(MoothallDb db) : IPageSource
{
    /// <inheritdoc />
    public IReadOnlyCollection<PublicationKind> Kinds { get; } =
    [PublicationKind.Terms, PublicationKind.Agenda, PublicationKind.Document];

    /// <summary>The terms of a body that can be published.</summary>
    public static IQueryable<TermsVersion> TermsOf(MoothallDb db, Guid bodyId) =>
        db.Set<TermsVersion>()
            .AsNoTracking()
            .Where(one => one.BodyId == bodyId && one.Status == TermsStatus.InForce);

    /// <summary>Meetings of which something can be published.</summary>
    public static IQueryable<BodyMeeting> Meetings(MoothallDb db) =>
        db.Set<BodyMeeting>().AsNoTracking().Where(one => one.Items.Any(item => item.IsPublic));

    /// <summary>Documents that can be published.</summary>
    public static IQueryable<BodyDocument> Documents(MoothallDb db) =>
        db.Set<BodyDocument>()
            .AsNoTracking()
            .Where(one => one.Details.Audience == BodyAudience.Public);

    /// <inheritdoc />
    public Task<SourcePage?> MakeAsync(
        PublicationKind kind,
        Guid subjectId,
        CancellationToken cancel
    ) =>
        kind switch
        {
            PublicationKind.Terms => TermsAsync(subjectId, cancel),
            PublicationKind.Agenda => AgendaAsync(subjectId, cancel),
            _ => DocumentAsync(subjectId, cancel),
        };

    private async Task<SourcePage?> TermsAsync(Guid bodyId, CancellationToken cancel)
    {
        if (await TermsOf(db, bodyId).SingleOrDefaultAsync(cancel) is not { } terms)
        {
            return null;
        }

        var beingUpdated = await db.Set<TermsVersion>()
            .AnyAsync(one => one.BodyId == bodyId && one.Status == TermsStatus.Draft, cancel);
        var (title, content) = BodyProjection.Of(
            await BodyAsync(bodyId, cancel),
            terms,
            beingUpdated
        );
        return new(title, content, terms.FileId);
    }

    private async Task<SourcePage?> AgendaAsync(Guid meetingId, CancellationToken cancel)
    {
        var meeting = await Meetings(db)
            .Include(one => one.Items)
            .SingleOrDefaultAsync(one => one.Id == meetingId, cancel);
        if (meeting is null)
        {
            return null;
        }

        var (title, content) = BodyProjection.Of(await BodyAsync(meeting.BodyId, cancel), meeting);
        return new(title, content);
    }

    private async Task<SourcePage?> DocumentAsync(Guid documentId, CancellationToken cancel)
    {
        var document = await Documents(db)
            .Include(one => one.Versions)
            .SingleOrDefaultAsync(one => one.Id == documentId, cancel);
        if (document is null)
        {
            return null;
        }

        var (title, content) = BodyProjection.Of(
            await BodyAsync(document.BodyId, cancel),
            document
        );
        return new(title, content, document.Versions.MaxBy(one => one.Number)?.FileId);
    }

    private Task<GovernanceBody> BodyAsync(Guid id, CancellationToken cancel) =>
        db.Set<GovernanceBody>().AsNoTracking().SingleAsync(one => one.Id == id, cancel);
}
