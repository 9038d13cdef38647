using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Bodies;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.ThisWeek;

/// <summary>
/// The next sitting of a hub. Its day and cut-off are no secret from anyone who may refer; whether the reader may open the
/// meeting itself is <c>IsSeen</c>.
/// </summary>
public sealed record NextMeeting(
    Guid Id,
    Guid BodyId,
    string BodyName,
    DateTime StartsAt,
    DateTime CutOffAt,
    MeetingStatus Status,
    DateTime? PublishedAt,
    bool IsSeen,
    bool IsOnPaper
)
{
    /// <summary>"Tuesday 24 November".</summary>
    public string Day => UkTime.Day(UkTime.DateOf(StartsAt));
}

/// <summary>What every part of the home page starts from: who looks, when, and the next sitting of each hub.</summary>
public sealed class Week
{
    /// <summary>How far ahead a meeting is this week's business.</summary>
    private const int DaysAhead = 14;

    public required MoothallDb Db { get; init; }
    public required CurrentUser User { get; init; }
    public required HubViewer Viewer { get; init; }
    public required DateTime Now { get; init; }

    /// <summary>The next sitting of each hub, the soonest first.</summary>
    public IReadOnlyList<NextMeeting> Next { get; private set; } = [];

    /// <summary>When a hub last met, in UTC; nothing before its first.</summary>
    public DateTime? LastMet { get; private set; }

    public DateOnly Today => UkTime.DateOf(Now);

    /// <summary>The day by which actions are due: that of the soonest sitting.</summary>
    public DateOnly? DueDay => Next.Count == 0 ? null : UkTime.DateOf(Next[0].StartsAt);

    /// <summary>Finds the meetings: three queries whatever there is.</summary>
    public async Task LoadAsync(CancellationToken cancel)
    {
        var (from, until) = (Now.AddHours(-3), Now.AddDays(DaysAhead));
        var seen = Db.Set<HubMeeting>().VisibleTo(Viewer, Db).Select(meeting => meeting.Id);
        var bodies = Db.Set<GovernanceBody>();
        var ahead = await Db.Set<HubMeeting>()
            .AsNoTracking()
            .Where(meeting =>
                meeting.StartsAt > from
                && meeting.StartsAt < until
                && (meeting.Status == MeetingStatus.Planned || meeting.Status == MeetingStatus.Live)
            )
            .OrderBy(meeting => meeting.StartsAt)
            .Select(meeting => new NextMeeting(
                meeting.Id,
                meeting.BodyId,
                bodies
                    .Where(body => body.Id == meeting.BodyId)
                    .Select(body => body.Name)
                    .FirstOrDefault()
                    ?? "",
                meeting.StartsAt,
                meeting.CutOffAt,
                meeting.Status,
                meeting.PublishedAt,
                seen.Contains(meeting.Id),
                meeting.WrittenUpAt != null
            ))
            .ToListAsync(cancel);
        Next = [.. ahead.DistinctBy(meeting => meeting.BodyId)];
        LastMet = await Db.Set<HubMeeting>()
            .Where(meeting => meeting.Status == MeetingStatus.Ended && meeting.StartsAt <= Now)
            .MaxAsync(meeting => (DateTime?)meeting.StartsAt, cancel);
    }
}
