using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Progress;
using Moothall.Platform.Documents.Doubts;
using Moothall.Platform.Documents.Outlines;
using Moothall.Platform.Spelling;

namespace Moothall.Features.Plan.Import.Reading;

/// <summary>An agency that a plan names.</summary>
/// <param name="Words">As the plan writes it.</param>
/// <param name="OrganisationId">The organisation it is; nothing where only the words are kept.</param>
/// <param name="IsClass">Whether it is a class of agencies and not one of them: "Commissioned services" (C14).</param>
public sealed record ReadAgency(string Words, Guid? OrganisationId, bool IsClass);

/// <summary>A plan of others that a priority serves, with its years and those of its objectives that are named (S4-F2).</summary>
public sealed class ReadStrategy
{
    public required string Title { get; init; }
    public int? FromYear { get; init; }
    public int? UntilYear { get; init; }
    public List<string> Objectives { get; } = [];
}

/// <summary>A priority as a plan describes it.</summary>
public sealed class ReadPriority
{
    public required string Name { get; set; }
    public string Abbreviation { get; set; } = "";
    public string Definition { get; set; } = "";
    public string Aim { get; set; } = "";

    /// <summary>The priority of the partnership that it is; nothing where it is new.</summary>
    public KnownPriority? Known { get; set; }
    public List<ReadAgency> Leads { get; } = [];
    public List<ReadStrategy> Strategies { get; } = [];
    public List<ReadStrand> Strands { get; } = [];

    /// <summary>How the partnership will know that it succeeds.</summary>
    public List<string> Measures { get; } = [];
}

/// <summary>A named group of actions within a priority, with the sentence that explains it there (S4-F4).</summary>
public sealed class ReadStrand
{
    public required ReadPriority Priority { get; init; }
    public required string Name { get; init; }
    public string Sentence { get; init; } = "";
}

/// <summary>An action as a plan describes it (S2-F).</summary>
public sealed class ReadAction
{
    public required string Place { get; init; }
    public required string Text { get; set; }
    public string Rationale { get; set; } = "";
    public List<ReadAgency> Responsible { get; } = [];
    public List<ReadAgency> Additional { get; } = [];
    public List<ReadPriority> Priorities { get; } = [];
    public ReadStrand? Strand { get; init; }

    /// <summary>By when; nothing where the plan does not say.</summary>
    public TargetDate? Target { get; set; }

    /// <summary>For one that is ongoing, the day on which it is looked at again (C15).</summary>
    public DateOnly? ReviewOn { get; set; }

    /// <summary>How it stands, where the plan says so in words that are known.</summary>
    public ProgressRating? Rating { get; set; }

    /// <summary>What else the plan says of it, by what it is.</summary>
    public Dictionary<PlanField, string> More { get; } = [];
}

/// <summary>What a piece of the document was taken for.</summary>
public sealed record ReadAs(Piece Piece, string Words);

/// <summary>What a document came to. Every piece of it is either read as something or unread.</summary>
/// <param name="Title">What the document calls itself.</param>
/// <param name="Period">The years of the plan, those that are usual where it does not say.</param>
/// <param name="Priorities">The partnership's priorities.</param>
/// <param name="Commissioners">The local policing body's priorities that it lists (S2-I5).</param>
/// <param name="Actions">The actions in their order.</param>
/// <param name="Questions">What is doubtful.</param>
/// <param name="Open">Those of the questions that nobody has answered yet.</param>
/// <param name="Read">What each piece was taken for, by its number.</param>
/// <param name="Unread">The pieces that were taken for nothing.</param>
public sealed record PlanReading(
    string Title,
    TargetDate Period,
    IReadOnlyList<ReadPriority> Priorities,
    IReadOnlyList<ReadPriority> Commissioners,
    IReadOnlyList<ReadAction> Actions,
    IReadOnlyList<ImportQuestion> Questions,
    IReadOnlyList<ImportQuestion> Open,
    IReadOnlyDictionary<int, IReadOnlyList<string>> Read,
    IReadOnlyList<Piece> Unread
)
{
    /// <summary>Whether the document marks its headings.</summary>
    public bool HasHeadings { get; init; }

    /// <summary>The strands of all priorities.</summary>
    public IEnumerable<ReadStrand> Strands => Priorities.SelectMany(priority => priority.Strands);

    /// <summary>Actions that name an agency as responsible and as additional: brought in as they are, and said (C13).</summary>
    public IEnumerable<(int Number, string Agency)> InBothRoles =>
        Actions.SelectMany(
            (action, at) =>
                action
                    .Responsible.Where(one =>
                        action.Additional.Exists(other =>
                            FoldedText.Letters(other.Words) == FoldedText.Letters(one.Words)
                        )
                    )
                    .Select(one => (at + 1, one.Words))
        );

    /// <summary>How many actions serve each priority.</summary>
    public IEnumerable<(string Name, int Count)> ByPriority() =>
        Priorities.Select(one =>
            (one.Name, Actions.Count(action => action.Priorities.Contains(one)))
        );

    /// <summary>How many actions have each target date, those without one last.</summary>
    public IEnumerable<(string Name, int Count)> ByTarget() =>
        Actions
            .GroupBy(action => action.Target)
            .Where(group => group.Key is not null)
            .OrderBy(group => group.Key!.Until ?? DateOnly.MinValue)
            .Select(group => (group.Key!.ToString(), group.Count()));
}

/// <summary>What a partnership knows already, against which a plan is read.</summary>
/// <param name="Today">Today in London.</param>
/// <param name="Organisations">Its organisations.</param>
public sealed record PlanWorld(DateOnly Today, IReadOnlyList<(Guid Id, string Name)> Organisations)
{
    /// <summary>The services of its organisations, each as the list of members has it: "Highshire Council – Housing".</summary>
    public IReadOnlyList<(Guid Id, string Name)> Services { get; init; } = [];

    /// <summary>The priorities that it has already.</summary>
    public IReadOnlyList<KnownPriority> Priorities { get; init; } = [];
}
