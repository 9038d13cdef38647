using System.Text.RegularExpressions;
using Moothall.Features.CommunitySafetyHub.Cases;

namespace Moothall.Features.CommunitySafetyHub.Import.Recognising;

/// <summary>Gives a case its title. Titles stand on agendas and in minutes, so they hold no names (S1-7.2h).</summary>
internal static partial class CaseTitles
{
    private const int Longest = 120;
    private const int LongestSuggestion = 60;
    private const string FirstWords = "summary";
    private const string Topic = "topic";

    /// <summary>The first words of what is known, which may name somebody of another case, only where whoever brings the list wants them for a title it does not give; else nothing.</summary>
    public static string Suggested(
        List<RowValues> rows,
        List<PlannedPerson> people,
        List<string> notes,
        PlanBook book
    )
    {
        var known = rows.SelectMany(row => row.Texts(ImportField.Summary))
            .Where(one => notes.Contains($"{one.Heading}: {one.Text}"))
            .Select(one => Beginning(one.Text))
            .FirstOrDefault(text => text.Length > 0);
        if (known is null || NamesOne(known, people) || NameReading.HasTitled(known))
        {
            return "";
        }

        var answer = rows[0]
            .Answered(
                book.Questions.Ask(
                    "title",
                    "(none)",
                    "The list gives some cases no title. What should stand for it? Titles stand on agendas, so the first words must name nobody, of this case or of another.",
                    [
                        new(Topic, "The topic"),
                        new(FirstWords, $"The first words of what is known, as “{known}”"),
                    ],
                    Topic
                ),
                ""
            );
        return answer == FirstWords ? known : "";
    }

    /// <summary>The title, and why it is not what the list says.</summary>
    public static (string Title, string Because) Of(
        string typed,
        string suggested,
        List<PlannedPerson> people,
        List<KnownTopic> topics,
        List<string> notes
    )
    {
        var label = string.Join(", ", topics.Select(topic => topic.Label));
        label = label.Length > Longest ? topics[0].Label : label;
        if (typed.Length == 0)
        {
            return suggested.Length > 0
                ? (
                    suggested,
                    "The list gives no title, so the first words of what is known stand for it."
                )
                : (label, "The list gives no title, so the topic stands for it.");
        }

        if (NamesOne(typed, people))
        {
            notes.Add($"Title: {typed}");
            return (
                label,
                "The title held a name, so the topic stands for it and the title is kept as a note."
            );
        }

        var line = OneLine(typed);
        if (line.Length <= Longest)
        {
            return (line, "");
        }

        notes.Add($"Title: {typed}");
        return (
            $"{line[..(Longest - 1)].TrimEnd()}…",
            "The title was too long; the whole of it is kept as a note."
        );
    }

    // The first sentence, or as many whole words of it as a title has room for.
    private static string Beginning(string text)
    {
        var sentence = OneLine(text.Split('\n', 2)[0]);
        sentence = End().Split(sentence)[0].TrimEnd('.', ';', ':', ',', ' ');
        if (sentence.Length <= LongestSuggestion)
        {
            return sentence;
        }

        var space = sentence.LastIndexOf(' ', LongestSuggestion);
        return $"{sentence[..(space > 0 ? space : LongestSuggestion)].TrimEnd(',', ';', ' ')}…";
    }

    private static bool NamesOne(string text, List<PlannedPerson> people)
    {
        var words = NormalisedName
            .Parts(text.Replace("'s", " ", StringComparison.Ordinal))
            .ToHashSet();
        return people
            .SelectMany(one => NormalisedName.Parts(one.Name.Full))
            .Any(name => name.Length > 2 && words.Contains(name));
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"(?<=[.!?;])\s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex End();
}
