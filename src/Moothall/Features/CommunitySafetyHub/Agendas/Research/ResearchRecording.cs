using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Agendas.Research;

/// <summary>Keeps what a member says it holds.</summary>
public static class ResearchRecording
{
    /// <summary>Longest line, in characters.</summary>
    public const int LongestLine = 300;

    /// <summary>
    /// Why research for a meeting is closed, or nothing while it is open: from publication of the agenda, past the cut-off for
    /// referrals, until the meeting ends.
    /// </summary>
    public static string? ShutBecause(HubMeeting meeting) =>
        meeting switch
        {
            { PublishedAt: null } => "Research opens when the agenda is published.",
            { Status: MeetingStatus.Cancelled } => "The meeting is cancelled.",
            { Status: MeetingStatus.Ended } => "The meeting has ended, so research is closed.",
            _ => null,
        };

    /// <summary>Records one answer, or changes the one that the member gave before.</summary>
    public static async Task RecordAsync(
        MoothallDb db,
        Guid meetingId,
        ResearchSubject subject,
        Guid membershipId,
        ResearchAnswer answer,
        string line,
        string byName,
        Received received,
        DateTime now
    )
    {
        var found = await db.Set<ResearchReturn>()
            .FirstOrDefaultAsync(one =>
                one.MeetingId == meetingId
                && one.MembershipId == membershipId
                && one.CaseId == subject.CaseId
                && one.PersonId == subject.PersonId
            );
        if (found is null)
        {
            db.Add(
                new ResearchReturn
                {
                    MeetingId = meetingId,
                    CaseId = subject.CaseId,
                    PersonId = subject.PersonId,
                    MembershipId = membershipId,
                    Answer = answer,
                    Summary = line,
                    GivenByName = byName,
                    GivenAt = now,
                    Received = received,
                }
            );
            return;
        }

        (found.Answer, found.Summary) = (answer, line);
        (found.GivenByName, found.GivenAt, found.Received) = (byName, now, received);
    }
}
