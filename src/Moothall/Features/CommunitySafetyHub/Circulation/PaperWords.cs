namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>What the route decision calls the paper and its parts, in the words a person reads.</summary>
/// <param name="Papers">The kind of paper, for example "Minutes".</param>
/// <param name="TheFileGoes">How one copy leaves, for example "The minutes go".</param>
/// <param name="NothingOpen">What is said where no part is open to someone.</param>
/// <param name="Part">One part, for example "item".</param>
public sealed record PaperWords(string Papers, string TheFileGoes, string NothingOpen, string Part)
{
    /// <summary>Minutes of a meeting.</summary>
    public static readonly PaperWords Minutes = new(
        "Minutes",
        "The minutes go",
        "No item of these minutes is open to them.",
        "item"
    );

    /// <summary>The open actions of one agency.</summary>
    public static readonly PaperWords ActionSheet = new(
        "Action sheets",
        "The action sheet goes",
        "No open action of their agency is open to them.",
        "action"
    );

    /// <summary>The names that one agency looks up before a meeting.</summary>
    public static readonly PaperWords ResearchList = new(
        "Research lists",
        "The research list goes",
        "No name on the agenda is open to them.",
        "name"
    );
}
