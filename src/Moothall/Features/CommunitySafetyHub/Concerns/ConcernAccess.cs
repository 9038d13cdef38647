using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Concerns;

/// <summary>Who sees a concern: whoever raised it, and the Community Safety Manager as far as they may see its case.</summary>
public static class ConcernAccess
{
    /// <summary>The concerns this viewer may know of. Nobody shut out of a case sees a concern about it, not even their own.</summary>
    public static IQueryable<Concern> VisibleTo(
        this IQueryable<Concern> concerns,
        HubViewer viewer,
        CurrentUser user,
        MoothallDb db
    )
    {
        var (userId, answers) = (viewer.UserId, user.May(Permission.AnswerConcern));
        var cases = db.Set<HubCase>().OpenTo(viewer, db).Select(c => c.Id);
        var shutOut = db.Set<CaseExclusion>().Where(e => e.UserId == userId);
        return concerns.Where(concern =>
            (concern.CaseId == null || !shutOut.Any(e => e.CaseId == concern.CaseId))
            && (
                concern.RaisedById == userId
                || (answers && (concern.CaseId == null || cases.Any(id => id == concern.CaseId)))
            )
        );
    }

    /// <summary>The managers in post on a day who may see the case: those who can answer.</summary>
    public static IQueryable<User> Answering(MoothallDb db, Guid? caseId, DateOnly today)
    {
        var shut = db.Set<CaseExclusion>().Where(e => e.CaseId == caseId).Select(e => e.UserId);
        var named = db.Set<CaseShare>().Where(s => s.CaseId == caseId).Select(s => s.UserId);
        var isForNamed = db.Set<HubCase>()
            .Where(c => c.Id == caseId && c.Visibility == CaseVisibility.NamedPeople);
        return db.Set<User>()
            .Where(user =>
                user.LeftAt == null
                && user.Grants.Any(grant =>
                    grant.Role == Role.Manager
                    && grant.From <= today
                    && (grant.Until == null || grant.Until >= today)
                )
                && !shut.Contains(user.Id)
                && (!isForNamed.Any() || named.Contains(user.Id))
            );
    }
}
