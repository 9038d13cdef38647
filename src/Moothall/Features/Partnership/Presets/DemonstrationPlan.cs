namespace Moothall.Features.Partnership.Presets;

/// <summary>Deals the stories out to the weeks: which referral is made for which meeting, and what becomes of it.</summary>
internal static class DemonstrationPlan
{
    /// <summary>Stories that are played twice, by other people in another street.</summary>
    private const int Repeats = 9;

    private const int WaitingNow = 3;

    // One of each of the other ways out, in different weeks.
    private static readonly (int Week, Fate Fate)[] Odd =
    [
        (0, Fate.Declined),
        (1, Fate.Late),
        (2, Fate.Returned),
        (2, Fate.Urgent),
        (3, Fate.Redirected),
        (4, Fate.Admitted),
        (4, Fate.Joined),
        (5, Fate.Late),
        (5, Fate.Urgent),
    ];

    /// <summary>For each past week the stories referred in it, and last those waiting this week.</summary>
    public static IReadOnlyList<IReadOnlyList<(PresetStory Story, Fate Fate)>> Of(
        DemonstrationStage stage
    )
    {
        var stories = stage.Choices.Shuffled(stage.Activity.Stories);
        // What is rare and grave happens once.
        var ordinary = stories
            .Where(story =>
                stage.Written.Topics[story.Topic].DefaultVisibility
                == CommunitySafetyHub.Cases.CaseVisibility.Hub
            )
            .ToList();
        var waiting = ordinary.Take(WaitingNow).ToList();
        var again = ordinary.Skip(WaitingNow).Take(Repeats);
        var dealt = new Queue<PresetStory>(
            stage.Choices.Shuffled(stories.Except(waiting)).Concat(again)
        );
        var weeks = Enumerable
            .Range(0, DemonstrationWeeks.Count)
            .Select(_ => new List<(PresetStory, Fate)>())
            .ToList();
        foreach (var (week, fate) in Odd)
        {
            // A grave matter is not the one that is turned away.
            weeks[week].Add((Take(dealt, story => ordinary.Contains(story)), fate));
        }

        for (var turn = 0; dealt.Count > 0; turn++)
        {
            weeks[turn % weeks.Count].Add((dealt.Dequeue(), Fate.Accepted));
        }

        return [.. weeks, [.. waiting.Select(story => (story, Fate.Waiting))]];
    }

    private static PresetStory Take(Queue<PresetStory> from, Predicate<PresetStory> wanted)
    {
        while (true)
        {
            var story = from.Dequeue();
            if (wanted(story))
            {
                return story;
            }

            from.Enqueue(story);
        }
    }
}
