using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>
/// Who may sign minutes as things stand: two people must (S1-7.2j), and nobody signs what they may not read, so a case of
/// named people can leave too few.
/// </summary>
public static class Approvers
{
    private static readonly Role[] Signers = RoleMatrix.With(Permission.SignMinutes);

    /// <summary>The Community Safety Team and the reserves of a day, leavers apart, by name.</summary>
    public static IQueryable<User> On(MoothallDb db, DateOnly day) =>
        db.Set<User>()
            .Where(user =>
                user.LeftAt == null
                && user.Grants.Any(grant =>
                    Signers.Contains(grant.Role)
                    && grant.From <= day
                    && (grant.Until == null || grant.Until >= day)
                )
            )
            .OrderBy(user => user.Name);

    /// <summary>
    /// What the team must know before signing, without a word of any case: how many parts are closed to this viewer, and who
    /// can sign. Nothing where two or more can and the viewer reads the whole.
    /// </summary>
    public static async Task<string?> WarningAsync(
        MoothallDb db,
        Minutes minutes,
        HubViewer viewer,
        DateOnly today,
        CancellationToken cancel = default
    )
    {
        if (minutes.Status == MinutesStatus.Released)
        {
            return null;
        }

        var parts = minutes.Sections.Count;
        var closed = parts - (await db.SectionsForAsync(minutes, viewer, cancel)).Count;
        var drafted = UkTime.DateOf(minutes.CreatedAt);
        var people = await On(db, today)
            .AsNoTracking()
            .Include(user => user.Grants)
            .ToListAsync(cancel);
        var able = new List<string>();
        foreach (var person in people)
        {
            // A reserve is named before the minutes are drafted (settled 15).
            var named = person.Grants.Any(grant =>
                (grant.Role != Role.MinuteApprover || grant.From < drafted)
                && Signers.Contains(grant.Role)
                && grant.IsHeldOn(today)
            );
            var other = await HubViewers.ForAsync(db, person.Id, today, cancel);
            if (named && (await db.SectionsForAsync(minutes, other, cancel)).Count == parts)
            {
                able.Add(person.Name);
            }
        }

        return Words(closed, able);
    }

    /// <summary>The same in words, from how many parts are closed and the names of those who can sign.</summary>
    public static string? Words(int closed, IReadOnlyList<string> able)
    {
        if (closed == 0 && able.Count >= Signing.Needed)
        {
            return null;
        }

        var shut = closed switch
        {
            0 => "",
            1 => "One item of these minutes is closed to you. ",
            _ => $"{closed} items of these minutes are closed to you. ",
        };
        return shut
            + able.Count switch
            {
                0 =>
                    "Nobody can sign as things stand: name two members of the team on the cases that are closed to them.",
                1 =>
                    $"Only {able[0]} can sign, and two must: name another member of the team on the case that is closed to the others.",
                _ => $"Those who can sign: {string.Join(", ", able)}.",
            };
    }

    /// <summary>
    /// Warns where so few approvers see a case as it now stands in memory that no minutes which mention it can get their two
    /// signatures; nothing where two or more do.
    /// </summary>
    public static async Task<string?> WarningAsync(
        MoothallDb db,
        HubCase hubCase,
        DateOnly today,
        CancellationToken cancel = default
    )
    {
        if (hubCase.Visibility != CaseVisibility.NamedPeople && hubCase.Exclusions.Count == 0)
        {
            return null;
        }

        var people = await On(db, today)
            .Select(user => new { user.Id, user.Name })
            .ToListAsync(cancel);
        var able = people.FindAll(person => CaseAccess.StaysVisibleTo(hubCase, person.Id));
        const string rule =
            "Two of the Community Safety Team must be able to sign minutes that mention this case";
        return able.Count switch
        {
            0 => $"{rule}, and none of them sees it. Name two of them.",
            1 => $"{rule}, and only {able[0].Name} sees it. Name another of them.",
            _ => null,
        };
    }
}
