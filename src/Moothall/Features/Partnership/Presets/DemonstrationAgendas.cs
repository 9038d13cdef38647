using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Audit;

namespace Moothall.Features.Partnership.Presets;

/// <summary>Plans the meetings, builds and publishes their agendas, and gives members' research.</summary>
internal sealed class DemonstrationAgendas(
    DemonstrationStage stage,
    ReadNotes reads,
    CancellationToken cancel
)
{
    /// <summary>Members whose records hold nothing, beside those the story names.</summary>
    private const int NotKnownToOthers = 2;

    private readonly AgendaDrafts drafts = new(stage.Db, reads);

    /// <summary>Every meeting, past and ahead, as planned before the first of them.</summary>
    public List<HubMeeting> Plan()
    {
        var hub = stage.Written.Hub;
        hub.Times.Venue = "Council offices, Wending Room, and by video link";
        var schedule = hub.Times.ToSchedule();
        var meetings = stage
            .Weeks.Past.Concat(stage.Weeks.Ahead)
            .Select(start => new HubMeeting
            {
                BodyId = hub.Id,
                StartsAt = start,
                Slot = start,
                Minutes = schedule.Minutes,
                CutOffAt = schedule.CutOff(start),
                Mode = hub.Times.Mode,
                Place = hub.Times.Venue,
                ChairId = stage.Chair.User.Id,
                ChairName = stage.Chair.User.Name,
            })
            .ToList();
        stage.Db.AddRange(meetings);
        return meetings;
    }

    /// <summary>Brings a draft up to what has arrived.</summary>
    public async Task DraftAsync(HubMeeting meeting)
    {
        await drafts.BringInAsync(meeting);
        await stage.Db.SaveChangesAsync(cancel);
    }

    /// <summary>Publishes the agenda on the day before the meeting, and again where it changed since.</summary>
    public async Task PublishAsync(HubMeeting meeting, DateTime at)
    {
        await DraftAsync(meeting);
        DemonstrationReferrals.Must(
            AgendaPublishing.Publish(
                stage.Db,
                meeting,
                await drafts.ItemsAsync(meeting.Id),
                stage.Coordinator.User.Name,
                at
            )
        );
        await stage.Db.SaveChangesAsync(cancel);
    }

    /// <summary>What members found in their own records about the new cases.</summary>
    public void Research(HubMeeting meeting, IEnumerable<DemonstrationCase> all)
    {
        var heard = meeting
            .Items.Where(item => item.Kind == AgendaItemKind.NewCase)
            .Select(item => item.CaseId)
            .ToHashSet();
        foreach (
            var played in all.Where(one => one.Case is not null && heard.Contains(one.Case.Id))
        )
        {
            foreach (var found in played.Story.Research)
            {
                Return(meeting, played, found.Membership, played.Fill(found.Text));
            }

            if (played.Case!.Visibility != CommunitySafetyHub.Cases.CaseVisibility.Hub)
            {
                continue;
            }

            var others = stage
                .ByMembership.Select(group => group.Key)
                .Where(number => number != 7)
                .Except(played.Story.Research.Select(one => one.Membership))
                .ToList();
            foreach (var number in stage.Choices.Shuffled(others).Take(NotKnownToOthers))
            {
                Return(meeting, played, number, null);
            }
        }
    }

    private void Return(HubMeeting meeting, DemonstrationCase played, int number, string? text)
    {
        var officer = stage.Representative(number);
        stage.Db.Add(
            new ResearchReturn
            {
                MeetingId = meeting.Id,
                CaseId = played.Case!.Id,
                PersonId = played.People.Count == 0 ? null : played.People[0].Id,
                MembershipId = officer.Member!.Id,
                Answer = text is null ? ResearchAnswer.NotKnown : ResearchAnswer.Known,
                Summary = text ?? "",
                GivenByName = officer.User.Name,
                GivenAt = DemonstrationWeeks
                    .Day(meeting.StartsAt, -1, 16)
                    .AddMinutes(stage.Choices.Next(75)),
            }
        );
    }
}
