using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>
/// Who sees a case. Every list, search, count, file and message goes through <see cref="VisibleTo"/>;
/// what is inside opens with <see cref="OpenTo"/>.
/// </summary>
public static class CaseAccess
{
    /// <summary>
    /// The cases this viewer may know of: nobody shut out for a conflict of interest; named people; the team and the chair
    /// except where only named people may; representatives of current members once the agenda with it is published, or
    /// when their own organisation referred it or is named (settled 7, 9, 20). A named person too must run the hub or act
    /// for a member whose protocol is current: a name does not outlast it.
    /// </summary>
    public static IQueryable<HubCase> VisibleTo(
        this IQueryable<HubCase> cases,
        HubViewer viewer,
        MoothallDb db
    )
    {
        var userId = viewer.UserId;
        if (!viewer.RunsHub && viewer.MembershipIds.Count == 0)
        {
            return cases.Where(c => false);
        }

        var notShutOut = cases.Where(c =>
            !c.Exclusions.Any(exclusion => exclusion.UserId == userId)
        );
        if (viewer.RunsHub)
        {
            return notShutOut.Where(c =>
                c.Visibility != CaseVisibility.NamedPeople
                || c.Shares.Any(share => share.UserId == userId)
            );
        }

        var (organisations, bodies) = (viewer.OrganisationIds, viewer.BodyIds);
        var listed = Listed(db);
        return notShutOut.Where(c =>
            c.Shares.Any(share => share.UserId == userId)
            || (
                c.Visibility != CaseVisibility.NamedPeople
                && bodies.Contains(c.BodyId)
                && (
                    c.Shares.Any(share =>
                        share.OrganisationId != null
                        && organisations.Contains(share.OrganisationId.Value)
                    ) || (c.Visibility == CaseVisibility.Hub && listed.Any(id => id == c.Id))
                )
            )
        );
    }

    // Rules ask whether something holds for this row (Any) and not whether it is among all for which it holds (Contains), which
    // a database may first list as a whole: twenty years of agendas for a page of twenty-five cases.

    /// <summary>The cases that stand on a published agenda, or stood on one.</summary>
    internal static IQueryable<Guid?> Listed(MoothallDb db) =>
        from item in db.Set<AgendaItem>()
        join meeting in db.Set<HubMeeting>() on item.MeetingId equals meeting.Id
        where meeting.PublishedAt != null && !item.IsDraft
        select item.CaseId;

    /// <summary>
    /// The visible cases whose content is open too: to the team, the chair and named people always; to a member's
    /// representative who signed the confidentiality agreement of a meeting that has the case on its agenda (settled 9).
    /// The others see names, dates of birth and unprotected addresses only, to research their own records.
    /// </summary>
    public static IQueryable<HubCase> OpenTo(
        this IQueryable<HubCase> cases,
        HubViewer viewer,
        MoothallDb db
    )
    {
        var visible = cases.VisibleTo(viewer, db);
        if (viewer.RunsHub)
        {
            return visible;
        }

        var userId = viewer.UserId;
        var heard =
            from item in db.Set<AgendaItem>()
            join signature in db.Set<ConfidentialitySignature>()
                on item.MeetingId equals signature.MeetingId
            where signature.UserId == userId
            select item.CaseId;
        return visible.Where(c =>
            c.Shares.Any(share => share.UserId == userId) || heard.Any(id => id == c.Id)
        );
    }

    /// <summary>Which of these cases, all visible to the viewer, are open to them; what whoever runs the hub sees is open to them.</summary>
    public static async Task<IReadOnlyList<Guid>> OpenAmongAsync(
        this MoothallDb db,
        IReadOnlyList<Guid> visible,
        HubViewer viewer,
        CancellationToken cancel
    ) =>
        viewer.RunsHub
            ? visible
            : await db.Set<HubCase>()
                .Where(c => visible.Contains(c.Id))
                .OpenTo(viewer, db)
                .Select(c => c.Id)
                .ToListAsync(cancel);

    /// <summary>Whether the viewer may work on the case rather than only read it.</summary>
    public static bool CanManage(HubViewer viewer) => viewer.RunsHub;

    /// <summary>
    /// Whether somebody who runs the hub still sees the case as it now stands in memory: asked before a change is saved, so
    /// that nobody locks themselves out unawares.
    /// </summary>
    public static bool StaysVisibleTo(HubCase hubCase, Guid userId) =>
        !hubCase.Exclusions.Exists(exclusion => exclusion.UserId == userId)
        && (
            hubCase.Visibility != CaseVisibility.NamedPeople
            || hubCase.Shares.Exists(share => share.UserId == userId)
        );

    /// <summary>Who can see the case and why, in a sentence or two for its page.</summary>
    /// <param name="hubCase">The case with its exclusions.</param>
    /// <param name="agencies">Names of the agencies named.</param>
    /// <param name="people">Names of the people named.</param>
    /// <param name="listed">Whether it has stood on a published agenda.</param>
    public static string Sentence(
        HubCase hubCase,
        IReadOnlyCollection<string> agencies,
        IReadOnlyCollection<string> people,
        bool listed = true
    )
    {
        var named = agencies.Concat(people).ToList();
        var besides = named.Count == 0 ? "" : $", and those named ({Join(named)})";
        var who = hubCase.Visibility switch
        {
            CaseVisibility.Hub when listed =>
                "Everyone who represents a current member of the hub, because the case is open to the hub and has been on a published agenda"
                    + (people.Count == 0 ? "" : $", and the people named ({Join(people)})"),
            CaseVisibility.Hub => "The Community Safety Team and the chair"
                + besides
                + ". The case is open to the hub, so every current member sees it once an agenda with it is published",
            CaseVisibility.NamedAgencies =>
                $"The Community Safety Team, the chair and the named agencies ({Join(agencies)})"
                    + (people.Count == 0 ? "" : $" and people ({Join(people)})"),
            _ => $"Only the people named ({Join(people)})",
        };
        var shut = hubCase.Exclusions.Count switch
        {
            0 => "",
            1 => " One person is shut out for a conflict of interest.",
            var count => $" {count} people are shut out for a conflict of interest.",
        };
        return $"{who}.{shut}";
    }

    private static string Join(IReadOnlyCollection<string> names) =>
        names.Count == 0 ? "none yet" : string.Join(", ", names);
}
