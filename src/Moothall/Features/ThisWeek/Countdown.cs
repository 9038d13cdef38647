namespace Moothall.Features.ThisWeek;

/// <summary>How long until an instant, or since it, in the words people use.</summary>
public static class Countdown
{
    /// <summary>"in 2 days and 3 hours", "in 40 minutes", "3 hours ago", "now". Two units at most, rounded down; the smaller only where it helps.</summary>
    public static string Words(DateTime now, DateTime at)
    {
        var span = (at - now).Duration();
        if (span < TimeSpan.FromMinutes(1))
        {
            return "now";
        }

        var words = span switch
        {
            { TotalDays: >= 1 } => Join((span.Days, "day"), (span.Hours, "hour")),
            { TotalHours: >= 1 } => Join((span.Hours, "hour"), (span.Minutes, "minute")),
            _ => Count(span.Minutes, "minute"),
        };
        return at > now ? $"in {words}" : $"{words} ago";
    }

    /// <summary>"1 referral", "3 referrals", "no referrals".</summary>
    public static string Count(int count, string one, string? many = null) =>
        count switch
        {
            0 => $"no {many ?? one + "s"}",
            1 => $"1 {one}",
            _ => $"{count} {many ?? one + "s"}",
        };

    private static string Join((int Count, string Unit) large, (int Count, string Unit) small) =>
        small.Count == 0
            ? Count(large.Count, large.Unit)
            : $"{Count(large.Count, large.Unit)} and {Count(small.Count, small.Unit)}";
}
