using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Meetings.Live;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Audit;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.WriteUps;

/// <summary>What was said and decided under the items.</summary>
public sealed partial class WriteUpUseCases
{
    /// <summary>Records how an item went, with the decision about its case and what an agency shared.</summary>
    /// <returns>What is wrong, or nothing.</returns>
    public async Task<PaperProblem?> ItemAsync(
        HubMeeting meeting,
        AgendaItem item,
        ItemRow row,
        string byName
    )
    {
        var problem = await WentAsync(meeting, item, row);
        if (problem is null && row.Share.IsTyped)
        {
            problem = await ShareAsync(meeting, item, row.Share, byName);
        }

        return problem is null ? null : problem with { Row = $"{item.Id}" };
    }

    private async Task<PaperProblem?> WentAsync(HubMeeting meeting, AgendaItem item, ItemRow row)
    {
        // The whole list comes back from the page: who writes up one item says nothing about the others.
        if (row.IsUntouched)
        {
            return null;
        }

        var other = row.Outcome;
        if (row.Meets(item))
        {
            var theirs =
                item.Outcome is { } said && said != other
                    ? $" as {DisplayNames.Of(said).ToLowerInvariant()}"
                    : "";
            return new(
                "Summary",
                $"Item {item.Order}: someone else wrote it up meanwhile{theirs}. Both texts are in its boxes: put them right, then save again."
            );
        }

        var started = TimeOf(meeting, row.Started, null, item.StartedAt);
        var ended = TimeOf(meeting, row.Ended, null, item.EndedAt);
        if (TimesProblem(meeting, item, row, started, ended) is { } wrong)
        {
            return wrong;
        }

        if (ItemEnding.LacksSummary(item, row.Outcome, row.Summary))
        {
            return new("Summary", $"Item {item.Order} was discussed: write its summary.");
        }

        if (item.Case is { } hubCase && row.Case != CaseDecision.AsItStands)
        {
            var open = await OpenActionsAsync(hubCase);
            var ending = new ItemEnding
            {
                Outcome = row.Outcome ?? ItemOutcome.NotReached,
                Summary = row.Summary,
                Case = row.Case,
            };
            if (ending.Decide(hubCase, open, ended ?? meeting.StartsAt) is { } problem)
            {
                return new("Case", $"Item {item.Order}: {problem}");
            }
        }

        (item.Outcome, item.StartedAt, item.EndedAt) = (row.Outcome, started, ended);
        (item.Summary, item.Decision, item.Dissent) = (row.Summary, row.Decision, row.Dissent);
        return null;
    }

    // What the same form takes off the list is not saved yet and counts no more. Nobody is shown these.
    private async Task<int> OpenActionsAsync(HubCase hubCase)
    {
        using var unnoted = ReadNotes.Pause(db.Reads);
        var listed = await db.Set<HubAction>()
            .Where(action => action.CaseId == hubCase.Id && action.Status == ActionStatus.Open)
            .ToListAsync();
        return listed.Count(action => action.Status == ActionStatus.Open);
    }

    private static PaperProblem? TimesProblem(
        HubMeeting meeting,
        AgendaItem item,
        ItemRow row,
        DateTime? started,
        DateTime? ended
    ) =>
        started is null && row.Started.Length > 0
            ? new("Started", $"Item {item.Order}: {AsTheyWere}")
        : ended is null && row.Ended.Length > 0 ? new("Ended", $"Item {item.Order}: {AsTheyWere}")
        : ended < Minute(started) ? new("Ended", $"Item {item.Order} ended before it began.")
        : started < Minute(meeting.StartedAt)
            ? new("Started", $"Item {item.Order} began before the meeting.")
        : null;

    private async Task<PaperProblem?> ShareAsync(
        HubMeeting meeting,
        AgendaItem item,
        SharedRow row,
        string byName
    )
    {
        var member = await db.Set<HubMembership>()
            .SingleOrDefaultAsync(one =>
                one.Id == row.MembershipId && one.BodyId == meeting.BodyId
            );
        if (string.IsNullOrWhiteSpace(row.Text))
        {
            return new("Share.Text", $"Item {item.Order}: write what was shared.");
        }

        if (member is null)
        {
            return new(
                "Share.MembershipId",
                $"Item {item.Order}: choose the agency that shared it."
            );
        }

        // Nobody is made to have said something: the paper says who did (settled 16).
        if (string.IsNullOrWhiteSpace(row.From))
        {
            return new("Share.From", $"Item {item.Order}: say who at {member.Name} shared it.");
        }

        db.Add(
            new SharedInformation
            {
                ItemId = item.Id,
                OrganisationId = member.OrganisationId,
                OrganisationName = member.Name,
                RecordedByName = byName,
                At = item.StartedAt ?? meeting.StartsAt,
                Text = row.Text,
                Handling = row.Handling,
                Received = new()
                {
                    From = row.From.Trim(),
                    By = ReceivedBy.Paper,
                    On = UkTime.DateOf(meeting.StartsAt),
                },
            }
        );
        return null;
    }

    /// <summary>Takes an action off the list as the paper has it; the others are carried forward at the end (S1-3.3).</summary>
    /// <returns>What is wrong, or nothing.</returns>
    public static PaperProblem? TakeOff(HubMeeting meeting, HubAction action, OpenActionRow row)
    {
        var because = row.Because.Trim();
        if (
            action.ClosedAtMeetingId == meeting.Id
            && (action.Status, action.ClosedBecause) == (row.Way, because)
        )
        {
            return null;
        }

        return action.TakeOff(row.Way, because, meeting.Id) is { } problem
            ? new(
                row.Way == ActionStatus.Open ? "Way" : "Because",
                $"{action.OwnerName}: {problem}"
            )
            {
                Row = $"{action.Id}",
            }
            : null;
    }
}
