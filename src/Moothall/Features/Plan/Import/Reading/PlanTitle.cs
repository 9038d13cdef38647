using System.Text.RegularExpressions;
using Moothall.Platform.Documents.Doubts;
using Moothall.Platform.Documents.Outlines;

namespace Moothall.Features.Plan.Import.Reading;

/// <summary>Finds what a document calls itself and which years it is for.</summary>
internal static partial class PlanTitle
{
    private const int LookedThrough = 40;
    private const int LongestTitle = 150;
    private const string None = "none";

    public static void Read(Outline outline, string fileName, PlanDraft draft)
    {
        var first = outline.Pieces.Where(piece => !piece.IsRule).Take(LookedThrough).ToList();
        var title = first.Find(piece =>
            piece.Text.Length <= LongestTitle
            && !piece.Text.EndsWith('.')
            && !piece.IsBullet
            && Says().IsMatch(piece.Text)
        );
        draft.Title = title?.Text ?? Path.GetFileNameWithoutExtension(fileName).Replace('_', ' ');
        if (title is not null)
        {
            draft.Mark(title, "Title");
        }

        var years = first
            .Select(piece => piece.Text)
            .Prepend(draft.Title)
            .SelectMany(text => Years().Matches(text))
            .Select(found => found.Value)
            .Select(words => (Words: words, Date: PlanPeriod.Read(words, draft.World.Today)))
            .Where(one => one.Date is not null)
            .DistinctBy(one => one.Date)
            .Take(6)
            .ToList();
        var usual = draft.Period;
        var likeliest = years.Count > 0 ? years[0].Date! : usual;
        var answer = draft.Ask(
            "period",
            // What was answered for a plan of other years says nothing of this one, though it is called the same.
            $"{draft.Title}: {likeliest}",
            years.Count > 0
                ? "Which years is the plan for?"
                : "The document does not say from when until when the plan runs. Which years is it for?",
            [
                .. years.Select(one => new QuestionChoice(one.Words, one.Date!.ToString())),
                new(None, years.Count > 0 ? $"None of these: {usual}" : usual.ToString()),
            ],
            years.Count > 0 ? years[0].Words : None,
            new(
                "Other years",
                "Years of the plan",
                "For example, 1 April 2027 to 31 March 2030, or 2027-30.",
                typed => PlanPeriod.Problem(typed, draft.World.Today)
            )
        );
        draft.Period = answer == None ? usual : PlanPeriod.Read(answer, draft.World.Today) ?? usual;
    }

    [GeneratedRegex(
        @"\b(plan|strategy|cynllun|strategaeth)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Says();

    [GeneratedRegex(
        @"\b(([0-9]{1,2}(st)?\s+)?(january|april|july|september|october)\s+)?20[0-9]{2}(\s*[-–—/]\s*|\s+(to|until)\s+)((([0-9]{1,2}(st)?\s+)?(march|june|august|september|december)\s+)?20[0-9]{2}|[0-9]{2})\b(?![-/][0-9])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Years();
}
