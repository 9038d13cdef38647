using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>Which meeting a referral would make if it were sent now, from the meetings as planned now (settled 6).</summary>
public static class MeetingsAhead
{
    /// <summary>Asks the rule of lateness about a hub's coming meetings.</summary>
    public static async Task<LatenessDecision> DecideAsync(
        MoothallDb db,
        Guid bodyId,
        DateTime now,
        CancellationToken cancel
    )
    {
        var planned = await db.Set<HubMeeting>()
            .AsNoTracking()
            .Where(meeting =>
                meeting.BodyId == bodyId
                && meeting.StartsAt > now
                && (
                    meeting.Status == MeetingStatus.Planned
                    || meeting.Status == MeetingStatus.Cancelled
                )
            )
            .OrderBy(meeting => meeting.StartsAt)
            .Take(20)
            .Select(meeting => new PlannedMeeting(
                meeting.Id,
                meeting.StartsAt,
                meeting.CutOffAt,
                meeting.Status == MeetingStatus.Cancelled
            ))
            .ToListAsync(cancel);
        return Lateness.Decide(now, planned);
    }

    /// <summary>Fixes the answer in the referral and in its history.</summary>
    public static void Fix(
        Referral referral,
        LatenessDecision decision,
        string byName,
        DateTime now
    )
    {
        (referral.SubmittedAt, referral.MeetingId) = (now, decision.Meeting?.Id);
        (referral.IsLate, referral.LateForMeetingId) = (decision.Late, decision.LateFor?.Id);
        referral.MeetingWhy = decision.Reason;
        (referral.AdmittedLateBy, referral.AdmittedLateBecause) = ("", "");
        referral.Sendings.Add(
            new()
            {
                ReferralId = referral.Id,
                At = now,
                ByName = byName,
                IsLate = decision.Late,
                MeetingWhy = decision.Reason,
            }
        );
    }
}
