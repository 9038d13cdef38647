namespace Moothall.Features.CommunitySafetyHub.MailIn;

/// <summary>What a message seems to be.</summary>
public enum Looks
{
    Unclear,
    Referral,
    ActionNews,
}

/// <summary>What was recognised in a message: suggestions for a form that a person checks, never a record.</summary>
public sealed record Recognised
{
    public Looks Looks { get; init; }

    /// <summary>"A referral", and why it seems so.</summary>
    public string Why { get; init; } = "";
    public string GivenNames { get; init; } = "";
    public string FamilyName { get; init; } = "";
    public DateOnly? DateOfBirth { get; init; }
    public string Address { get; init; } = "";
    public string Postcode { get; init; } = "";
    public string Telephone { get; init; } = "";

    /// <summary>How many people it names in the same way; only the first is filled in.</summary>
    public int People { get; init; }
    public IReadOnlyList<Guid> TopicIds { get; init; } = [];

    /// <summary>Cases it names.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Whether it names anybody.</summary>
    public bool HasPerson => (GivenNames + FamilyName).Length > 0;
}
