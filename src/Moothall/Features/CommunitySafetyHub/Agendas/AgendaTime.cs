using Moothall.Features.Partnership.Bodies;

namespace Moothall.Features.CommunitySafetyHub.Agendas;

/// <summary>The minutes of the agenda's items against the length of the meeting.</summary>
/// <param name="Total">Minutes of all items.</param>
/// <param name="Limit">Planned length of the meeting.</param>
/// <param name="OverBy">Minutes too many; 0 when it fits.</param>
/// <param name="Sentence">The same for the screen.</param>
public sealed record AgendaTime(int Total, int Limit, int OverBy, string Sentence)
{
    /// <param name="minutes">Minutes of each item.</param>
    /// <param name="limit">Planned length: the hour, unless extended for a guest speaker (S1-3.1b).</param>
    public static AgendaTime Of(
        IEnumerable<int> minutes,
        int limit = MeetingSchedule.LongestMinutes
    )
    {
        var total = minutes.Sum(m => Math.Max(0, m));
        var against =
            limit == MeetingSchedule.LongestMinutes ? "the hour" : $"the {limit} minutes planned";
        var sentence = (total - limit) switch
        {
            > 0 and var over => $"The items add up to {Minutes(total)}, {over} over {against}.",
            0 => $"The items add up to {Minutes(total)} and fill {against}.",
            var under => $"The items add up to {Minutes(total)}, with {-under} left of {against}.",
        };
        return new(total, limit, Math.Max(0, total - limit), sentence);
    }

    private static string Minutes(int count) => count == 1 ? "1 minute" : $"{count} minutes";
}
