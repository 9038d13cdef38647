using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Moothall.Platform.Audit;

/// <summary>A changed row: which, what was done to it, and each field before and after.</summary>
/// <param name="Record">The kind of row.</param>
/// <param name="Id">Its identifier.</param>
/// <param name="Deed">added, changed or deleted.</param>
/// <param name="Fields">Field name to its text before and after; nothing for a secret but that it changed.</param>
public sealed record RecordChange(
    string Record,
    Guid Id,
    string Deed,
    IReadOnlyDictionary<string, string?[]> Fields
);

/// <summary>A record that was shown or acted on.</summary>
public sealed record Subject(string Kind, Guid Id);

/// <summary>What one audit entry tells, before it is salted, committed to and chained.</summary>
public sealed record AuditPayload
{
    public required AuditKind Kind { get; init; }
    public required ActorKind ActorKind { get; init; }
    public Guid? ActorId { get; init; }
    public required string Actor { get; init; }
    public required string From { get; init; }
    public required string Why { get; init; }

    /// <summary>Set by the appender, so that times in the chain follow its order.</summary>
    public DateTime At { get; init; }

    /// <summary>In words, where the kind and the subjects do not say enough.</summary>
    public string? Note { get; init; }
    public IReadOnlyList<Subject> Subjects { get; init; } = [];
    public IReadOnlyList<RecordChange> Changes { get; init; } = [];

    /// <summary>Sequences whose payloads were disposed of, in a disposal entry.</summary>
    public IReadOnlyList<long> Disposed { get; init; } = [];

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The text that the chain commits to.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>Reads a payload back.</summary>
    public static AuditPayload FromJson(string json) =>
        JsonSerializer.Deserialize<AuditPayload>(json, Options)
        ?? throw new JsonException("An audit payload cannot be empty.");

    /// <summary>The entry of a unit of work.</summary>
    public static AuditPayload OfChanges(AuditActor actor, IReadOnlyList<RecordChange> changes) =>
        Of(AuditKind.Change, actor) with
        {
            Changes = [.. changes],
            Subjects =
            [
                .. changes.Select(change => new Subject(change.Record, change.Id)).Distinct(),
            ],
        };

    /// <summary>An entry by this actor, to be completed.</summary>
    public static AuditPayload Of(AuditKind kind, AuditActor actor) =>
        new()
        {
            Kind = kind,
            ActorKind = actor.Kind,
            ActorId = actor.Id,
            Actor = actor.Name,
            From = actor.From,
            Why = actor.Why,
        };
}
