using Moothall.Features.Partnership.Bodies;
using Moothall.Features.Partnership.Bodies.BodyActions;
using Moothall.Features.Partnership.Bodies.BodyDocuments;
using Moothall.Features.Partnership.Bodies.BodyMeetings;
using Moothall.Features.Partnership.Bodies.BodyMembers;
using Moothall.Features.Partnership.Bodies.BodyTerms;
using Moothall.Platform.Data;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.House.Markers;

/// <summary>A board with terms in force and others in draft, a meeting, an action, and a document for its one member.</summary>
internal sealed partial class PlantedWorld
{
    private void AddBodies(MoothallDb db)
    {
        string Word(string place) => Marks.Word(Secret.BodyWork, place);
        var board = new GovernanceBody
        {
            Name = "Testbourne Strategic Board",
            Type = BodyType.StrategicBoard,
        };
        var inForce = new TermsVersion { BodyId = board.Id, Number = 1 };
        inForce.Write(Word("TermsVersion.Text"), null);
        inForce.Adopt(null, new(2026, 1, 1), new(2027, 1, 1));
        Marks.Know(inForce.Id.ToString(), Secret.BodyWork, "TermsVersion.Id");
        var draft = new TermsVersion { BodyId = board.Id, Number = 2 };
        draft.Write(Marks.Word(Secret.BodyDraft, "TermsVersion.Text draft"), null);
        Marks.Know(draft.Id.ToString(), Secret.BodyDraft, "TermsVersion.Id");
        var member = new BodyMember
        {
            BodyId = board.Id,
            UserId = People.Police.Id,
            PersonName = People.Police.Name,
            OrganisationId = World.Police,
            Role = BodyRole.Chair,
            From = new(2026, 1, 1),
        };
        // The page that ends a membership is the team's.
        Marks.Know(member.Id.ToString(), Secret.BodyDraft, "BodyMember.Id");
        var meeting = new BodyMeeting
        {
            BodyId = board.Id,
            Details = new()
            {
                Date = new(2026, 12, 1),
                Notes = Word("BodyMeetingDetails.Notes"),
                Joining = Marks.Word(Secret.BodyMembersPaper, "BodyMeetingDetails.Joining"),
            },
        };
        Marks.Know(meeting.Id.ToString(), Secret.BodyWork, "BodyMeeting.Id");
        var item = new BodyAgendaItem
        {
            MeetingId = meeting.Id,
            Order = 1,
            Title = Word("BodyAgendaItem.Title"),
        };
        var entry = new BodyAttendance
        {
            MeetingId = meeting.Id,
            Name = Word("BodyAttendance.Name"),
            Presence = BodyPresence.Present,
        };
        var decision = new BodyDecision
        {
            MeetingId = meeting.Id,
            Number = 1,
            Text = Word("BodyDecision.Text"),
        };
        Marks.Know(item.Id.ToString(), Secret.BodyDraft, "BodyAgendaItem.Id");
        Marks.Know(entry.Id.ToString(), Secret.BodyDraft, "BodyAttendance.Id");
        Marks.Know(decision.Id.ToString(), Secret.BodyDraft, "BodyDecision.Id");
        var action = new BodyAction
        {
            BodyId = board.Id,
            Number = 1,
            OwnerId = World.Charity,
            Details = new() { Text = Word("BodyActionDetails.Text"), Due = new(2026, 12, 1) },
        };
        Marks.Know(action.Id.ToString(), Secret.BodyWork, "BodyAction.Id");
        var file = Keep(Secret.BodyMembersPaper, named: true);
        var document = new BodyDocument
        {
            BodyId = board.Id,
            LastUpdated = Now,
            Details = new()
            {
                Title = Marks.Word(Secret.BodyMembersPaper, "BodyDocumentDetails.Title"),
                Audience = BodyAudience.Members,
            },
        };
        document.Versions.Add(
            new()
            {
                DocumentId = document.Id,
                Number = 1,
                FileId = file.Id,
                AddedByName = "Carys Bevan",
                AddedAt = Now,
            }
        );
        Marks.Know(document.Id.ToString(), Secret.BodyMembersPaper, "BodyDocument.Id");
        db.AddRange(board, inForce, draft, member, meeting, item, entry, decision, action);
        db.AddRange(file, document);
    }
}
