using System.Text.Json;
using Moothall.Platform.Audit;
using Moothall.Platform.Ui;

namespace Moothall.Features.Admin.AuditLog;

/// <summary>
/// An entry as the data protection officer sees it: who, when, why, which records and which fields. Never a field's
/// value, since the officer sees logs and not cases.
/// </summary>
/// <param name="Sequence">Position in the chain.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Who">Person, visitor or job.</param>
/// <param name="From">Network address.</param>
/// <param name="Why">The purpose.</param>
/// <param name="What">The kind of entry and its note, in words.</param>
/// <param name="Records">The records it tells about, as kind and identifier.</param>
/// <param name="Changes">For each changed row: what was done and the names of the fields.</param>
public sealed record AuditLine(
    long Sequence,
    DateTime At,
    string Who,
    string From,
    string Why,
    string What,
    IReadOnlyList<Subject> Records,
    IReadOnlyList<string> Changes
)
{
    /// <summary>Reads an entry.</summary>
    public static AuditLine Of(AuditContent content)
    {
        try
        {
            return Of(content, AuditPayload.FromJson(content.Json));
        }
        catch (JsonException)
        {
            // Somebody wrote into the database by hand. The rest must stay readable, or that would hide it.
            const string what = "This entry cannot be read: its content was changed";
            return new(content.Sequence, content.At, "", "", "", what, [], []);
        }
    }

    private static AuditLine Of(AuditContent content, AuditPayload payload)
    {
        var kind = DisplayNames.Of(content.Kind);
        return new(
            content.Sequence,
            content.At,
            payload.Actor,
            payload.From,
            payload.Why,
            payload.Note is { Length: > 0 } note ? $"{kind}: {note}" : kind,
            payload.Subjects,
            [.. payload.Changes.Select(Words)]
        );
    }

    private static string Words(RecordChange change) =>
        change.Fields.Count == 0
            ? $"{change.Record} {change.Deed}"
            : $"{change.Record} {change.Deed}: {string.Join(", ", change.Fields.Keys)}";
}
