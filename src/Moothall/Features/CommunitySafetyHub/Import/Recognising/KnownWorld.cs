using Moothall.Features.CommunitySafetyHub.Cases;

namespace Moothall.Features.CommunitySafetyHub.Import.Recognising;

/// <summary>A member of the hub that a word in a list may mean.</summary>
public sealed record KnownAgency(
    Guid MembershipId,
    string Name,
    Guid? OrganisationId,
    string OrganisationName,
    IReadOnlyList<KnownPerson> People
);

/// <summary>Somebody with an account.</summary>
public sealed record KnownPerson(Guid UserId, string Name, string Email);

/// <summary>A topic in use (S1-3.2).</summary>
public sealed record KnownTopic(Guid Id, string Label, string LegalTerm, CaseVisibility Visibility);

/// <summary>A case that whoever brings the list may see; nothing else is compared with it, and so nothing else is given away.</summary>
public sealed record KnownCase(
    Guid Id,
    string Reference,
    string OldReference,
    string Title,
    IReadOnlyList<(string Family, string Given, DateOnly? Born)> People
);

/// <summary>
/// What the hub knows already, against which a list is read: today in London, the day of the next planned hub by which an
/// action without a date is due (S1-5.5), and of cases and actions only those that whoever brings the list may see.
/// </summary>
public sealed record KnownWorld(
    DateOnly Today,
    DateOnly? NextHub,
    IReadOnlyList<KnownAgency> Agencies,
    IReadOnlyList<KnownTopic> Topics,
    IReadOnlyList<KnownCase> Cases,
    IReadOnlyList<KnownPerson> People,
    IReadOnlyList<(Guid Id, string Name)> Organisations,
    IReadOnlySet<string> OpenActions
)
{
    /// <summary>The addresses of accounts of people who left, in small letters; nobody else can have them.</summary>
    public IReadOnlySet<string> FormerEmails { get; init; } = new HashSet<string>();

    /// <summary>What was said of columns when lists were brought in before, by kind of list and the column's key.</summary>
    public IReadOnlyDictionary<
        ImportKind,
        IReadOnlyDictionary<string, string>
    > Columns { get; init; } = new Dictionary<ImportKind, IReadOnlyDictionary<string, string>>();

    /// <summary>What was said of the columns of lists of a kind.</summary>
    public IReadOnlyDictionary<string, string> ColumnsOf(ImportKind kind) =>
        Columns.GetValueOrDefault(kind) ?? new Dictionary<string, string>();

    /// <summary>An action as it is compared with others: its owner and its words, folded.</summary>
    public static string ActionKey(Guid owner, string text) =>
        $"{owner:N} {NormalisedName.Of(text)}";
}
