using Moothall.Features.Plan.Actions;
using Moothall.Platform.Documents.Doubts;
using Moothall.Platform.Documents.Outlines;

namespace Moothall.Features.Plan.Import.Reading;

/// <summary>What has been read of a document so far, and what stands where in it.</summary>
/// <param name="world">What the partnership knows already.</param>
/// <param name="answers">What was answered.</param>
/// <param name="before">What an earlier reading of the same document came to; nothing at the first.</param>
internal sealed class PlanDraft(
    PlanWorld world,
    IReadOnlyDictionary<string, string> answers,
    PlanReading? before
)
{
    private readonly Dictionary<int, List<string>> read = [];

    public PlanWorld World => world;
    public QuestionBook Book { get; } = new(answers);
    public PriorityBook Priorities { get; } = new();
    public PriorityBook Commissioners { get; } = new();
    public List<ReadAction> Actions { get; } = [];
    public string Title { get; set; } = "";

    /// <summary>The years of the plan; those that are usual until its own are read.</summary>
    public TargetDate Period { get; set; } = PlanPeriod.Usual(world.Today);

    /// <summary>Whether the whole document ties no action to a priority in a way that plans do.</summary>
    public bool IsWithoutPriorities { get; } =
        before?.Actions.All(one => one.Priorities.Count == 0) == true;

    /// <summary>Whether the whole document has no action that is told as one.</summary>
    public bool IsWithoutActions { get; } = before?.Actions.Count == 0;

    /// <summary>Whether the document marks its headings.</summary>
    public bool HasHeadings { get; } = before?.HasHeadings == true;

    /// <summary>The names of the strands of the whole document.</summary>
    public IReadOnlyList<string> StrandNames { get; } =
    [.. (before?.Strands ?? []).Select(one => one.Name).Distinct()];

    /// <summary>The objectives of others' plans that the whole document names.</summary>
    public IReadOnlyList<string> Objectives { get; } =
    [
        .. (before?.Priorities ?? [])
            .SelectMany(one => one.Strategies)
            .SelectMany(one => one.Objectives)
            .Distinct(),
    ];

    /// <summary>Says what a piece was taken for.</summary>
    public void Mark(Piece piece, string words)
    {
        if (!read.TryGetValue(piece.Number, out var said))
        {
            read[piece.Number] = said = [];
        }

        if (!said.Contains(words))
        {
            said.Add(words);
        }
    }

    /// <summary>Whether a piece was taken for anything.</summary>
    public bool IsRead(Piece piece) => read.ContainsKey(piece.Number);

    /// <summary>Asks; the suggestion stands until somebody answers.</summary>
    public string Ask(
        string about,
        string value,
        string words,
        IReadOnlyList<QuestionChoice> choices,
        string suggestion,
        OwnAnswer? own = null
    ) => Book.Ask(about, value, words, choices, suggestion, own: own) ?? suggestion;

    /// <summary>Adds an action, which is numbered as it comes.</summary>
    public ReadAction Add(ReadAction action, Piece piece)
    {
        Actions.Add(action);
        Mark(piece, $"Action {Actions.Count}");
        return action;
    }

    /// <summary>The whole, when the document has been read through.</summary>
    public PlanReading End(Outline outline) =>
        new(
            Title,
            Period,
            Priorities.All,
            Commissioners.All,
            Actions,
            Book.Asked,
            Book.Open,
            read.ToDictionary(one => one.Key, one => (IReadOnlyList<string>)one.Value),
            [
                .. outline
                    .Pieces.Concat(outline.Asides)
                    .Where(piece => !piece.IsRule && !IsRead(piece)),
            ]
        )
        {
            HasHeadings = outline.Pieces.Any(piece => piece.IsHeading),
        };
}
