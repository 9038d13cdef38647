using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.AgencySheets;

/// <summary>What an agency answered on one action of its sheet.</summary>
public enum SheetAnswer
{
    [Display(Name = "Done")]
    Done,

    [Display(Name = "In progress")]
    InProgress,

    [Display(Name = "No change")]
    NoChange,

    [Display(Name = "Cannot be done")]
    CannotBeDone,

    [Display(Name = "Accepted")]
    Accepted,

    [Display(Name = "Give it elsewhere")]
    Elsewhere,
}

/// <summary>Takes down an agency's answers to its sheet, one line an action, all received from one person in one way (settled 16).</summary>
public sealed class SheetAnswers(MoothallDb db, ActionUseCases actions, TimeProvider clock)
{
    /// <summary>Longest line, in characters.</summary>
    public const int LongestLine = 1000;

    /// <summary>The member's open actions that the viewer may report on, the first due first.</summary>
    public Task<List<HubAction>> OpenAsync(
        Guid membershipId,
        HubViewer viewer,
        CancellationToken cancel = default
    ) =>
        db.Set<HubAction>()
            .VisibleTo(viewer, db)
            .Where(action => action.OwnerMembershipId == membershipId)
            .Where(action => action.Status == ActionStatus.Open)
            .Include(action => action.Updates)
            .AsSplitQuery()
            .OrderBy(action => action.Due)
            .ThenBy(action => action.Id)
            .ToListAsync(cancel);

    /// <summary>The answers that an action can have: those on its acceptance only while that is unsettled.</summary>
    public static IEnumerable<SheetAnswer> For(HubAction action) =>
        Enum.GetValues<SheetAnswer>()
            .Where(answer =>
                action.Acceptance.State switch
                {
                    AcceptanceState.Awaited => true,
                    AcceptanceState.AskedElsewhere => answer != SheetAnswer.Elsewhere,
                    _ => answer is not (SheetAnswer.Accepted or SheetAnswer.Elsewhere),
                }
            );

    /// <summary>Records one answer by the use case of the action's own page.</summary>
    /// <returns>What is missing, in words, or nothing.</returns>
    public string? Record(
        HubAction action,
        SheetAnswer answer,
        string line,
        Received received,
        HubViewer viewer
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (line.Length > LongestLine)
        {
            return $"The line must be {LongestLine} characters or fewer.";
        }

        if (UnseenCharacters.Problem(line, "The line", manyLines: false) is { } unseen)
        {
            return unseen;
        }

        if (!For(action).Contains(answer))
        {
            return "Choose one of the answers.";
        }

        return answer is SheetAnswer.Accepted or SheetAnswer.Elsewhere
            ? ActionUseCases.Answer(
                action,
                answer == SheetAnswer.Accepted,
                new() { Because = line, Received = received },
                viewer,
                now
            )
            : actions.Report(
                action,
                new()
                {
                    Progress = Enum.Parse<ReportedProgress>($"{answer}"),
                    Text = line,
                    Received = received,
                },
                viewer,
                now
            );
    }
}
