using System.Security.Cryptography;
using System.Text;
using Moothall.Platform.Spelling;

namespace Moothall.Platform.Documents.Doubts;

/// <summary>One of the answers to a question: what is kept, and what a person reads.</summary>
public sealed record QuestionChoice(string Value, string Words);

/// <summary>An answer that a person may write where none of the choices is right.</summary>
/// <param name="Choice">What stands last among the choices: "A date of your own".</param>
/// <param name="Label">What the field beside the choices is called.</param>
/// <param name="Hint">How to write it.</param>
/// <param name="Problem">Why words are no answer; nothing where they are one.</param>
public sealed record OwnAnswer(
    string Choice,
    string Label,
    string Hint,
    Func<string, string?> Problem
);

/// <summary>Something in the list that is doubtful. One answer counts for the whole file.</summary>
/// <param name="Key">What the answer is kept under.</param>
/// <param name="About">What sort of doubt: agency, topic, date…</param>
/// <param name="Value">What stands in the file.</param>
/// <param name="Words">The question in words.</param>
/// <param name="Choices">The answers to choose from.</param>
/// <param name="Suggestion">The likeliest of them.</param>
/// <param name="IsCertain">Whether the suggestion may be taken without asking.</param>
/// <param name="Rows">How many rows it is about.</param>
public sealed record ImportQuestion(
    string Key,
    string About,
    string Value,
    string Words,
    IReadOnlyList<QuestionChoice> Choices,
    string Suggestion,
    bool IsCertain,
    int Rows
)
{
    /// <summary>What a person may write instead of choosing; nothing where only the choices count.</summary>
    public OwnAnswer? Own { get; init; }
}

/// <summary>Asks, and knows what was answered.</summary>
/// <param name="answers">Answers by key, or by what the question is about and its value ("agency:Housing"); as kept or as read.</param>
public sealed class QuestionBook(IReadOnlyDictionary<string, string> answers)
{
    /// <summary>The answer that leaves the rows out.</summary>
    public const string LeaveOut = "leave-out";

    /// <summary>The answer that brings the rows in without what is doubtful.</summary>
    public const string Without = "without";

    /// <summary>The answer that something new is to be made.</summary>
    public const string AsNew = "new";

    private readonly Dictionary<string, ImportQuestion> asked = [];

    /// <summary>All questions asked, answered or not, those that need an answer first.</summary>
    public IReadOnlyList<ImportQuestion> Asked =>
        [
            .. asked
                .Values.OrderBy(question => question.IsCertain)
                .ThenBy(question => question.About, StringComparer.Ordinal),
        ];

    /// <summary>The questions that nobody has answered and whose suggestion is not certain.</summary>
    public IReadOnlyList<ImportQuestion> Open =>
        [.. Asked.Where(question => !question.IsCertain && Given(question) is null)];

    /// <summary>Asks; the same question about another row is asked once.</summary>
    /// <returns>The answer; nothing while it is open.</returns>
    public string? Ask(
        string about,
        string value,
        string words,
        IReadOnlyList<QuestionChoice> choices,
        string suggestion,
        bool certain = false,
        OwnAnswer? own = null
    )
    {
        var key = KeyOf(about, value);
        var question = asked.TryGetValue(key, out var before)
            ? before with
            {
                Rows = before.Rows + 1,
            }
            : new(key, about, value, words, choices, suggestion, certain, 1) { Own = own };
        asked[key] = question;
        return Given(question) ?? (certain ? suggestion : null);
    }

    /// <summary>What was answered to a question: one of its choices, or words of one's own where it takes them; or nothing.</summary>
    public string? Given(ImportQuestion question) =>
        (
            answers.TryGetValue(question.Key, out var given)
            || answers.TryGetValue($"{question.About}:{question.Value}", out given)
        )
            ? question
                .Choices.FirstOrDefault(choice =>
                    choice.Value == given
                    || string.Equals(choice.Words, given, StringComparison.OrdinalIgnoreCase)
                )
                ?.Value
                ?? (question.Own is { } own && own.Problem(given) is null ? given : null)
            : null;

    /// <summary>The key of a question. The value may name a person, so it stands in it as a digest.</summary>
    public static string KeyOf(string about, string value)
    {
        var folded = FoldedText.Letters(value);
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(folded.Length > 0 ? folded : value));
        return $"{about}-{Convert.ToHexStringLower(digest)[..16]}";
    }
}
