using Moothall.Platform.Time;

namespace Moothall.Features.Reports.Contents;

/// <summary>The weekly hub in numbers.</summary>
internal static class HubSection
{
    public static SectionDraft Of(ReportFacts facts, bool isRounded = true) =>
        new(
            "hub.numbers",
            "The Community Safety Hub",
            "",
            new(
                $"What the hub did, {UkTime.Date(facts.First)} to {UkTime.Date(facts.Last)}{(isRounded ? ", cases and actions to the nearest five" : "")}",
                ["What", "How many"],
                [.. facts.Hub.Select(one => (IReadOnlyList<string>)[one.What, one.HowMany])],
                [4, 2]
            ),
            "Numbers of cases and actions from one to four are not given, so that nobody is found by them. Meetings are counted as they were."
        );
}
