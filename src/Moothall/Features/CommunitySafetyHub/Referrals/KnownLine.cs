using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>Someone of a referral who looks like someone of another record, a case or a referral, that the viewer may see.</summary>
public sealed record KnownLine(
    ReferralMatch Match,
    string Name,
    string KnownName,
    DateOnly? KnownBorn,
    string Reference,
    string Title
)
{
    /// <summary>Whether the other record is a case, which the referral could be joined to.</summary>
    public bool IsCase { get; init; }

    /// <summary>Only records the viewer may see anyway; the others are not even counted (settled 14).</summary>
    public static async Task<IReadOnlyList<KnownLine>> AllAsync(
        MoothallDb db,
        HubViewer viewer,
        Referral referral,
        ReadNotes reads,
        CancellationToken cancel
    )
    {
        var found = await (
            from match in db.Set<ReferralMatch>().AsNoTracking()
            where match.ReferralId == referral.Id
            join known in db.Set<CasePerson>() on match.KnownPersonId equals known.Id
            orderby match.Id
            select new
            {
                Match = match,
                known.GivenNames,
                known.FamilyName,
                known.DateOfBirth,
                known.CaseId,
                known.ReferralId,
            }
        ).ToListAsync(cancel);
        var caseIds = found.Select(one => one.CaseId).OfType<Guid>().ToList();
        var referralIds = found
            .Where(one => one.CaseId is null)
            .Select(one => one.ReferralId)
            .OfType<Guid>()
            .ToList();
        var records = await db.Set<HubCase>()
            .VisibleTo(viewer, db)
            .Where(one => caseIds.Contains(one.Id))
            .Select(one => new
            {
                one.Id,
                one.Reference,
                one.Title,
            })
            .ToDictionaryAsync(one => one.Id, cancel);
        foreach (
            var other in await db.Set<Referral>()
                .VisibleTo(viewer, db)
                .Where(one => referralIds.Contains(one.Id))
                .Select(one => new
                {
                    one.Id,
                    one.Reference,
                    one.Details.Title,
                })
                .ToListAsync(cancel)
        )
        {
            records[other.Id] = other;
        }

        var lines = new List<KnownLine>();
        foreach (var one in found)
        {
            if (!records.TryGetValue(one.CaseId ?? one.ReferralId ?? Guid.Empty, out var record))
            {
                continue;
            }

            reads.Note(one.CaseId is null ? "Referral" : "Case", record.Id);
            lines.Add(
                new(
                    one.Match,
                    referral.People.Find(person => person.Id == one.Match.PersonId)?.FullName ?? "",
                    $"{one.GivenNames} {one.FamilyName}".Trim(),
                    one.DateOfBirth,
                    record.Reference,
                    record.Title
                )
                {
                    IsCase = one.CaseId is not null,
                }
            );
        }

        return lines;
    }
}
