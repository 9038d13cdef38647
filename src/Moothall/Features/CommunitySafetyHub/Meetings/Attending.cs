using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>A member that someone acts for at this hub.</summary>
public sealed record ActingFor(Guid MembershipId, string Name, bool IsDeputy);

/// <summary>The current person at one meeting: as what they attend and how far the door is open to them.</summary>
/// <param name="Meeting">The meeting, tracked, with its register and signatures; its items are loaded by who shows them.</param>
/// <param name="Viewer">The person.</param>
/// <param name="Members">The open memberships of this hub that they act for.</param>
/// <param name="Comer">The same as the door reads it.</param>
public sealed record Attending(
    HubMeeting Meeting,
    HubViewer Viewer,
    IReadOnlyList<ActingFor> Members,
    Comer Comer
)
{
    /// <summary>Their own lines of the register: one for each member they act for.</summary>
    public IReadOnlyList<AttendanceEntry> Entries =>
        [.. Meeting.Register.Where(entry => entry.UserId == Viewer.UserId)];

    /// <summary>Whether they may run this meeting: the team and the chair, and whoever took the chair over (settled 15).</summary>
    public bool Runs => Viewer.RunsHub || Meeting.ChairId == Viewer.UserId;

    /// <summary>How far the door is open while the meeting is in this part.</summary>
    public MeetingDoor Door(bool partB) => MeetingDoor.Of(Comer, partB);

    /// <summary>Finds the meeting and the person at it; nothing where they may not know of it.</summary>
    public static async Task<Attending?> FindAsync(
        MoothallDb db,
        HubViewer viewer,
        Guid meetingId,
        CancellationToken cancel = default
    )
    {
        var meeting = await db.Set<HubMeeting>()
            .VisibleTo(viewer, db)
            .Include(m => m.Register)
                .ThenInclude(entry => entry.Items)
            .Include(m => m.Signatures)
            .AsSplitQuery()
            .SingleOrDefaultAsync(m => m.Id == meetingId, cancel);
        if (meeting is null)
        {
            return null;
        }

        var (open, userId) = (viewer.MembershipIds, viewer.UserId);
        var members = await db.Set<HubMembership>()
            .Where(member => open.Contains(member.Id) && member.BodyId == meeting.BodyId)
            .OrderBy(member => member.Order)
            .Select(member => new ActingFor(
                member.Id,
                member.Name,
                !member.Representatives.Any(person => person.UserId == userId && !person.IsDeputy)
            ))
            .ToListAsync(cancel);
        var own = meeting.Register.Where(entry => entry.UserId == userId).ToList();
        var invited = own.Where(entry => entry.IsInvited).ToList();
        var invitedFor = invited.SelectMany(entry => entry.Items).Select(i => i.ItemId).ToList();
        var partB =
            invitedFor.Count > 0
            && await db.Set<AgendaItem>()
                .AnyAsync(i => invitedFor.Contains(i.Id) && i.Part == AgendaPart.B, cancel);
        var runs = viewer.RunsHub || meeting.ChairId == userId;
        var interprets = await InterpretersHearAsync(db, meeting, own, cancel);
        return new(
            meeting,
            viewer,
            members,
            new(
                viewer.RunsHub,
                members.Count > 0,
                members.Any(member => viewer.CaseMembershipIds.Contains(member.MembershipId)),
                invited.Count > 0,
                partB || interprets,
                meeting.Signatures.Any(signature => signature.UserId == userId),
                own.Any(entry => entry.IsHere),
                viewer.ShutBecause
            )
            {
                HasNoPapers =
                    !runs
                    && members.Count == 0
                    && invited.Count > 0
                    && invited.TrueForAll(entry =>
                        AttendeeRights.WithoutPapers.Contains(entry.Kind)
                    ),
                Waits =
                    !runs
                    && meeting.CurrentItemId is { } current
                    && own.Exists(entry => entry.WaitsItemId == current),
            }
        );
    }

    // An interpreter stays for named cases where the person they interpret for does.
    private static async Task<bool> InterpretersHearAsync(
        MoothallDb db,
        HubMeeting meeting,
        List<AttendanceEntry> own,
        CancellationToken cancel
    )
    {
        var ids = own.ConvertAll(entry => entry.InterpretsForId);
        var speakers = meeting.Register.Where(entry => ids.Contains(entry.Id)).ToList();
        return speakers.Count > 0
            && (await PartBHearers.OfAsync(db, meeting, cancel)).Any(speakers.Contains);
    }

    /// <summary>Their lines of the register, made now where they have none yet (attendance counts per membership, S1-5.1).</summary>
    public async Task<IReadOnlyList<AttendanceEntry>> EnterAsync(MoothallDb db)
    {
        var missing = Members.Where(member =>
            !Entries.Any(entry => entry.MembershipId == member.MembershipId)
        );
        foreach (var member in missing.ToList())
        {
            var kind =
                Viewer.IsTeam ? AttendeeKind.Team
                : Meeting.ChairId == Viewer.UserId ? AttendeeKind.Chair
                : member.IsDeputy ? AttendeeKind.Deputy
                : AttendeeKind.Representative;
            Add(db, kind, member.MembershipId, member.Name);
        }

        if (Entries.Count == 0)
        {
            var agency = await db.Set<Organisation>()
                .Where(organisation => organisation.Id == Viewer.OrganisationId)
                .Select(organisation => organisation.Name)
                .SingleOrDefaultAsync();
            Add(db, Viewer.IsTeam ? AttendeeKind.Team : AttendeeKind.Chair, null, agency ?? "");
        }

        return Entries;
    }

    private void Add(MoothallDb db, AttendeeKind kind, Guid? membershipId, string agency)
    {
        var entry = new AttendanceEntry
        {
            MeetingId = Meeting.Id,
            MembershipId = membershipId,
            UserId = Viewer.UserId,
            Name = Viewer.Name,
            OrganisationName = agency,
            Kind = kind,
        };
        Meeting.Register.Add(entry);
        // Its key is set already, so the context would take a row found through the list for one to update.
        db.Add(entry);
    }
}
