using Moothall.Platform.Access;

namespace Moothall.Features.Help;

/// <summary>One task, told in steps to somebody who is in a hurry.</summary>
/// <param name="Id">Its place on the page, to which fields may link.</param>
/// <param name="Title">The task.</param>
/// <param name="Needs">Who may do it; everybody, signed in or not, where it is nothing.</param>
/// <param name="Steps">The steps, in order.</param>
public sealed record HelpTopic(
    string Id,
    string Title,
    Permission? Needs,
    IReadOnlyList<string> Steps
)
{
    /// <summary>Where it begins; nothing where it begins nowhere in particular.</summary>
    public (string Text, string Path)? Start { get; init; }

    /// <summary>Whether the steps follow each other, rather than being one for each case.</summary>
    public bool IsInOrder { get; init; } = true;

    /// <summary>What else is good to know.</summary>
    public string After { get; init; } = "";

    /// <summary>Whether this reader can do it.</summary>
    public bool IsFor(CurrentUser reader) => Needs is not { } needed || reader.May(needed);
}
