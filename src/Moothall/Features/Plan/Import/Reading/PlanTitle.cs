using System.Text.RegularExpressions;
using Moothall.Features.Plan.Actions;
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
            .Select(words => (Words: words, Date: TargetDateReading.Read(words, draft.World.Today)))
            .Where(one => one.Date?.Kind == TargetKind.Period)
            .DistinctBy(one => one.Date)
            .Take(6)
            .ToList();
        if (years.Count == 0)
        {
            return;
        }

        var choices = years
            .Select(one => new QuestionChoice(one.Words, one.Date!.ToString()))
            .Append(new(None, "It does not say"))
            .ToList();
        var answer = draft.Ask(
            "period",
            draft.Title,
            "Which years is the plan for?",
            choices,
            years[0].Words
        );
        draft.Period = years.Find(one => one.Words == answer).Date;
    }

    [GeneratedRegex(
        @"\b(plan|strategy)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Says();

    [GeneratedRegex(
        @"\b20[0-9]{2}\s*[-–—/]\s*(20)?[0-9]{2}\b(?![-/][0-9])",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Years();
}
