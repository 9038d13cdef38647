using Moothall.Platform.Documents.Doubts;

namespace Moothall.Features.Plan.Import;

/// <summary>A question as a form asks it: a list to choose from and, where it takes one, a field for an answer of one's own.</summary>
public static class AnswerForm
{
    /// <summary>What is chosen where the answer stands in the field.</summary>
    public const string Own = "own";

    /// <summary>What the list and the field show of an answer.</summary>
    public static (string Chosen, string Typed) Shown(ImportQuestion question, string answer) =>
        question.Choices.Any(choice => choice.Value == answer) ? (answer, "") : (Own, answer);

    /// <summary>The answer that a form gives, or why it is none. Nothing of both where it does not answer this question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="chosen">What is chosen in the list.</param>
    /// <param name="typed">What stands in the field.</param>
    /// <param name="before">What stood in the field when it was shown.</param>
    public static (string? Answer, string? Problem) Taken(
        ImportQuestion question,
        string? chosen,
        string? typed,
        string before
    )
    {
        var words = (typed ?? "").Trim();
        // Whoever writes an answer means it, though the list may still show another; what only stayed there is not meant.
        if (
            question.Own is { } own
            && (chosen == Own || words.Length > 0 && chosen is not null && words != before)
        )
        {
            var problem =
                words.Length == 0 ? $"Enter the {LowerFirst(own.Label)}" : own.Problem(words);
            return problem is null ? (words, null) : (null, problem);
        }

        return (question.Choices.FirstOrDefault(choice => choice.Value == chosen)?.Value, null);
    }

    private static string LowerFirst(string words) =>
        $"{char.ToLowerInvariant(words[0])}{words[1..]}";
}
