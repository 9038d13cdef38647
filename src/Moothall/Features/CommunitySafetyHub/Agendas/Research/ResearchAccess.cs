using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Agendas.Research;

/// <summary>
/// Who sees a member's research: that member; whoever runs the hub; and at the meeting those who signed its confidentiality
/// agreement. None of them where they may not see the case.
/// </summary>
public static class ResearchAccess
{
    /// <summary>The returns this viewer may read.</summary>
    public static IQueryable<ResearchReturn> VisibleTo(
        this IQueryable<ResearchReturn> returns,
        HubViewer viewer,
        MoothallDb db
    )
    {
        var (runsHub, members) = (viewer.RunsHub, viewer.CaseMembershipIds);
        var seen = db.Set<HubCase>().VisibleTo(viewer, db).Select(one => one.Id);
        var open = db.Set<HubCase>().OpenTo(viewer, db).Select(one => one.Id);
        var met = db.Set<HubMeeting>()
            .Where(meeting =>
                meeting.Status == MeetingStatus.Live || meeting.Status == MeetingStatus.Ended
            )
            .Select(meeting => meeting.Id);
        return returns.Where(one =>
            seen.Any(id => id == one.CaseId)
            && (
                runsHub
                || members.Contains(one.MembershipId)
                || (open.Any(id => id == one.CaseId) && met.Any(id => id == one.MeetingId))
            )
        );
    }
}
