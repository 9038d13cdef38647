using System.Globalization;
using System.Text.RegularExpressions;
using Moothall.Platform.Documents.Outlines;

namespace Moothall.Features.Plan.Import.Reading;

/// <summary>
/// Reads what stands in the column of priorities of a matrix: the title, the aim, and the plans of others that it serves, each with
/// years and objectives (S4-F2).
/// </summary>
internal sealed partial class PriorityCell(PlanDraft draft)
{
    private const int LongestTitle = 12;

    private const string Apart = "apart";
    private const string Whole = "whole";

    // In a title such words are small; with a capital and a small word after them they begin a sentence.
    private static readonly string[] Beginnings =
    [
        "To",
        "For",
        "We",
        "Our",
        "In",
        "By",
        "This",
        "The",
        "Ensure",
        "Ensuring",
        "Working",
        "Through",
        "All",
        "Everyone",
    ];

    /// <summary>Reads the cell; nothing where no title stands in it.</summary>
    public ReadPriority? Read(IReadOnlyList<Piece> pieces)
    {
        ReadPriority? priority = null;
        foreach (var piece in pieces.Where(piece => !piece.IsRule))
        {
            if (priority is null)
            {
                priority = Begin(piece);
            }
            else if (!TakeStrategy(priority, piece))
            {
                TakeRest(priority, piece);
            }
        }

        return priority;
    }

    /// <summary>Begins a priority with its title, and the aim where that runs on in the same paragraph.</summary>
    public ReadPriority Begin(Piece piece)
    {
        var (title, aim) = Split(piece.Text);
        var priority = draft.Priorities.Named(title);
        draft.Mark(piece, $"Priority: {priority.Name}");
        if (aim.Length > 0 && priority.Aim.Length == 0)
        {
            priority.Aim = aim;
            draft.Mark(piece, $"Aim of {priority.Name}");
        }

        TakeNote(priority, piece);
        return priority;
    }

    /// <summary>Takes a footnote for the definition of the priority (S2-I4).</summary>
    public static void TakeNote(ReadPriority priority, Piece piece)
    {
        if (priority.Definition.Length == 0)
        {
            priority.Definition = piece.Note;
        }
    }

    /// <summary>Takes a piece for a linked strategy, or for an objective of the last one.</summary>
    public bool TakeStrategy(ReadPriority priority, Piece piece)
    {
        if (StrategyWithYears().Match(piece.Text) is not { Success: true } found)
        {
            return false;
        }

        var from = int.Parse(found.Groups["a"].Value, CultureInfo.InvariantCulture);
        var until = int.Parse(found.Groups["b"].Value, CultureInfo.InvariantCulture);
        var strategy = new ReadStrategy
        {
            Title = $"{found.Groups["title"].Value.Trim()} {found.Groups["years"].Value}",
            FromYear = from,
            UntilYear = until < 100 ? from / 100 * 100 + until : until,
        };
        priority.Strategies.Add(strategy);
        draft.Mark(piece, $"Linked strategy of {priority.Name}");
        if (found.Groups["rest"].Value.Trim() is { Length: > 0 } objective)
        {
            strategy.Objectives.Add(objective);
        }

        return true;
    }

    /// <summary>Takes a piece for an objective of the strategy named last.</summary>
    public void TakeObjective(ReadPriority priority, Piece piece)
    {
        priority.Strategies[^1].Objectives.Add(piece.Text);
        draft.Mark(piece, $"Objective of {priority.Strategies[^1].Title}");
    }

    /// <summary>Takes a piece for the aim, or more of it.</summary>
    public void TakeAim(ReadPriority priority, Piece piece, string text)
    {
        priority.Aim = priority.Aim.Length == 0 ? text : $"{priority.Aim}\n{text}";
        draft.Mark(piece, $"Aim of {priority.Name}");
    }

    private void TakeRest(ReadPriority priority, Piece piece)
    {
        if (priority.Strategies.Count > 0)
        {
            TakeObjective(priority, piece);
        }
        else if (PlanLabels.Inline(piece.Text) is (PlanField.Aim, var aim))
        {
            TakeAim(priority, piece, aim);
        }
        else if (!PlanLabels.IsLeadIn(piece.Text))
        {
            TakeAim(priority, piece, piece.Text);
        }
        else
        {
            draft.Mark(piece, "A label");
        }
    }

    private (string Title, string Aim) Split(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = Enumerable
            .Range(1, Math.Max(0, Math.Min(words.Length - 2, LongestTitle)))
            .FirstOrDefault(index =>
                words[index - 1][^1] is '.' or ':' && char.IsUpper(words[index][0])
                || words[index] is "–" or "—" or "-" && words.Length > LongestTitle
                || Beginnings.Contains(words[index]) && char.IsLower(words[index + 1][0])
            );
        if (at == 0 || words.Length < 6 || Numbering().IsMatch(string.Join(' ', words[..at])))
        {
            return (text, "");
        }

        var rest = words[at] is "–" or "—" or "-" ? at + 1 : at;
        var (title, aim) = (
            string.Join(' ', words[..at]).TrimEnd('.', ':'),
            string.Join(' ', words[rest..])
        );
        return
            draft.Ask(
                "title",
                text,
                $"Where does the name of the priority end: “{title}”?",
                [
                    new(Apart, $"Yes; the aim is “{Shortened(aim)}”"),
                    new(Whole, "No, all of it is the name"),
                ],
                Apart
            ) == Apart
            ? (title, aim)
            : (text, "");
    }

    internal static string Shortened(string text) =>
        text.Length <= 90 ? text : $"{text[..87].TrimEnd()}…";

    [GeneratedRegex(
        @"^(?<title>\S.{2,110}?)[\s(]+(?<years>(?<a>(19|20)[0-9]{2})\s*[-–—/]\s*(?<b>(20)?[0-9]{2}))\)?[.:]?(?<rest>(\s.*)?)\z",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex StrategyWithYears();

    [GeneratedRegex(
        $@"^(?:{PriorityBook.Kind})?\s*(?:{PriorityBook.Number}|{PriorityBook.Letter}|[0-9a-z]{{0,2}})\s*[.:–-]?\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Numbering();
}
