using Moothall.Platform.Email;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>What a result of sending means for a copy (settled 23).</summary>
public static class SendingResult
{
    /// <summary>
    /// Only what was certainly not sent, and not for good, waits for another attempt; the wait doubles from a minute to two hours.
    /// What may have arrived waits for a person.
    /// </summary>
    /// <param name="copy">The copy.</param>
    /// <param name="attempt">The attempt that ended.</param>
    /// <param name="result">How it ended.</param>
    /// <param name="attempts">How many there were, this one counted.</param>
    /// <param name="now">Now, in UTC.</param>
    public static void Record(
        CirculationCopy copy,
        SendingAttempt attempt,
        MailResult result,
        int attempts,
        DateTime now
    )
    {
        var (status, said) = result switch
        {
            MailResult.Sent sent => (CopyStatus.Sent, sent.ServerWords),
            MailResult.Uncertain uncertain => (CopyStatus.Uncertain, uncertain.Reason),
            MailResult.Refused refused => (
                refused.Permanent || attempts >= CirculationCopy.MostAttempts
                    ? CopyStatus.Refused
                    : CopyStatus.Waiting,
                refused.Reason
            ),
            _ => throw new InvalidOperationException("A result of sending that nobody thought of."),
        };
        copy.Become(status, said, now);
        copy.NextAttemptAt = now + NoticeSender.WaitAfter(attempts);
        (attempt.Outcome, attempt.ServerSaid, attempt.EndedAt) = (
            result is MailResult.Refused ? CopyStatus.Refused : status,
            said,
            now
        );
    }
}
