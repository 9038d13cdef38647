using Moothall.Platform.Documents.Doubts;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Import.Recognising;

/// <summary>What somebody said that columns are, by their headings. One answer counts for the whole file.</summary>
/// <param name="answers">Answers by the column's key or by "column:" and its heading: the name of a field, or to leave it out.</param>
/// <param name="kind">What the list is.</param>
/// <param name="remembered">What was said of columns of such lists before, by the column's key.</param>
public sealed class ColumnAnswers(
    IReadOnlyDictionary<string, string> answers,
    ImportKind kind,
    IReadOnlyDictionary<string, string> remembered
)
{
    private const string About = "column";

    /// <summary>What an answer about a column is kept under.</summary>
    public static string KeyOf(string heading) => QuestionBook.KeyOf(About, heading);

    /// <summary>What was said of a column: its field, or none where it is to be left out; nothing where nobody said anything.</summary>
    public ColumnAnswer? Of(string heading) =>
        answers.TryGetValue(KeyOf(heading), out var said)
        || answers.TryGetValue($"{About}:{heading}", out said)
            ? Read(said, kind)
        : remembered.TryGetValue(KeyOf(heading), out var before)
            ? Read(before, kind) is { } known
                    ? known with
                    {
                        Why = "Chosen when a list was brought in before.",
                    }
                : null
        : null;

    /// <summary>An answer that was given as the name of a field or in its words; nothing where it is none.</summary>
    public static ColumnAnswer? Read(string said, ImportKind kind) =>
        said == QuestionBook.LeaveOut ? new(null)
        : HeadingWords
            .FieldsOf(kind)
            .Where(one => Same(one.ToString(), said) || Same(DisplayNames.Of(one), said))
            .Select(one => (ImportField?)one)
            .FirstOrDefault()
            is { } field
            ? new(field)
        : null;

    private static bool Same(string name, string said) =>
        string.Equals(name, said.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>What a column was said to be; no field where it is to be left out.</summary>
/// <param name="Field">The field.</param>
/// <param name="Why">When it was said, for the page.</param>
public sealed record ColumnAnswer(ImportField? Field, string Why = "Chosen here.");
