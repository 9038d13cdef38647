using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Agendas;

/// <summary>
/// Finds what comes to a meeting. Nobody is shown anything here: an agenda is built whole, also from cases that the person who
/// opened it may not see, and the pages show each reader their own part of it.
/// </summary>
internal static class AgendaSources
{
    /// <summary>When the body last met before a meeting, in UTC; nothing before its first.</summary>
    public static async Task<DateTime?> LastMeetingAsync(MoothallDb db, HubMeeting meeting) =>
        await db.Set<HubMeeting>()
            .Where(other =>
                other.BodyId == meeting.BodyId
                && other.Status == MeetingStatus.Ended
                && other.StartsAt < meeting.StartsAt
            )
            .MaxAsync(other => (DateTime?)other.StartsAt);

    /// <summary>An action as the rule of the agenda's order reads it. Due on the meeting's day means due by the meeting (S1-5.5).</summary>
    public static OpenAction Read(
        Guid id,
        DateOnly due,
        DateTime? changed,
        int carriedForward,
        DateTime meetingStart
    ) =>
        new(
            id,
            due == Platform.Time.UkTime.DateOf(meetingStart) ? meetingStart : ActionDue.EndOf(due),
            changed,
            carriedForward
        );

    /// <summary>The cases that come to a meeting, and why.</summary>
    public static async Task<IReadOnlyList<CaseForAgenda>> CasesAsync(
        MoothallDb db,
        HubMeeting meeting
    )
    {
        var pressing = await PressingAsync(db, meeting);
        var referrals = (await ReferralsAsync(db, meeting)).ToLookup(one => one.CaseId);
        var heard = (await HistoryAsync(db, meeting)).ToLookup(one => one.CaseId);
        var cases = await db.Set<HubCase>()
            .Where(one => one.BodyId == meeting.BodyId && one.Status != CaseStatus.Closed)
            .Select(one => new
            {
                one.Id,
                one.Reference,
                one.Title,
            })
            .ToListAsync();
        return
        [
            .. cases.SelectMany(one =>
            {
                AgendaPlace? place = pressing.TryGetValue(one.Id, out var found) ? found : null;
                var standing = Standing(
                    meeting,
                    [.. referrals[one.Id]],
                    [.. heard[one.Id].OrderBy(past => past.At)],
                    place is not null
                );
                return standing is { } known
                    ? [new CaseForAgenda(one.Id, one.Reference, one.Title, known, place)]
                    : Enumerable.Empty<CaseForAgenda>();
            }),
        ];
    }

    /// <summary>Why a case comes to a meeting, or nothing when it does not.</summary>
    internal static CaseStanding? Standing(
        HubMeeting meeting,
        IReadOnlyList<ReferredCase> referrals,
        IReadOnlyList<PastItem> past,
        bool hasOpenActions
    )
    {
        if (!past.Any(item => item.Heard))
        {
            if (referrals.Count > 0 && referrals.All(one => one.MeetingAt > meeting.StartsAt))
            {
                return null;
            }

            return past.Count > 0 ? CaseStanding.NotReached
                : referrals.Any(one => one.IsUrgent) ? CaseStanding.NewUrgent
                : CaseStanding.New;
        }

        if (!past[^1].Heard)
        {
            return CaseStanding.NotReached;
        }

        // A referral joined to the case since it was last heard brings it back.
        return hasOpenActions || referrals.Any(one => one.MeetingId == meeting.Id)
            ? CaseStanding.Continuing
            : null;
    }

    private static async Task<Dictionary<Guid, AgendaPlace>> PressingAsync(
        MoothallDb db,
        HubMeeting meeting
    )
    {
        var open = await db.Set<HubAction>()
            .Where(action => action.BodyId == meeting.BodyId && action.Status == ActionStatus.Open)
            .Where(action => action.CaseId != null)
            .Select(action => new
            {
                action.Id,
                CaseId = action.CaseId!.Value,
                action.Due,
                action.CarriedForward,
                Changed = action
                    .Updates.Where(update => update.Progress != ReportedProgress.NoChange)
                    .Max(update => (DateTime?)update.At),
            })
            .ToListAsync();
        var caseOf = open.ToDictionary(action => action.Id, action => action.CaseId);
        return ActionOrdering
            .Order(
                open.Select(one =>
                    Read(one.Id, one.Due, one.Changed, one.CarriedForward, meeting.StartsAt)
                ),
                meeting.StartsAt,
                await LastMeetingAsync(db, meeting)
            )
            .GroupBy(placed => caseOf[placed.Action.Id])
            .ToDictionary(group => group.Key, group => group.Min(placed => placed.Place));
    }

    private static Task<List<ReferredCase>> ReferralsAsync(MoothallDb db, HubMeeting meeting) =>
        db.Set<Referral>()
            .Where(one =>
                one.BodyId == meeting.BodyId
                && one.CaseId != null
                && (one.Status == ReferralStatus.Accepted || one.Status == ReferralStatus.Joined)
            )
            .Select(one => new ReferredCase(
                one.CaseId!.Value,
                one.MeetingId,
                db.Set<HubMeeting>()
                    .Where(at => at.Id == one.MeetingId)
                    .Select(at => (DateTime?)at.StartsAt)
                    .FirstOrDefault(),
                one.Decisions.Any(decision => decision.Outcome == TriageOutcome.AcceptUrgent)
            ))
            .ToListAsync();

    private static Task<List<PastItem>> HistoryAsync(MoothallDb db, HubMeeting meeting) =>
        db.Set<AgendaItem>()
            .Where(item => item.CaseId != null)
            .Join(
                db.Set<HubMeeting>()
                    .Where(other =>
                        other.BodyId == meeting.BodyId
                        && other.Status == MeetingStatus.Ended
                        && other.StartsAt < meeting.StartsAt
                    ),
                item => item.MeetingId,
                other => other.Id,
                (item, other) =>
                    new PastItem(
                        item.CaseId!.Value,
                        other.StartsAt,
                        item.Outcome == ItemOutcome.Discussed
                            || item.Outcome == ItemOutcome.NoChange
                    )
            )
            .ToListAsync();
}

/// <summary>A referral that became part of a case, and the meeting it goes to.</summary>
internal sealed record ReferredCase(
    Guid CaseId,
    Guid? MeetingId,
    DateTime? MeetingAt,
    bool IsUrgent
);

/// <summary>A case on an earlier agenda, and whether the meeting came to it.</summary>
internal sealed record PastItem(Guid CaseId, DateTime At, bool Heard);
