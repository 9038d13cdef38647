using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Meetings.Live;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;

namespace Moothall.Features.CommunitySafetyHub.WriteUps;

/// <summary>What the buttons of the paper do.</summary>
public sealed partial class IndexModel
{
    private readonly List<PaperProblem> problems = [];

    /// <summary>Makes it a meeting that was held and drafts its minutes (S1-3.4).</summary>
    public async Task<IActionResult> OnPostFinishAsync(Guid id)
    {
        if (await SaveAsync(id) is { } stop)
        {
            return stop;
        }

        if (Finish.Times(Meeting, problems) is { } times)
        {
            problems.AddRange(await writing.FinishAsync(Meeting, times, viewer.Name, Now));
        }

        if (problems.Count > 0)
        {
            return await DoneAsync(id, "");
        }

        await db.BeatAsync(id);
        await MinutesGeneration.GenerateAsync(db, id, Now);
        TempData["Notice"] = "The meeting is written up. Its draft minutes wait to be checked.";
        return LocalRedirect(
            user.May(Permission.WriteMinutes) ? $"/Minutes/{id}" : $"/Meetings/{id}/Live"
        );
    }

    private async Task<IActionResult> TurnAsync(
        Guid id,
        Func<HubMeeting, string?> turn,
        string next
    )
    {
        // This button sends nothing of the form.
        ModelState.Clear();
        if (await FindAsync(id) is { } stop)
        {
            return stop;
        }

        // Their clocks are stopped and started without being shown.
        using (ReadNotes.Pause(db.Reads))
        {
            await db.Entry(Meeting).Collection(meeting => meeting.Items).LoadAsync();
        }

        if (turn(Meeting) is { } problem)
        {
            ModelState.AddModelError("", problem);
            return Page();
        }

        await db.BeatAsync(id);
        return LocalRedirect(next);
    }

    // One form holds the whole paper, so that no button loses what is typed beside another.
    private async Task<IActionResult?> SaveAsync(Guid id)
    {
        var acts = !string.IsNullOrWhiteSpace(Act.Text) || Act.OwnerMembershipId is not null;
        if (!acts)
        {
            Leave(nameof(Act));
        }

        if (await BeginAsync(id) is { } stop)
        {
            return stop;
        }

        if (Rows.Exists(row => Items.All(item => item.Id != row.Id)))
        {
            return NotFound();
        }

        foreach (var row in People.Rows)
        {
            Note(await writing.PersonAsync(Meeting, row, People.Witness, Now));
        }

        // An action that is taken off here no longer keeps its case in the hub.
        foreach (var row in Open.Where(row => !row.IsUntouched))
        {
            var action = await db.Set<HubAction>()
                .VisibleTo(viewer, db)
                .SingleOrDefaultAsync(one =>
                    one.Id == row.Id && one.BodyId == Meeting.BodyId && one.MeetingId != id
                );
            if (action is null)
            {
                return NotFound();
            }

            Note(WriteUpUseCases.TakeOff(Meeting, action, row));
        }

        foreach (var row in Rows)
        {
            var item = Items.Single(item => item.Id == row.Id);
            Note(await writing.ItemAsync(Meeting, item, row, viewer.Name));
        }

        if (
            acts
            && Items.FirstOrDefault(one => one.Id == Item)
                is { Case.Status: CaseStatus.Closed } left
        )
        {
            Note(
                new(
                    nameof(Item),
                    $"The case of item {left.Order} is closed, and no action of a closed case stays open. Leave the case open, or choose another item."
                )
            );
        }

        if (problems.Count == 0)
        {
            NoteWriting();
            await db.SaveChangesAsync();
            (Rows, People.Rows, Open) = ([], [], []);
        }

        if (problems.Count == 0 && acts)
        {
            Note(await ActAsync());
            NoteWriting();
        }

        return problems.Count == 0 ? null : await DoneAsync(id, "");
    }

    private void Note(PaperProblem? problem)
    {
        if (problem is not null)
        {
            problems.Add(problem);
        }
    }

    // Of a meeting that began on the screen, who wrote up a part of it is kept, also when it goes on there.
    private void NoteWriting()
    {
        if (Meeting.IsOnPaper && db.ChangeTracker.HasChanges())
        {
            db.Add(
                new MeetingDeed
                {
                    MeetingId = Meeting.Id,
                    ByUserId = viewer.UserId,
                    At = Now,
                    Kind = DeedKind.WrittenUp,
                    Words = "Written up from paper",
                    Records = [],
                }
            );
        }
    }

    private async Task<IActionResult?> BeginAsync(Guid id)
    {
        if (await FindAsync(id) is { } stop)
        {
            return stop;
        }

        if (Meeting.IsOnPaper)
        {
            // When and by whom it was begun stands already.
            Leave($"{nameof(Finish)}.{nameof(FinishForm.Started)}");
        }

        if (!May.Allowed)
        {
            ModelState.AddModelError(
                "",
                $"{May.Reason} What you typed is not saved; it stays below, so that you can copy it."
            );
            Unsaved = ShowsForm
                ? []
                :
                [
                    .. Rows.SelectMany(row =>
                            new[] { row.Summary, row.Decision, row.Dissent, row.Share.Text }
                        )
                        .Append(Act.Text)
                        .Where(text => text.Length > 0),
                ];
        }

        return ModelState.IsValid ? null : Page();
    }

    private async Task<IActionResult> DoneAsync(Guid id, string notice)
    {
        if (problems.Count > 0)
        {
            // Nothing of a part is saved while something in it is wrong; what was typed is shown again.
            db.ChangeTracker.Clear();
            await LoadAsync(id);
            Arrange();
            ForgetRows();
            foreach (var problem in problems)
            {
                ModelState.AddModelError(KeyOf(problem), problem.Words);
            }

            return Page();
        }

        await db.SaveChangesAsync();
        TempData["Notice"] = notice;
        return LocalRedirect($"/Meetings/{id}/WriteUp");
    }

    private async Task<PaperProblem?> ActAsync()
    {
        var under = Items.FirstOrDefault(one => one.Id == Item);
        if (Item is not null && under is null)
        {
            return new(nameof(Item), "That item is not on this agenda.");
        }

        // Whether an owner was there decides whether the action awaits acceptance.
        if (!Meeting.Register.Exists(entry => entry.State == AttendanceState.Present))
        {
            return new("Act.Text", "Write down who came before the actions.");
        }

        var recorded = await actions.RecordAsync(
            Meeting,
            under,
            Act,
            under?.StartedAt ?? Meeting.StartsAt,
            onPaper: true
        );
        var known = Owners.Any(owner => owner.Value == $"{Act.OwnerMembershipId}");
        return recorded.Problem is { } problem
            ? new(known ? "Act.Due" : "Act.OwnerMembershipId", problem)
            : null;
    }
}
