namespace Moothall.Features.CommunitySafetyHub.Import;

/// <summary>
/// Who reads past minutes: those who run the hub. Nobody can tell which part of an old paper belongs to whom, so members get none
/// of it (settled 10 keeps restricted items from them).
/// </summary>
internal static class PastMinutesAccess
{
    public static IQueryable<PastMinutes> VisibleTo(
        this IQueryable<PastMinutes> minutes,
        HubViewer viewer
    )
    {
        var runsHub = viewer.RunsHub;
        return minutes.Where(_ => runsHub);
    }
}
