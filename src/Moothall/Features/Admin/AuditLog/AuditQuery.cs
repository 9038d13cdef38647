using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Admin.AuditLog;

/// <summary>Finds entries of the audit.</summary>
public static class AuditQuery
{
    /// <summary>The entries a filter lets through, newest first.</summary>
    public static async Task<IQueryable<AuditContent>> FindAsync(MoothallDb db, AuditFilter filter)
    {
        var found = db.Set<AuditContent>().AsNoTracking();
        if (filter.Person is { } person)
        {
            found = found.Where(content => content.ActorId == person);
        }

        if (filter.Kind is { } kind)
        {
            found = found.Where(content => content.Kind == kind);
        }

        if (filter.From is { } from)
        {
            var since = UkTime.ToUtc(from, TimeOnly.MinValue);
            found = found.Where(content => content.At >= since);
        }

        if (filter.Until is { } until)
        {
            var before = UkTime.ToUtc(until.AddDays(1), TimeOnly.MinValue);
            found = found.Where(content => content.At < before);
        }

        if (filter.Record.Trim() is { Length: > 0 } record)
        {
            var ids = await RecordsAsync(db, record);
            found = found.Where(content =>
                db.Set<AuditSubject>()
                    .Any(subject =>
                        subject.Sequence == content.Sequence && ids.Contains(subject.RecordId)
                    )
            );
        }

        return found.OrderByDescending(content => content.Sequence);
    }

    // Only the identifier is asked for: whoever reads the audit does not thereby see the record.
    private static async Task<List<Guid>> RecordsAsync(MoothallDb db, string text)
    {
        if (Guid.TryParse(text, out var id))
        {
            return [id];
        }

        var reference = text.ToUpperInvariant();
        var cases = db.Set<HubCase>().Where(one => one.Reference == reference);
        var referrals = db.Set<Referral>().Where(one => one.Reference == reference);
        return
        [
            .. await cases.Select(one => one.Id).ToListAsync(),
            .. await referrals.Select(one => one.Id).ToListAsync(),
        ];
    }
}
