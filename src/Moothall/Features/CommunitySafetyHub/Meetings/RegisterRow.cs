using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>
/// A line of the register as it is shown: also of representatives and of the chair who are not on it yet. Its key is the
/// entry's id, or <c>membership:account</c> or <c>chair:account</c> where there is no entry.
/// </summary>
public sealed record RegisterRow(
    string Key,
    string Name,
    string Agency,
    AttendeeKind Kind,
    AttendanceState? State,
    bool HasSigned,
    DateTime? ArrivedAt,
    DateTime? LeftAt,
    string Invitation
)
{
    /// <summary>The key of whoever is named to chair and has no line yet.</summary>
    public static string OfChair(Guid userId) => $"chair:{userId}";

    /// <summary>As what they attend, with whom they interpret for.</summary>
    public string AttendsAs { get; init; } = "";

    /// <summary>How and before whom they signed, where another person recorded it.</summary>
    public string Signing { get; init; } = "";

    /// <summary>Waits for the next item.</summary>
    public bool Waits { get; init; }

    /// <summary>That they were let in before the next item; empty where not.</summary>
    public string LetIn { get; init; } = "";
}

/// <summary>The register of a meeting: every membership with its people, then the others.</summary>
/// <param name="Members">Rows by membership, in the order of the terms of reference.</param>
/// <param name="Others">The team and the chair without a membership, and invitees.</param>
public sealed record RegisterSheet(
    IReadOnlyList<(string Member, IReadOnlyList<RegisterRow> Rows)> Members,
    IReadOnlyList<RegisterRow> Others
)
{
    /// <summary>All rows.</summary>
    public IEnumerable<RegisterRow> Rows => Members.SelectMany(m => m.Rows).Concat(Others);

    /// <summary>Those for whom someone may interpret, by their keys.</summary>
    public IReadOnlyList<SelectListItem> Speakers =>
        [
            .. Rows.Where(row => !AttendeeRights.WithoutPapers.Contains(row.Kind))
                .Select(row => new SelectListItem($"{row.Name}, {row.Agency}", row.Key)),
        ];

    /// <summary>Reads it.</summary>
    public static async Task<RegisterSheet> ReadAsync(MoothallDb db, HubMeeting meeting)
    {
        var day = UkTime.DateOf(meeting.StartsAt);
        var members = await db.Set<HubMembership>()
            .AsNoTracking()
            .Include(member => member.Representatives)
            .Where(member => member.BodyId == meeting.BodyId)
            .Where(member => member.LeftOn == null || member.LeftOn >= day)
            .OrderBy(member => member.Order)
            .ToListAsync();
        var ids = members.SelectMany(m => m.Representatives).Select(r => r.UserId).ToList();
        var names = await db.Set<User>()
            .Where(user => ids.Contains(user.Id) && user.LeftAt == null)
            .ToDictionaryAsync(user => user.Id, user => user.Name);
        return new(
            [.. members.Select(member => (member.Name, Of(meeting, member, names, day)))],
            [
                .. meeting
                    .Register.Where(entry => entry.MembershipId is null)
                    .OrderBy(entry => entry.Kind)
                    .ThenBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
                    .Select(entry => Row(meeting, entry)),
                .. ChairToCome(meeting, ids),
            ]
        );
    }

    // Whoever is named to chair may act for no member and is expected all the same.
    private static IEnumerable<RegisterRow> ChairToCome(
        HubMeeting meeting,
        List<Guid> representatives
    )
    {
        if (
            meeting.ChairId is { } chair
            && !representatives.Contains(chair)
            && !meeting.Register.Exists(entry => entry.UserId == chair)
        )
        {
            yield return new(
                RegisterRow.OfChair(chair),
                meeting.ChairName,
                "",
                AttendeeKind.Chair,
                null,
                meeting.Signatures.Exists(signature => signature.UserId == chair),
                null,
                null,
                ""
            );
        }
    }

    private static IReadOnlyList<RegisterRow> Of(
        HubMeeting meeting,
        HubMembership member,
        Dictionary<Guid, string> names,
        DateOnly day
    )
    {
        var entries = meeting.Register.Where(entry => entry.MembershipId == member.Id).ToList();
        var rows = entries.Select(entry => Row(meeting, entry)).ToList();
        var people = member
            .Representatives.Where(person =>
                person.From <= day && (person.Until is null || person.Until >= day)
            )
            .Where(person => names.ContainsKey(person.UserId))
            .Where(person => entries.All(entry => entry.UserId != person.UserId))
            .OrderBy(person => person.IsDeputy);
        rows.AddRange(
            people.Select(person => new RegisterRow(
                $"{member.Id}:{person.UserId}",
                names[person.UserId],
                member.Name,
                person.IsDeputy ? AttendeeKind.Deputy : AttendeeKind.Representative,
                null,
                meeting.Signatures.Any(signature => signature.UserId == person.UserId),
                null,
                null,
                ""
            ))
        );
        return rows;
    }

    private static RegisterRow Row(HubMeeting meeting, AttendanceEntry entry) =>
        new(
            entry.Id.ToString(),
            entry.Name,
            entry.OrganisationName,
            entry.Kind,
            entry.State,
            Attendance.HasSigned(meeting, entry),
            entry.ArrivedAt,
            entry.LeftAt,
            entry.InvitedByName.Length == 0
                ? ""
                : $"Invited by {entry.InvitedByName}: {entry.InvitedWhy}"
        )
        {
            AttendsAs = entry.AttendsAs,
            Signing = Signing(meeting, entry),
            Waits = entry.WaitsFor(meeting.CurrentItemId),
            LetIn = entry.LetInAt is { } at
                ? $"Let in by {entry.LetInByName} at {UkTime.Clock(at)}"
                : "",
        };

    private static string Signing(HubMeeting meeting, AttendanceEntry entry) =>
        meeting.Signatures.FirstOrDefault(one => Attendance.IsOf(one, entry))
            is { Manner: not SigningManner.InProduct } one
            ? $"{DisplayNames.Of(one.Manner)} at {UkTime.Clock(one.SignedAt)}, witness {one.WitnessName}{(one.SheetId is null ? "" : ", sheet attached")}"
            : "";
}
