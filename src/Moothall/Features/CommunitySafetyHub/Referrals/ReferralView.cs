using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>A referral with all that its pages show, loaded for one viewer.</summary>
public sealed record ReferralView(
    Referral Referral,
    string OrganisationName,
    string? CaseReference,
    IReadOnlyList<ProtectedValue> Protected,
    IReadOnlyList<Guid> OpenToViewer,
    IReadOnlyList<KnownLine> Known,
    IReadOnlyList<ReferralAttachment> Files
)
{
    /// <summary>The referral with its rows, tracked, or nothing where the viewer may not see it.</summary>
    public static Task<Referral?> LoadAsync(
        MoothallDb db,
        HubViewer viewer,
        string reference,
        CancellationToken cancel
    ) =>
        db.Set<Referral>()
            .VisibleTo(viewer, db)
            .Include(r => r.People)
                .ThenInclude(person => person.Telephones)
            .Include(r => r.Places)
            .Include(r => r.Topics)
            .Include(r => r.Decisions)
            .Include(r => r.Sendings)
            .AsSplitQuery()
            .SingleOrDefaultAsync(r => r.Reference == reference, cancel);

    /// <summary>Adds what the pages show around the referral.</summary>
    public static async Task<ReferralView> OfAsync(
        MoothallDb db,
        HubViewer viewer,
        Referral referral,
        ReadNotes reads,
        CancellationToken cancel
    )
    {
        var people = referral.People.ConvertAll(person => person.Id);
        var organisation = await db.Set<Organisation>()
            .Where(one => one.Id == referral.OrganisationId)
            .Select(one => one.Name)
            .SingleAsync(cancel);
        var caseReference = await db.Set<HubCase>()
            .VisibleTo(viewer, db)
            .Where(one => one.Id == referral.CaseId)
            .Select(one => one.Reference)
            .SingleOrDefaultAsync(cancel);
        // That a value is protected, and why, is no secret from those who see the person; the value stays sealed.
        var values = await db.Set<ProtectedValue>()
            .AsNoTracking()
            .Where(value => people.Contains(value.PersonId))
            .ToListAsync(cancel);
        return new(
            referral,
            organisation,
            caseReference,
            values,
            await db.Set<ProtectedValue>()
                .VisibleTo(viewer, db)
                .Where(value => people.Contains(value.PersonId))
                .Select(value => value.Id)
                .ToListAsync(cancel),
            await KnownLine.AllAsync(db, viewer, referral, reads, cancel),
            await db.Set<ReferralAttachment>()
                .AsNoTracking()
                .Include(attachment => attachment.File)
                .Where(attachment => attachment.ReferralId == referral.Id)
                .OrderBy(attachment => attachment.Id)
                .ToListAsync(cancel)
        );
    }
}
