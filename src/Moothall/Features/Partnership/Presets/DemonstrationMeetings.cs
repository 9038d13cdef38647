using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Meetings.Live;
using Moothall.Platform.Audit;

namespace Moothall.Features.Partnership.Presets;

/// <summary>Holds the past meetings, item by item, as the live meeting's own rules allow.</summary>
internal sealed class DemonstrationMeetings(
    DemonstrationStage stage,
    ReadNotes reads,
    CancellationToken cancel
)
{
    /// <summary>The weeks in which the hour ended before the last case.</summary>
    private static readonly int[] NotReachedWeeks = [1, 4];

    private const int DissentWeek = 2;

    private static readonly string[] Urgent =
    [
        "No urgent matter beyond the cases below.",
        "A heavy frost is forecast; the winter shelter opens tonight if it comes.",
        "A scam text about council tax refunds is going round. Members warn their clients.",
        "Two schools close early on Friday; detached youth team told.",
        "No urgent matter. The new number for out-of-hours repairs was given.",
        "Reports of a dangerous batch of tablets; the drug alert was sent to all members.",
    ];

    private readonly MeetingUseCases useCases = new(stage.Db, reads);
    private readonly DemonstrationActions actions = new(stage);
    private readonly DemonstrationRegister register = new(stage);

    /// <summary>Owners report before a meeting.</summary>
    public void Report(IEnumerable<DemonstrationCase> all, DateTime meeting, int week) =>
        actions.Report(all, meeting, week);

    /// <summary>Some owners have reported already this week.</summary>
    public void ReportEarly(IEnumerable<DemonstrationCase> all) => actions.ReportEarly(all);

    /// <summary>Holds a meeting from the register to its end.</summary>
    public async Task HoldAsync(
        HubMeeting meeting,
        IReadOnlyList<DemonstrationCase> all,
        int week,
        DateTime next
    )
    {
        register.Fill(meeting, week);
        await stage.Db.SaveChangesAsync(cancel);
        var now = meeting.StartsAt.AddMinutes(2);
        DemonstrationReferrals.Must(
            await useCases.StartAsync(
                meeting,
                protocolExplained: true,
                recordingOff: true,
                meeting.ChairName,
                now
            )
        );
        var items = meeting.Items.OrderBy(item => item.Order).ToList();
        var notReached = NotReachedWeeks.Contains(week)
            ? items.FindLast(item => item.Kind == AgendaItemKind.NewCase)
            : null;
        foreach (var item in items)
        {
            DemonstrationReferrals.Must(await useCases.MoveToAsync(meeting, item.Id, now));
            now = now.AddSeconds(50 * Math.Max(1, item.Minutes));
            var ending =
                item == notReached
                    ? new ItemEnding { Outcome = ItemOutcome.NotReached }
                    : await EndingAsync(meeting, item, all, week, next, now);
            if (ending is not null)
            {
                if (ending.Case is CaseDecision.CloseResolved or CaseDecision.CloseNoFurtherAction)
                {
                    // Whether a case may close is asked of the database.
                    await stage.Db.SaveChangesAsync(cancel);
                }

                DemonstrationReferrals.Must(
                    await useCases.EndItemAsync(meeting, item, ending, now)
                );
            }
        }

        DemonstrationReferrals.Must(
            await useCases.EndAsync(
                meeting,
                roomChecked: true,
                stage.Coordinator.User.Name,
                now.AddMinutes(1)
            )
        );
        await stage.Db.SaveChangesAsync(cancel);
    }

    private async Task<ItemEnding?> EndingAsync(
        HubMeeting meeting,
        AgendaItem item,
        IReadOnlyList<DemonstrationCase> all,
        int week,
        DateTime next,
        DateTime now
    )
    {
        switch (item.Kind)
        {
            case AgendaItemKind.Urgent:
                return new() { Summary = Urgent[week % Urgent.Length] };
            case AgendaItemKind.Campaign:
                // The first theme is the guest speaker's, who comes to the meeting ahead.
                var themes = stage.Activity.Themes.Skip(1).ToList();
                var theme = themes[week % themes.Count];
                return new() { Summary = $"{theme.Title}. {theme.Summary}" };
            case AgendaItemKind.NewCase
            or AgendaItemKind.ContinuingCase
                when all.FirstOrDefault(one => one.Case?.Id == item.CaseId) is { } played:
                return played.Actions.Count == 0
                    ? await FirstAsync(meeting, item, played, week, now)
                    : Again(meeting, played, week, next);
            default:
                return null;
        }
    }

    private async Task<ItemEnding> FirstAsync(
        HubMeeting meeting,
        AgendaItem item,
        DemonstrationCase played,
        int week,
        DateTime now
    )
    {
        foreach (var found in played.Story.Research)
        {
            var officer = stage.Representative(found.Membership);
            var shared = new SharedInformation
            {
                ItemId = item.Id,
                OrganisationId = officer.Member!.OrganisationId,
                OrganisationName = officer.Member.Name,
                RecordedByName = stage.Coordinator.User.Name,
                At = now.AddSeconds(-played.Story.Research.Count + item.Shared.Count),
                Text = played.Fill(found.Text),
            };
            item.Shared.Add(shared);
            stage.Db.Add(shared);
        }

        await actions.AgreeAsync(meeting, item, played, week, now);
        return new()
        {
            Summary = played.Fill(played.Story.Discussion),
            Decision = played.Fill(played.Story.Decision),
            Dissent =
                week == DissentWeek
                && item.Order
                    == meeting.Items.Where(one => one.CaseId is not null).Min(one => one.Order)
                    ? "Probation Service would have waited for the pre-sentence report, and asked that this be recorded. They respect the decision."
                    : "",
        };
    }

    private ItemEnding Again(HubMeeting meeting, DemonstrationCase played, int week, DateTime next)
    {
        var (summary, left, nothing) = actions.Hear(played, meeting, week, next);
        var open = played.Actions.Count(one => one.Action.Status == ActionStatus.Open);
        if (left == 0)
        {
            return new() { Outcome = ItemOutcome.NoChange };
        }

        if (open > 0)
        {
            return new()
            {
                Summary = summary,
                Decision = "Keep open until the other actions are done.",
            };
        }

        var monitors = nothing == 0 && stage.Choices.Chance(20);
        return new()
        {
            Summary = summary,
            Decision = monitors ? "Watch for a month; no action open." : "Close.",
            Case =
                monitors ? CaseDecision.Monitor
                : nothing == played.Actions.Count ? CaseDecision.CloseNoFurtherAction
                : CaseDecision.CloseResolved,
        };
    }
}
