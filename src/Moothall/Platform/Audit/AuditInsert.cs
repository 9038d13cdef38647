using System.Data.Common;
using System.Globalization;
using System.Text;

namespace Moothall.Platform.Audit;

/// <summary>
/// The rows of some entries, sent together: one journey to the database however many records were shown. Plain SQL, because the
/// chain must not go through the change tracker whose changes it records.
/// </summary>
internal sealed class AuditInsert(DbCommand command)
{
    // SQLite takes 32,766 values in one command, PostgreSQL 65,535; an export may show more records than that.
    private const int SubjectsAtOnce = 5_000;
    private const int ValuesAtOnce = 15_000;

    private readonly StringBuilder text = new();

    /// <summary>Adds one entry, sending what has gathered where that is much.</summary>
    public async Task AddAsync(
        long sequence,
        AuditPayload payload,
        DateTime at,
        string json,
        byte[] salt,
        byte[] commitment,
        byte[] hash,
        CancellationToken cancel
    )
    {
        Into("""INSERT INTO "AuditEntry" ("Sequence", "Commitment", "Hash") VALUES """);
        Row(sequence, commitment, hash);
        Into(
            """; INSERT INTO "AuditContent" ("Sequence", "Salt", "At", "Kind", "ActorId", "Json") VALUES """
        );
        Row(sequence, salt, at, payload.Kind.ToString(), payload.ActorId, json);
        foreach (var some in payload.Subjects.Distinct().Chunk(SubjectsAtOnce))
        {
            var first = true;
            Into("""; INSERT INTO "AuditSubject" ("Sequence", "Kind", "RecordId") VALUES """);
            foreach (var subject in some)
            {
                Into(first ? "" : ", ");
                Row(sequence, subject.Kind, subject.Id);
                first = false;
            }

            if (command.Parameters.Count > ValuesAtOnce)
            {
                await SendAsync(cancel);
            }
        }

        if (text.Length > 0)
        {
            Into("; ");
        }
    }

    /// <summary>Sends what has gathered.</summary>
    public async Task SendAsync(CancellationToken cancel)
    {
        if (text.Length > 0)
        {
            command.CommandText = text.ToString();
            await command.ExecuteNonQueryAsync(cancel);
            text.Clear();
            command.Parameters.Clear();
        }
    }

    private void Into(string words) =>
        // What was sent before leaves no separator behind.
        text.Append(text.Length == 0 ? words.TrimStart(';', ' ') : words);

    private void Row(params object?[] values)
    {
        text.Append('(');
        for (var place = 0; place < values.Length; place++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(
                CultureInfo.InvariantCulture,
                $"@p{command.Parameters.Count}"
            );
            parameter.Value = values[place] ?? DBNull.Value;
            command.Parameters.Add(parameter);
            text.Append(place == 0 ? "" : ", ").Append(parameter.ParameterName);
        }

        text.Append(')');
    }
}
