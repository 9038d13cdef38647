using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Data;

namespace Moothall.Platform.Audit;

/// <summary>The outcome of walking the chain.</summary>
/// <param name="Entries">Links walked.</param>
/// <param name="BrokenAt">The first link that does not hold, if any.</param>
/// <param name="Why">What does not hold there, in words.</param>
public sealed record AuditVerdict(long Entries, long? BrokenAt, string Why);

/// <summary>Walks the chain from its first link and names the first that is broken.</summary>
public static class AuditVerifier
{
    /// <summary>Checks every link and every payload that is there, and asks a disposal entry for each that is not.</summary>
    public static async Task<AuditVerdict> VerifyAsync(
        MoothallDb db,
        CancellationToken cancel = default
    )
    {
        var missing = new List<long>();
        var disposed = new HashSet<long>();
        var (expected, previous) = (0L, Array.Empty<byte>());
        var links =
            from entry in db.Set<AuditEntry>().AsNoTracking()
            join content in db.Set<AuditContent>().AsNoTracking()
                on entry.Sequence equals content.Sequence
                into contents
            from content in contents.DefaultIfEmpty()
            orderby entry.Sequence
            select new { entry, content };
        await foreach (var link in links.AsAsyncEnumerable().WithCancellation(cancel))
        {
            expected++;
            var entry = link.entry;
            if (entry.Sequence != expected)
            {
                return new(expected - 1, expected, "the entry is missing");
            }

            if (
                !entry
                    .Hash.AsSpan()
                    .SequenceEqual(AuditChain.Link(previous, entry.Sequence, entry.Commitment))
            )
            {
                return new(expected, expected, "the entry does not follow from the one before it");
            }

            previous = entry.Hash;
            if (link.content is null)
            {
                missing.Add(entry.Sequence);
                continue;
            }

            if (Fault(entry, link.content, disposed) is { } fault)
            {
                return new(expected, expected, fault);
            }
        }

        var unexplained = missing
            .Where(sequence => !disposed.Contains(sequence))
            .Select(sequence => (long?)sequence)
            .FirstOrDefault();
        if (unexplained is not null)
        {
            return new(expected, unexplained, "its content is gone and no disposal entry says why");
        }

        // Not by its number: what was appended since the walk ended is whole.
        var orphan = await db.Set<AuditContent>()
            .Where(content =>
                !db.Set<AuditEntry>().Any(entry => entry.Sequence == content.Sequence)
            )
            .MinAsync(content => (long?)content.Sequence, cancel);
        return new(expected, orphan, orphan is null ? "" : "the entry is missing");
    }

    private static string? Fault(AuditEntry entry, AuditContent content, HashSet<long> disposed)
    {
        if (!entry.Commitment.AsSpan().SequenceEqual(AuditChain.Commit(content.Salt, content.Json)))
        {
            return "its content was changed";
        }

        var payload = AuditPayload.FromJson(content.Json);
        if (
            payload.Kind != content.Kind
            || payload.ActorId != content.ActorId
            || payload.At != content.At
        )
        {
            return "its search columns were changed";
        }

        disposed.UnionWith(payload.Disposed);
        return null;
    }
}
