using System.Globalization;
using Moothall.Features.Plan.Actions;
using Moothall.Platform.Documents.Doubts;
using Moothall.Platform.Documents.Outlines;
using Moothall.Platform.Time;

namespace Moothall.Features.Plan.Import.Reading;

/// <summary>Reads by when an action is to be done, and asks where the words of the plan give no date. The words are never lost.</summary>
internal sealed class TargetWords(PlanDraft draft)
{
    private const string AsOngoing = "ongoing";
    private const string AsMilestone = "none";
    private const string AsPlanYears = "plan";
    private const string AsCalendarYears = "calendar";
    private const string Quarters = "quarters of one year";

    /// <summary>Takes what stands in the column, or below the label, of the target date.</summary>
    public void Take(ReadAction action, IReadOnlyList<(Piece Piece, string Text)> said, int number)
    {
        if (said.Count == 0)
        {
            return;
        }

        var words = string.Join(' ', said.Select(one => one.Text));
        if (!Nothing.Is(words))
        {
            Aim(action, Meant(words) ?? Answered(action, words));
        }

        var none =
            Nothing.Is(words) ? "none"
            : TargetDateReading.IsNoDay(words, draft.World.Today)
                ? "no date that exists; the words become a milestone"
            : "no date; the words become a milestone";

        foreach (var (piece, _) in said)
        {
            draft.Mark(piece, $"{Label(number)}: {Becomes(action) ?? none}");
        }
    }

    /// <summary>Says by when an action is to be done; one that is ongoing is given a day on which it is looked at again.</summary>
    public void Aim(ReadAction action, TargetDate? target)
    {
        action.Target = target;
        action.ReviewOn = target == TargetDate.Ongoing ? Reviewed() : null;
    }

    /// <summary>What is said of the piece from which a target date was read.</summary>
    public static string Label(int number) => $"Target date of action {number}";

    /// <summary>The date of an action as it will stand in the plan; nothing where it has none.</summary>
    public static string? Becomes(ReadAction action) =>
        action.ReviewOn is { } day
            ? $"{action.Target}, reviewed on {UkTime.Date(day)}"
            : action.Target?.ToString();

    /// <summary>A date that a person writes.</summary>
    public OwnAnswer Own() =>
        new(
            "A date of your own",
            "Date of your own",
            "For example, 31/03/2027 or March 2027.",
            typed =>
                Read(typed) is null
                    ? $"“{typed}” gives no date. Write it like 31/03/2027 or March 2027."
                    : null
        );

    // One day for all of them: they are looked at together, when the plan is revised.
    private DateOnly? Reviewed()
    {
        var (period, today) = (draft.Period, draft.World.Today);
        var offered = ReviewDay.Offered(period, today);
        var answer = draft.Ask(
            "review",
            AsOngoing,
            "When are the actions that are ongoing looked at again?",
            [.. offered.Select(day => new QuestionChoice(Kept(day), UkTime.Date(day)))],
            Kept(offered[0]),
            new(
                "Another day",
                "Day on which they are looked at again",
                $"Like 31/03/2027, and no later than {UkTime.Date(period.Until!.Value)}.",
                typed => ReviewDay.Problem(Day(typed), period, today)
            )
        );
        return Day(answer);
    }

    private DateOnly? Day(string words) =>
        Read(words) is { Kind: TargetKind.Day, Until: { } day } ? day : null;

    private static string Kept(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The date that words give; nothing where they give none.</summary>
    public TargetDate? Read(string words) => TargetDateReading.Read(words, draft.World.Today);

    // A plan counts its quarters in one way, so it is asked once for all of them.
    private TargetDate? Meant(string words)
    {
        var read = Read(words);
        if (read is null || TargetDateReading.CalendarQuarter(words) is not { } calendar)
        {
            return read;
        }

        var answer = draft.Ask(
            "quarter",
            Quarters,
            $"“{PriorityCell.Shortened(words)}” names one year. From when does the plan count quarters?",
            [
                new(AsPlanYears, $"From 1 April, as the years of plans: {read}"),
                new(AsCalendarYears, $"From 1 January, as calendar years: {calendar}"),
            ],
            AsPlanYears
        );
        return answer == AsCalendarYears ? calendar : read;
    }

    private TargetDate? Answered(ReadAction action, string words)
    {
        var answer = draft.Ask(
            "date",
            words,
            $"By when is “{PriorityCell.Shortened(words)}”?",
            [
                new(AsOngoing, "It is ongoing: keep the words as a milestone"),
                new(AsMilestone, "It says no date: keep the words as a milestone"),
            ],
            AsMilestone,
            Own()
        );
        if (answer is not (AsOngoing or AsMilestone))
        {
            return Read(answer);
        }

        action.More[PlanField.Milestones] = action.More.TryGetValue(
            PlanField.Milestones,
            out var others
        )
            ? $"{others}\n{words}"
            : words;
        return answer == AsOngoing ? TargetDate.Ongoing : null;
    }
}
