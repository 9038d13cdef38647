using Moothall.Bench.Matching;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Platform.Documents;

namespace Moothall.Bench.Papers;

/// <summary>Minutes of a long meeting, invented and always the same, as the paper from which the product draws its files.</summary>
internal static class LongMinutes
{
    private static readonly string[] Sentences =
    [
        "The police have attended four times since the last meeting, twice after midnight, and spoke to both households.",
        "Housing has served a warning letter and offered mediation, which the tenant has not answered yet.",
        "The school reports that attendance has fallen below eighty in a hundred and that the pastoral lead has concerns.",
        "Adult social care has completed its assessment; no need for care was found, but a support worker calls weekly.",
        "The fire and rescue service has fitted two alarms and left advice on smoking in bed.",
        "Probation confirms that the licence runs until next spring and that every appointment has been kept.",
        "A neighbour has kept a diary of noise for three weeks and is willing to give a statement.",
        "The drug and alcohol service has offered an appointment on each of the last three Tuesdays.",
    ];

    private static readonly string[] Agencies =
    [
        "Police",
        "Housing",
        "Adult social care",
        "Children's services",
        "Probation",
        "Fire and rescue",
        "Community Safety Team",
    ];

    /// <summary>The paper of so many items, about two of them a page.</summary>
    public static Paper Of(int items)
    {
        var minutes = new Minutes
        {
            MeetingId = Guid.CreateVersion7(),
            CreatedAt = new(2026, 9, 15, 12, 0, 0, DateTimeKind.Utc),
            Title = "Minutes of the Community Safety Hub, Tuesday 15 September 2026",
        };
        var dice = new Dice(20);
        for (var number = 1; number <= items; number++)
        {
            minutes.Sections.Add(
                new()
                {
                    MinutesId = minutes.Id,
                    Order = number,
                    Heading = $"{number}. CSH-2026-{number:0000}: conduct towards neighbours",
                    Text = string.Join('\n', Lines(dice)),
                }
            );
        }

        return MinutesPaper.For(
            new(minutes, minutes.Sections, "Copy of Petra Novak, taken 16 September 2026, 09:12")
        );
    }

    private static IEnumerable<string> Lines(Dice dice)
    {
        yield return "Presented by: Helen Marlowe";
        yield return "Discussed: 12 minutes";
        yield return "";
        yield return Words(dice, 5);
        yield return "";
        yield return "Information shared:";
        for (var one = 0; one < 4; one++)
        {
            yield return $"- {dice.Of(Agencies)}: {Words(dice, 2)}";
        }

        yield return "";
        yield return $"Decision: {Words(dice, 2)}";
        yield return "";
        yield return MinutesNotation.Row("No.", "Action", "Owner", "Due");
        for (var one = 1; one <= 3; one++)
        {
            yield return MinutesNotation.Row(
                $"{one}",
                Words(dice, 1),
                dice.Of(Agencies),
                "29 September 2026"
            );
        }
    }

    private static string Words(Dice dice, int sentences) =>
        string.Join(' ', Enumerable.Range(0, sentences).Select(_ => dice.Of(Sentences)));
}
