using Moothall.Features.Plan.Progress;
using Moothall.Platform.Documents.Doubts;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Import.Reading;

/// <summary>Takes the rating that a plan gives an action, and asks where its word is not known. The words are never lost.</summary>
internal sealed class ActionRating(PlanDraft draft)
{
    private const string AsWords = "words";

    /// <summary>Takes what stands in the columns, or below the labels, of the rating and of the progress.</summary>
    public void Take(ReadAction action, ActionRecord record, int number)
    {
        foreach (var (piece, text) in record.Of(PlanField.Rating))
        {
            var isNone = Nothing.Is(text);
            var rating = isNone ? null : RatingWords.Of(text) ?? Answered(text);
            // Where a plan rates each quarter, the last of them says how it stands.
            action.Rating = rating ?? action.Rating;
            var becomes =
                rating is { } known ? DisplayNames.Of(known)
                : isNone ? "none"
                : "no rating; the words stay in its progress";
            draft.Mark(piece, $"{DisplayNames.Of(PlanField.Rating)} of action {number}: {becomes}");
        }

        var isRated = action.Rating is not null;
        foreach (var (piece, text) in record.Of(PlanField.Progress))
        {
            var label = $"{DisplayNames.Of(PlanField.Progress)} of action {number}";
            if (!isRated && RatingWords.Alone(text) is { } said)
            {
                action.Rating = said;
                label = $"{label}: {DisplayNames.Of(said)}";
            }

            draft.Mark(piece, label);
        }
    }

    private ProgressRating? Answered(string words)
    {
        var answer = draft.Ask(
            "rating",
            words,
            $"Which rating is “{PriorityCell.Shortened(words)}”?",
            [
                .. Enum.GetValues<ProgressRating>()
                    .Select(one => new QuestionChoice(one.ToString(), DisplayNames.Of(one))),
                new(AsWords, "It is no rating: keep the words in the progress"),
            ],
            AsWords
        );
        return Enum.TryParse<ProgressRating>(answer, out var rating) ? rating : null;
    }
}
