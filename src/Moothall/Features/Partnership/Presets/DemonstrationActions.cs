using Moothall.Features.CommunitySafetyHub;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Presets;

/// <summary>Actions agreed at invented meetings, what is reported on them, and how they leave the list.</summary>
internal sealed class DemonstrationActions(DemonstrationStage stage)
{
    private const int Reported = 78;
    private const int EarlyReports = 35;
    private const int LeftOverdue = 30;
    private const int NothingMore = 10;

    private readonly ActionUseCases actions = new(stage.Db);

    /// <summary>Agrees the actions of a story at its first hearing.</summary>
    public async Task AgreeAsync(
        HubMeeting meeting,
        AgendaItem item,
        DemonstrationCase played,
        int week,
        DateTime now
    )
    {
        foreach (var story in played.Story.Actions)
        {
            var owner = stage.Representative(story.Owner);
            var form = new ActionForm
            {
                Text = played.Fill(story.Text),
                OwnerMembershipId = owner.Member!.Id,
                OwnerUserId = owner.Person.HasAccount ? owner.User.Id : null,
            };
            var recorded = await actions.RecordAsync(meeting, item, form, now);
            DemonstrationReferrals.Must(recorded.Problem);
            recorded.Action!.Priorities.AddRange(stage.Called(story.Priorities ?? []));
            // One after the other, so that lists in the order of agreeing come out the same.
            now = now.AddSeconds(1);
            played.Actions.Add((recorded.Action, story, week + stage.Choices.Between(1, 3)));
        }
    }

    /// <summary>This week some owners have reported already, days before the meeting.</summary>
    public void ReportEarly(IEnumerable<DemonstrationCase> all)
    {
        var open = Open(all).Where(_ => stage.Choices.Chance(EarlyReports)).ToList();
        foreach (var (played, action, story, _) in open)
        {
            var owner = stage.Representative(story.Owner);
            if (owner.Person.HasAccount)
            {
                var form = new UpdateForm
                {
                    Progress = ReportedProgress.InProgress,
                    Text = played.Fill(story.Update),
                };
                var at = stage.Recently(stage.Choices.Between(60, 4000));
                DemonstrationReferrals.Must(actions.Report(action, form, owner.Viewer, at));
            }
        }
    }

    /// <summary>Owners report in the days before a meeting; the week counts from the first past one.</summary>
    public void Report(IEnumerable<DemonstrationCase> all, DateTime meeting, int week)
    {
        foreach (var (played, action, story, off) in Open(all))
        {
            var ends = off <= week;
            if (!ends && !stage.Choices.Chance(Reported))
            {
                continue;
            }

            var owner = stage.Representative(story.Owner);
            var by = owner.Person.HasAccount ? owner : stage.Coordinator;
            var told = stage
                .Db.Set<ActionUpdate>()
                .Local.Any(update => update.ActionId == action.Id);
            var at = stage.Passed(
                DemonstrationWeeks.Day(meeting, -1, 9).AddMinutes(stage.Choices.Next(170))
            );
            var form = new UpdateForm
            {
                Progress =
                    ends ? ReportedProgress.Done
                    : told ? ReportedProgress.NoChange
                    : ReportedProgress.InProgress,
                Text =
                    ends ? played.Fill(story.Result)
                    : told ? ""
                    : played.Fill(story.Update),
                Received =
                    by == owner
                        ? new()
                        : new() { From = owner.User.Name, By = ReceivedBy.Telephone },
            };
            if (at > action.AgreedAt)
            {
                DemonstrationReferrals.Must(actions.Report(action, form, by.Viewer, at));
            }
        }
    }

    /// <summary>The meeting hears a case's actions: some leave the list, the others get another day.</summary>
    /// <returns>What was said, for the chair's summary, and how many left the list as no further hub action.</returns>
    public (string Summary, int Left, int NothingMore) Hear(
        DemonstrationCase played,
        HubMeeting meeting,
        int week,
        DateTime next
    )
    {
        var said = new List<string>();
        var (left, nothing) = (0, 0);
        foreach (var (_, action, story, off) in Open([played]).ToList())
        {
            if (off > week)
            {
                if (!stage.Choices.Chance(LeftOverdue))
                {
                    action.Due = UkTime.DateOf(next);
                }

                continue;
            }

            left++;
            if (stage.Choices.Chance(NothingMore))
            {
                nothing++;
                DemonstrationReferrals.Must(
                    action.TakeOff(
                        ActionStatus.NoFurtherAction,
                        "Superseded: the matter has moved on and another agency holds it.",
                        meeting.Id
                    )
                );
                said.Add($"{action.OwnerName} can do no more on this and the hub agrees.");
            }
            else
            {
                DemonstrationReferrals.Must(
                    action.TakeOff(ActionStatus.Resolved, played.Fill(story.Result), meeting.Id)
                );
                said.Add(played.Fill(story.Result));
            }
        }

        return (string.Join(" ", said), left, nothing);
    }

    private static IEnumerable<(
        DemonstrationCase Case,
        HubAction Action,
        PresetStoryAction Story,
        int Off
    )> Open(IEnumerable<DemonstrationCase> all) =>
        all.SelectMany(one => one.Actions.Select(a => (one, a.Action, a.Story, a.Off)))
            .Where(one => one.Action.Status == ActionStatus.Open);
}
