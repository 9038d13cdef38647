namespace Moothall.Features.CommunitySafetyHub.Meetings.Live;

/// <summary>The keys of whoever writes the meeting down, as the page lists them; <c>keys.ts</c> acts on them.</summary>
public static class LiveKeys
{
    /// <summary>Each key with what it does.</summary>
    public static IReadOnlyList<(string Key, string What)> All { get; } =
    [
        ("Alt + J", "Next item"),
        ("Alt + K", "Previous item"),
        ("Alt + A", "Record an action"),
        ("Alt + S", "The chair's summary"),
        ("Alt + H", "What an agency shares"),
        ("Alt + C", "No change on this item"),
        ("Alt + G", "Agree every action reported done"),
        ("Alt + Z", "Undo what you did last"),
        ("Enter", "Saves what you are typing; in the summary it also moves on"),
    ];
}
