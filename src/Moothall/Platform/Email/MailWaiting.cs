using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Moothall.Platform.Email;

/// <summary>Notices of one kind that have not reached anybody.</summary>
/// <param name="About">What they are about.</param>
/// <param name="Count">How many.</param>
/// <param name="Since">When the oldest was written, in UTC.</param>
/// <param name="ServerSaid">What the server said last, without whom it was said of; empty before the first try.</param>
public sealed partial record MailWaiting(string About, int Count, DateTime Since, string ServerSaid)
{
    private static readonly string[] Phrases =
    [
        "mailbox unavailable",
        "mailbox full",
        "over quota",
        "user unknown",
        "unknown user",
        "no such user",
        "does not exist",
        "relay access denied",
        "relaying denied",
        "authentication required",
        "access denied",
        "blocked",
        "blacklisted",
        "greylisted",
        "spam",
        "policy",
        "too large",
        "too many",
        "try again later",
        "temporarily",
        "timed out",
        "insufficient system",
    ];

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
                    WithoutPeople(
                        kind.Where(row => row.ServerSaid.Length > 0)
                            .MaxBy(row => row.Tried)
                            ?.ServerSaid
                            ?? ""
                    )
                ))
                .OrderBy(kind => kind.Since),
        ];
    }

    /// <summary>
    /// A mail server's answer for those who are not to learn who was written to. Servers quote addresses and names as they like,
    /// so of their words only the numbers (RFC 5321 and 3463) and the phrases below are left; what stands before is the product's own.
    /// </summary>
    public static string WithoutPeople(string said)
    {
        if (Answer().Match(said) is not { Success: true } answer)
        {
            return said;
        }

        var phrases = Phrases.Where(one =>
            answer.Groups["words"].Value.Contains(one, StringComparison.OrdinalIgnoreCase)
        );
        return $"{said[..answer.Groups["words"].Index]} {string.Join(", ", phrases)}".Trim();
    }

    // The name of the partnership stands before it, and may have been another when the notice was written.
    private static string AboutOf(string subject) =>
        Enum.GetValues<NoticeAbout>()
            .Select(Notices.Words)
            .FirstOrDefault(words => subject.EndsWith($": {words}", StringComparison.Ordinal))
        ?? "something else";

    [GeneratedRegex(
        @"^(?:[^:]*: )?[2-5][0-9]{2}(?:[ -][245]\.[0-9]{1,3}\.[0-9]{1,3})?\b(?<words>.*)$",
        RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Answer();
}
