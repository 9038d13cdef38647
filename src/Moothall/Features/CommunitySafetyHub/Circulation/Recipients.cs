using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>
/// Who gets the minutes of a meeting and how (settled 10, S1-3.4): representatives and deputies of the hub's members, lapsed ones
/// shown with why they get nothing, and the invitees on the register. What each may see is asked of the same rule that every
/// page uses, one person at a time: a shorter way would be a second rule.
/// </summary>
public sealed class Recipients(MoothallDb db, TimeProvider clock)
{
    /// <summary>Everyone on the list, in the order of the terms of reference, invitees last.</summary>
    /// <param name="minutes">With sections and signatures loaded.</param>
    /// <param name="only">Just this person, as before their copy is sent; everyone without it.</param>
    /// <param name="cancel">Stops the search.</param>
    public async Task<IReadOnlyList<RecipientLine>> ForAsync(
        Minutes minutes,
        Guid? only = null,
        CancellationToken cancel = default
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = UkTime.DateOf(now);
        var candidates = (await MembersAsync(minutes.MeetingId, today, cancel))
            .Concat(await InviteesAsync(minutes.MeetingId, cancel))
            .Where(one => only is null || one.UserId == only)
            .ToList();
        var ids = candidates.Select(one => one.UserId).OfType<Guid>().Distinct().ToList();
        var accounts = await db.PeopleLetIn()
            .AsNoTracking()
            .Where(user => ids.Contains(user.Id))
            .ToDictionaryAsync(user => user.Id, cancel);
        var facts = await RouteFacts.ReadAsync(db, ids, now, cancel);
        var lines = new List<RecipientLine>();
        foreach (
            var one in candidates
                .Where(one => one.UserId is not { } id || accounts.ContainsKey(id))
                .OrderBy(one => one.Shut is not null)
                .ThenBy(one => one.Place)
                .ThenBy(one => one.OrganisationName, StringComparer.Ordinal)
                .ThenBy(one => one.Name, StringComparer.Ordinal)
                .DistinctBy(one => one.UserId ?? one.EntryId)
                .OrderBy(one => one.Place)
        )
        {
            var account = one.UserId is { } id ? accounts[id] : null;
            lines.Add(await LineAsync(minutes, one, account, facts, cancel));
        }

        return lines;
    }

    private async Task<RecipientLine> LineAsync(
        Minutes minutes,
        Candidate one,
        User? account,
        RouteFacts facts,
        CancellationToken cancel
    )
    {
        var sections = (account, one.EntryId) switch
        {
            ({ } person, _) => await db.SectionsForAsync(
                minutes,
                await HubViewers.ForAsync(db, person.Id, facts.Today, cancel),
                cancel
            ),
            (null, { } entry) => await db.SectionsForInviteeAsync(minutes, entry, cancel),
            _ => [],
        };
        var verdict = RouteDecision.Decide(
            facts.Of(
                one.Kind,
                account,
                one.Shut is null,
                minutes.Sections.Count(IsItem),
                sections.Count(IsItem)
            ),
            facts.Domains,
            facts.Today
        );
        if (one.Shut is { } shut && verdict.Route == CirculationRoute.None)
        {
            verdict = verdict with { Reason = $"{verdict.Reason} {shut}" };
        }

        return new(
            account?.Id,
            account?.Name ?? one.Name,
            one.OrganisationName,
            account?.Email ?? "",
            account?.PhoneNumber ?? "",
            verdict
        );
    }

    // The parts that can be withheld; the register and the like are in every member's copy.
    private static bool IsItem(MinutesSection section) =>
        section.Kind is MinutesSectionKind.Item or MinutesSectionKind.Actions;

    private async Task<IEnumerable<Candidate>> MembersAsync(
        Guid meetingId,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var body = db.Set<HubMeeting>().Where(m => m.Id == meetingId).Select(m => m.BodyId);
        var members = await db.Set<HubMembership>()
            .AsNoTracking()
            .Include(member => member.Representatives)
            .Where(member => body.Contains(member.BodyId))
            .Where(member => member.LeftOn == null || member.LeftOn >= today)
            .OrderBy(member => member.Order)
            .ThenBy(member => member.Name)
            .ToListAsync(cancel);
        return members.SelectMany(
            (member, place) =>
                member
                    .Representatives.Where(person =>
                        person.From <= today && (person.Until is null || person.Until >= today)
                    )
                    .OrderBy(person => person.IsDeputy)
                    .Select(person => new Candidate(
                        RecipientKind.MemberRepresentative,
                        person.UserId,
                        null,
                        "",
                        member.Name,
                        member.ShutBecause(today),
                        place
                    ))
        );
    }

    private async Task<IEnumerable<Candidate>> InviteesAsync(
        Guid meetingId,
        CancellationToken cancel
    )
    {
        var entries = await db.Set<AttendanceEntry>()
            .AsNoTracking()
            .Where(entry => entry.MeetingId == meetingId && entry.MembershipId == null)
            .Where(entry => entry.Kind != AttendeeKind.Team)
            .OrderBy(entry => entry.Name)
            .ToListAsync(cancel);
        // Who was invited and did not come has not heard the items and signed nothing.
        return entries.Select(entry => new Candidate(
            entry.State == AttendanceState.Present
                ? RecipientKind.RegisteredInvitee
                : RecipientKind.Other,
            entry.UserId,
            entry.Id,
            entry.Name,
            entry.OrganisationName,
            null,
            int.MaxValue
        ));
    }

    private sealed record Candidate(
        RecipientKind Kind,
        Guid? UserId,
        Guid? EntryId,
        string Name,
        string OrganisationName,
        string? Shut,
        int Place
    );
}
