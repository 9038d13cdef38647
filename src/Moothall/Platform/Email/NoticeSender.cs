using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Data;
using Moothall.Platform.Jobs;

namespace Moothall.Platform.Email;

/// <summary>Sends the notices that wait. One that may or may not have arrived is sent again under the same identifier (settled 23).</summary>
public sealed class NoticeSender(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<NoticeSender> log
) : RecurringJob(scopes, clock, log)
{
    private const int GroupSize = 50;
    private const int MostAttempts = 12;

    /// <summary>No attempt is due later than this; one that seems to be was planned by a clock that was wrong.</summary>
    internal static readonly TimeSpan LongestWait = TimeSpan.FromHours(2);

    /// <inheritdoc/>
    protected override string Name => "sending notices";

    /// <inheritdoc/>
    protected override TimeSpan Interval => TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    protected override async Task RunAsync(IServiceProvider services, CancellationToken cancel)
    {
        if (services.GetService<IMailTransport>() is not { } transport)
        {
            return;
        }

        var db = services.GetRequiredService<MoothallDb>();
        var now = Now;
        var believable = now + LongestWait;
        var waiting = await db.Set<Notice>()
            .Where(notice => notice.Status == NoticeStatus.Waiting)
            .Where(notice => notice.NextAttemptAt <= now || notice.NextAttemptAt > believable)
            .OrderBy(notice => notice.NextAttemptAt)
            .Take(GroupSize)
            .ToListAsync(cancel);
        foreach (var notice in waiting)
        {
            var result = await transport.SendAsync(
                new(notice.Id, notice.To, notice.Subject, notice.Text),
                cancel
            );
            Record(notice, result, now);
            // Saved one by one: what was sent before a crash is not sent again.
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }

    /// <summary>Writes down what became of an attempt; the wait between attempts doubles from a minute to two hours.</summary>
    internal static void Record(Notice notice, MailResult result, DateTime now)
    {
        notice.Attempts++;
        (notice.Status, notice.ServerSaid) = result switch
        {
            MailResult.Sent sent => (NoticeStatus.Sent, sent.ServerWords),
            MailResult.Refused { Permanent: true } refused => (
                NoticeStatus.Refused,
                refused.Reason
            ),
            MailResult.Refused refused => (NoticeStatus.Waiting, refused.Reason),
            MailResult.Uncertain uncertain => (NoticeStatus.Waiting, uncertain.Reason),
            _ => throw new InvalidOperationException("A result of sending that nobody thought of."),
        };
        if (notice.Status == NoticeStatus.Waiting && notice.Attempts >= MostAttempts)
        {
            notice.Status = NoticeStatus.Refused;
        }

        notice.NextAttemptAt = now + WaitAfter(notice.Attempts);
    }

    /// <summary>How long to wait after so many attempts.</summary>
    internal static TimeSpan WaitAfter(int attempts) =>
        TimeSpan.FromMinutes(Math.Min(LongestWait.TotalMinutes, Math.Pow(2, attempts - 1)));
}
