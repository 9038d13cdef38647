using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Moothall.Platform.Email;

/// <summary>Notices of one kind that have not reached anybody.</summary>
/// <param name="About">What they are about.</param>
/// <param name="Count">How many.</param>
/// <param name="Since">When the oldest was written, in UTC.</param>
/// <param name="ServerSaid">What the server said last, without the address it was said of; empty before the first try.</param>
public sealed partial record MailWaiting(string About, int Count, DateTime Since, string ServerSaid)
{
    /// <summary>The notices of a query by kind: counts, and nothing of whom they are for.</summary>
    public static async Task<IReadOnlyList<MailWaiting>> OfAsync(
        IQueryable<Notice> notices,
        CancellationToken cancel
    )
    {
        var rows = await notices
            .GroupBy(notice => new { notice.Subject, notice.ServerSaid })
            .Select(group => new
            {
                group.Key.Subject,
                group.Key.ServerSaid,
                Count = group.Count(),
                Since = group.Min(notice => notice.WrittenAt),
                Tried = group.Max(notice => notice.NextAttemptAt),
            })
            .ToListAsync(cancel);
        return
        [
            .. rows.GroupBy(row => AboutOf(row.Subject))
                .Select(kind => new MailWaiting(
                    kind.Key,
                    kind.Sum(row => row.Count),
                    kind.Min(row => row.Since),
                    WithoutAddresses(
                        kind.Where(row => row.ServerSaid.Length > 0)
                            .MaxBy(row => row.Tried)
                            ?.ServerSaid
                            ?? ""
                    )
                ))
                .OrderBy(kind => kind.Since),
        ];
    }

    /// <summary>A mail server's words with no address in them, for those who are not to learn who was written to.</summary>
    public static string WithoutAddresses(string words) => Address().Replace(words, "(address)");

    // The name of the partnership stands before it, and may have been another when the notice was written.
    private static string AboutOf(string subject) =>
        Enum.GetValues<NoticeAbout>()
            .Select(Notices.Words)
            .FirstOrDefault(words => subject.EndsWith($": {words}", StringComparison.Ordinal))
        ?? "something else";

    [GeneratedRegex(@"[^\s<>""':;,()]+@[^\s<>""':;,()]+", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
