namespace Moothall.Features.Reports.Contents;

/// <summary>The weekly hub in numbers.</summary>
internal static class HubSection
{
    public static SectionDraft Of(ReportFacts facts) =>
        new(
            "hub.numbers",
            "The Community Safety Hub",
            "",
            new(
                "What the hub did",
                ["What", "How many"],
                [.. facts.Hub.Select(one => (IReadOnlyList<string>)[one.What, one.HowMany])],
                [4, 2]
            ),
            "Numbers under five are not given, so that nobody is found by them."
        );
}
