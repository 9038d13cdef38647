using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.AgencySheets;

/// <summary>
/// Who gets a member's sheet and how, by the same decision as minutes: its representatives, the deputies where there is no other.
/// What each may have is asked of the rule that every page uses.
/// </summary>
public sealed class SheetRecipients(MoothallDb db, SheetContents contents, TimeProvider clock)
{
    /// <summary>The recipients of one sheet with route and reason.</summary>
    /// <param name="member">With its representatives.</param>
    /// <param name="kind">Which sheet.</param>
    /// <param name="meeting">The hub it is for.</param>
    /// <param name="cancel">Stops the search.</param>
    public async Task<IReadOnlyList<RecipientLine>> ForAsync(
        HubMembership member,
        SheetKind kind,
        HubMeeting meeting,
        CancellationToken cancel = default
    )
    {
        // Who gets it is asked here; the sheet itself is shown to nobody.
        using var unnoted = ReadNotes.Pause(db.Reads);
        var now = clock.GetUtcNow().UtcDateTime;
        var today = UkTime.DateOf(now);
        var ids = Acting(member, today, await OnlyListedAsync(db, cancel));
        var accounts = await db.PeopleLetIn()
            .AsNoTracking()
            .Where(user => ids.Contains(user.Id))
            .OrderBy(user => user.Name)
            .ToListAsync(cancel);
        var facts = await RouteFacts.ReadAsync(db, ids, now, cancel);
        var onPaper = await db.Set<OnPaper>()
            .AnyAsync(one => one.MembershipId == member.Id && one.EndedAt == null, cancel);
        var lines = new List<RecipientLine>();
        foreach (var account in accounts)
        {
            var reader = await HubViewers.ForAsync(db, account.Id, today, cancel);
            var (open, all) = await CountAsync(member, kind, meeting, reader, cancel);
            var recipient = facts.Of(
                RecipientKind.MemberRepresentative,
                account,
                member.ShutBecause(today) is null,
                all,
                open
            ) with
            {
                Paper =
                    kind == SheetKind.Actions ? PaperWords.ActionSheet : PaperWords.ResearchList,
            };
            if (onPaper && recipient is { CanSignIn: true, Prefers: null })
            {
                // Decided with them that they do not sign in: by e-mail where that is secure.
                recipient = recipient with
                {
                    Prefers = CirculationRoute.SecureAddress,
                };
            }

            var verdict = RouteDecision.Decide(recipient, facts.Domains, today);
            if (verdict.Route == CirculationRoute.None && member.ShutBecause(today) is { } shut)
            {
                verdict = verdict with { Reason = $"{verdict.Reason} {shut}" };
            }

            lines.Add(
                new(
                    account.Id,
                    account.Name,
                    member.Name,
                    account.Email ?? "",
                    account.PhoneNumber ?? "",
                    verdict
                )
            );
        }

        return lines;
    }

    /// <summary>The accounts that act for the member today; deputies only where nobody else does.</summary>
    public static IReadOnlyList<Guid> Acting(
        HubMembership member,
        DateOnly today,
        IReadOnlySet<Guid> onlyListed
    )
    {
        var acting = member
            .Representatives.Where(one => one.ActsOn(today) && !onlyListed.Contains(one.UserId))
            .ToList();
        var first = acting.Where(one => !one.IsDeputy).ToList();
        return [.. (first.Count > 0 ? first : acting).Select(one => one.UserId).Distinct()];
    }

    /// <summary>The accounts that no sheet goes to, because nobody let them in.</summary>
    public static Task<HashSet<Guid>> OnlyListedAsync(MoothallDb db, CancellationToken cancel) =>
        db.OnlyListed().Select(user => user.Id).ToHashSetAsync(cancel);

    private async Task<(int Open, int All)> CountAsync(
        HubMembership member,
        SheetKind kind,
        HubMeeting meeting,
        HubViewer reader,
        CancellationToken cancel
    )
    {
        if (kind == SheetKind.Research)
        {
            var names = (await contents.NamesAsync(member, meeting, reader)).Count;
            return (names, names);
        }

        var actions = await contents.ActionsAsync(member, [reader], cancel);
        return (actions.Listed.Count, actions.Listed.Count + actions.ByTelephone);
    }
}
