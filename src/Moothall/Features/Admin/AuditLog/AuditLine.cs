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
    // What the account's machinery keeps for itself tells an officer nothing; the chain holds it all the same.
    private static readonly HashSet<string> Technical =
    [
        "AccessFailedCount",
        "ConcurrencyStamp",
        "EmailConfirmed",
        "LockoutEnabled",
        "NormalizedEmail",
        "NormalizedUserName",
        "PhoneNumberConfirmed",
        "SecurityStamp",
        "TwoFactorEnabled",
    ];

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
            Purpose(payload.Why),
            payload.Note is { Length: > 0 } note ? $"{kind}: {note}" : kind,
            payload.Subjects,
            [.. payload.Changes.Select(Words)]
        );
    }

    // A purpose that nobody typed is the name of the page: "/Account/SigningIn/SignIn" is "Account: signing in: sign in".
    private static string Purpose(string why) =>
        why.StartsWith('/')
            ? Capital(
                string.Join(
                    ": ",
                    why.Split('/', StringSplitOptions.RemoveEmptyEntries)
                        .Where(part => part is not ("Index" or "CommunitySafetyHub"))
                        .Select(part => Apart(part).Trim().ToLowerInvariant())
                        .Distinct()
                )
            )
            : why;

    private static string Capital(string words) =>
        words.Length == 0 ? "This week" : char.ToUpperInvariant(words[0]) + words[1..];

    private static string Apart(string name) =>
        string.Concat(name.Select(letter => char.IsUpper(letter) ? $" {letter}" : $"{letter}"));

    private static string Words(RecordChange change)
    {
        var fields = change
            .Fields.Keys.Where(name => !Technical.Contains(name))
            .Select(name => DisplayNames.Sentence(name).ToLowerInvariant())
            .ToList();
        var done = $"{DisplayNames.Sentence(change.Record)} {change.Deed}";
        return fields.Count == 0 ? done : $"{done}: {string.Join(", ", fields)}";
    }
}
