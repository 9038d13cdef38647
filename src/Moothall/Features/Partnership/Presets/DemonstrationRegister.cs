using Moothall.Features.CommunitySafetyHub.Meetings;

namespace Moothall.Features.Partnership.Presets;

/// <summary>Who comes to a past meeting: representatives or deputies, apologies, an invitee; each signs before it starts (S1-7.2f).</summary>
internal sealed class DemonstrationRegister(DemonstrationStage stage)
{
    private const int StaysAway = 14;
    private const int SendsApologies = 75;
    private const int InviteeWeek = 3;

    private readonly Attendance attendance = new(stage.Db);

    /// <summary>Fills the register, takes the signatures and marks who is here.</summary>
    public void Fill(HubMeeting meeting, int week)
    {
        Chair(meeting);
        foreach (var group in stage.ByMembership)
        {
            Member(meeting, [.. group]);
        }

        if (week == InviteeWeek)
        {
            Invitee(meeting);
        }
    }

    private void Chair(HubMeeting meeting)
    {
        foreach (
            var (officer, kind) in new[]
            {
                (stage.Chair, AttendeeKind.Chair),
                (stage.Manager, AttendeeKind.Team),
            }
        )
        {
            Comes(meeting, Entry(meeting, officer, kind, "Community Safety Team"), officer);
        }
    }

    private void Member(HubMeeting meeting, IReadOnlyList<Officer> officers)
    {
        var name = officers[0].Member!.Name;
        var team = officers[0].Person.Roles.Contains(Platform.Access.Role.Coordinator);
        var first = Entry(
            meeting,
            officers[0],
            team ? AttendeeKind.Team : AttendeeKind.Representative,
            name
        );
        var away = !team && stage.Choices.Chance(StaysAway);
        if (!away)
        {
            Comes(meeting, first, officers[0]);
        }
        else
        {
            var state = stage.Choices.Chance(SendsApologies)
                ? AttendanceState.Apologies
                : AttendanceState.Absent;
            attendance.Expect(meeting, first);
            DemonstrationReferrals.Must(Attendance.StayAway(meeting, first, state));
        }

        foreach (var other in officers.Skip(1).Where(_ => away || team))
        {
            Comes(
                meeting,
                Entry(meeting, other, team ? AttendeeKind.Team : AttendeeKind.Deputy, name),
                other
            );
        }
    }

    private void Invitee(HubMeeting meeting)
    {
        var officer = stage.Of("guest-landlord");
        var item = meeting
            .Items.Where(one => one.CaseId is not null)
            .OrderBy(one => one.Order)
            .First();
        var entry = new AttendanceEntry
        {
            MeetingId = meeting.Id,
            Name = officer.User.Name,
            OrganisationName = officer.Person.Organisation,
            Kind = AttendeeKind.Invitee,
            InvitedByName = stage.Chair.User.Name,
            InvitedWhy = "Landlord of the home that the item is about",
        };
        entry.Items.Add(new() { EntryId = entry.Id, ItemId = item.Id });
        Comes(meeting, entry, officer);
    }

    private static AttendanceEntry Entry(
        HubMeeting meeting,
        Officer officer,
        AttendeeKind kind,
        string organisation
    ) =>
        new()
        {
            MeetingId = meeting.Id,
            MembershipId = officer.Member?.Id,
            UserId = officer.User.Id,
            Name = officer.User.Name,
            OrganisationName = organisation,
            Kind = kind,
        };

    private void Comes(HubMeeting meeting, AttendanceEntry entry, Officer officer)
    {
        attendance.Expect(meeting, entry);
        var wording = stage.Written.Wording.Id;
        var start = meeting.StartsAt;
        if (officer.Person.HasAccount && entry.UserId is not null)
        {
            var signature = new ConfidentialitySignature
            {
                MeetingId = meeting.Id,
                UserId = officer.User.Id,
                EntryId = entry.Id,
                Name = officer.User.Name,
                WordingId = wording,
                SignedAt = stage.Choices.Chance(50)
                    ? DemonstrationWeeks.Day(start, -1, 16, stage.Choices.Next(59))
                    : start.AddMinutes(-stage.Choices.Between(4, 40)),
                Manner = SigningManner.InProduct,
            };
            meeting.Signatures.Add(signature);
            stage.Db.Add(signature);
        }
        else
        {
            // Settled 16: without an account the statements are read aloud, and someone hears it.
            DemonstrationReferrals.Must(
                attendance.SignFor(
                    meeting,
                    entry,
                    SigningManner.ReadAloud,
                    stage.Coordinator.User.Name,
                    wording,
                    start.AddMinutes(-4),
                    start.AddMinutes(-4)
                )
            );
        }

        var arrived = start.AddMinutes(-stage.Choices.Between(1, 9));
        DemonstrationReferrals.Must(Attendance.Arrive(meeting, entry, null, arrived, start));
    }
}
