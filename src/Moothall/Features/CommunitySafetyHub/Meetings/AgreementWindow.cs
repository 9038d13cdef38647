using Moothall.Platform;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>
/// When a meeting's confidentiality agreement may be signed: from the day before it, once its papers are published, until it
/// ends (settled 9; S1-7.1, S1-7.2f).
/// </summary>
public static class AgreementWindow
{
    /// <summary>May the meeting's agreement be signed at this moment?</summary>
    public static Verdict Check(HubMeeting meeting, DateTime now) =>
        Check(meeting.StartsAt, meeting.Status, meeting.PublishedAt, now);

    /// <inheritdoc cref="Check(HubMeeting, DateTime)"/>
    public static Verdict Check(
        DateTime startsAt,
        MeetingStatus status,
        DateTime? publishedAt,
        DateTime now
    )
    {
        var opens = UkTime.DateOf(startsAt).AddDays(-1);
        return status switch
        {
            MeetingStatus.Cancelled => Verdict.No("This meeting is cancelled."),
            MeetingStatus.Ended => Verdict.No(
                "This meeting has ended, so its agreement can no longer be signed."
            ),
            _ when publishedAt is null => Verdict.No(
                "The agenda is not published yet. The agreement opens with the papers, the day before the meeting."
            ),
            _ when UkTime.DateOf(now) < opens => Verdict.No(
                $"The agreement opens on {UkTime.Day(opens)}, the day before the meeting."
            ),
            _ => Verdict.Yes("The agreement is open for signature."),
        };
    }
}
