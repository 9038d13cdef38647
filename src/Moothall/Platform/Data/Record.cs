namespace Moothall.Platform.Data;

/// <summary>A row with an identity of its own. Every class derived from this becomes a table and is audited.</summary>
public abstract class Record
{
    /// <summary>Identifier, made before the row is written so that related rows can be made with it.</summary>
    public Guid Id { get; init; } = RecordIdentifier.Next();

    /// <summary>Counts the saves of this row; a save that starts from an older count is a lost update and is refused.</summary>
    public int Version { get; private set; }
}

/// <summary>A row whose being shown to someone is itself recorded, because it tells about a person.</summary>
public interface IPersonalRecord
{
    /// <summary>The record a reader would name: the case or referral that the row belongs to.</summary>
    (string Kind, Guid Id) ShownAs { get; }
}

/// <summary>A row of the machinery (sessions, drafts, keys, mail waiting): its changes tell nothing about the work and stay out of the audit.</summary>
public interface IUnaudited;

/// <summary>A value that the audit records as changed without repeating it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
