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
    public static Verdict Check(HubMeeting meeting, DateTime now)
    {
        var day = UkTime.DateOf(meeting.StartsAt);
        return meeting switch
        {
            { Status: MeetingStatus.Cancelled } => Verdict.No("This meeting is cancelled."),
            { Status: MeetingStatus.Ended } => Verdict.No(
                "This meeting has ended, so its agreement can no longer be signed."
            ),
            { PublishedAt: null } => Verdict.No(
                "The agenda is not published yet. The agreement opens with the papers, the day before the meeting."
            ),
            _ when UkTime.DateOf(now) < day.AddDays(-1) => Verdict.No(
                $"The agreement opens on {UkTime.Day(day.AddDays(-1))}, the day before the meeting."
            ),
            _ => Verdict.Yes("The agreement is open for signature."),
        };
    }
}
