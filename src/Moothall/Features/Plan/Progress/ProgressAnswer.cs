using Moothall.Features.Plan.Measures;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Progress;

/// <summary>A figure given with an answer.</summary>
public sealed class ReadingAnswer
{
    public Guid MeasureId { get; set; }

    [Field("Figure")]
    public decimal? Figure { get; set; }

    [Field("Last day that it covers")]
    public DateOnly? On { get; set; }
}

/// <summary>What an owner answers for one action. One left empty is not answered.</summary>
public sealed class ProgressAnswer
{
    public Guid ActionId { get; set; }

    /// <summary>The latest update that the form showed; nothing where there was none.</summary>
    public Guid? After { get; set; }

    [Field("How does it stand?")]
    public ProgressRating? Rating { get; set; }

    [Field("What was done, and what comes next", Limit = 4000, Rows = 3)]
    public string Text { get; set; } = "";

    [Field("What shows it", Limit = 2000, Rows = 2, Hint = "Figures, reports, where to look.")]
    public string Evidence { get; set; } = "";

    [Field(
        "Why it is not as dates and updates tell",
        Limit = 2000,
        Rows = 2,
        Hint = "Only where your rating is another."
    )]
    public string Difference { get; set; } = "";

    public List<ReadingAnswer> Readings { get; set; } = [];

    /// <summary>Whether anything was answered.</summary>
    public bool IsGiven =>
        Rating is not null
        || Text.Length + Evidence.Length + Difference.Length > 0
        || Readings.Exists(one => one.Figure is not null);

    /// <summary>What is missing in an answer, with the field's name.</summary>
    /// <param name="standing">The computed standing once this update is given.</param>
    /// <param name="today">Today in London.</param>
    public IEnumerable<(string Field, string Problem)> Problems(
        ActionStanding standing,
        DateOnly today
    )
    {
        if (!IsGiven)
        {
            yield break;
        }

        if (Rating is null)
        {
            yield return (nameof(Rating), "Choose how it stands");
        }

        if (Text.Length == 0)
        {
            yield return (
                nameof(Text),
                Rating == ProgressRating.Blue
                    ? "Enter the result"
                    : "Enter what was done, and what comes next"
            );
        }

        // To say that something is complete is the owner's own statement and differs from nothing.
        if (
            Rating is { } own
            && own != standing.Rating
            && own != ProgressRating.Blue
            && Difference.Length == 0
        )
        {
            yield return (
                nameof(Difference),
                $"Your rating differs from “{DisplayNames.Of(standing.Rating)}”. Enter why."
            );
        }

        for (var index = 0; index < Readings.Count; index++)
        {
            var (figure, on) = (Readings[index].Figure, Readings[index].On);
            if (figure is not null && on is null)
            {
                yield return ($"Readings[{index}].On", "Enter the last day that the figure covers");
            }
            else if (figure is not null && on > today)
            {
                yield return (
                    $"Readings[{index}].On",
                    "The last day that it covers is still to come"
                );
            }
        }
    }

    /// <summary>An empty answer for an action, with a box for each of its measures.</summary>
    public static ProgressAnswer For(Guid actionId, IEnumerable<PlanMeasure> measures) =>
        new()
        {
            ActionId = actionId,
            Readings = [.. measures.Select(one => new ReadingAnswer { MeasureId = one.Id })],
        };
}
