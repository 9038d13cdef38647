using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Moothall.Platform.Data;

namespace Moothall.Platform.Audit;

/// <summary>Appends entries to the chain inside the caller's transaction.</summary>
public sealed class AuditAppender(TimeProvider clock)
{
    // Any constant of the product's own: it names the one lock that puts appenders in order on PostgreSQL.
    private const long ChainLock = 0x4D4F4F54;

    /// <summary>Appends the payloads in order. On PostgreSQL the advisory lock is taken here, last, and held until the commit (settled 17).</summary>
    public async Task AppendAsync(
        MoothallDb db,
        IReadOnlyList<AuditPayload> payloads,
        CancellationToken cancel
    )
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ChainLock})", cancel);
        }

        var head = await db.Set<AuditEntry>()
            .AsNoTracking()
            .OrderByDescending(entry => entry.Sequence)
            .FirstOrDefaultAsync(cancel);
        var (sequence, previous) = (head?.Sequence ?? 0, head?.Hash ?? []);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var insert = new AuditInsert(command);
        foreach (var payload in payloads)
        {
            sequence++;
            var at = WholeMicroseconds(clock.GetUtcNow().UtcDateTime);
            var json = (payload with { At = at }).ToJson();
            var salt = RandomNumberGenerator.GetBytes(16);
            var commitment = AuditChain.Commit(salt, json);
            var hash = AuditChain.Link(previous, sequence, commitment);
            await insert.AddAsync(sequence, payload, at, json, salt, commitment, hash, cancel);
            previous = hash;
        }

        await insert.SendAsync(cancel);
    }

    // PostgreSQL keeps no finer time, and the column to search by must say the same as the payload.
    private static DateTime WholeMicroseconds(DateTime time) =>
        time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));
}

/// <summary>The arithmetic of the chain.</summary>
public static class AuditChain
{
    /// <summary>The commitment to a payload: SHA-256 over salt and text.</summary>
    public static byte[] Commit(byte[] salt, string json) =>
        SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(json)]);

    /// <summary>The hash of a link: SHA-256 over the link before, the position and the commitment.</summary>
    public static byte[] Link(byte[] previous, long sequence, byte[] commitment) =>
        SHA256.HashData([.. previous, .. BitConverter.GetBytes(sequence), .. commitment]);
}
