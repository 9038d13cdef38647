using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Platform.Access;
using Moothall.Platform.Email;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Meetings.Live;

/// <summary>What whoever runs the meeting does with its course.</summary>
public sealed partial class LiveModel
{
    /// <summary>What was ticked at the start, kept where something else is missing.</summary>
    public (bool Explained, bool RecordingOff) Ticked { get; private set; }

    /// <summary>Starts the meeting (S1-7.2e, S1-7.2f), with recording and everything that listens in confirmed off.</summary>
    public async Task<IActionResult> OnPostStartAsync(Guid id, bool explained, bool recordingOff)
    {
        Ticked = (explained, recordingOff);
        return await BeginAsync(id, running: true)
            ?? await EndAsync(
                id,
                await meetings.StartAsync(
                    Person.Meeting,
                    explained,
                    recordingOff,
                    Person.Viewer.Name,
                    Now
                )
            );
    }

    /// <summary>Moves to an item.</summary>
    public async Task<IActionResult> OnPostMoveAsync(Guid id, Guid item)
    {
        if (await BeginAsync(id, running: true) is { } stop)
        {
            return stop;
        }

        if (await ItemAsync(item) is null)
        {
            return NotFound();
        }

        return await EndAsync(id, await meetings.MoveToAsync(Person.Meeting, item, Now));
    }

    /// <summary>Ends an item with what the chair says, and moves on to the next (S1-6.2).</summary>
    public async Task<IActionResult> OnPostEndItemAsync(Guid id, Guid item, ItemEnding ending)
    {
        Ending = ending;
        if (await BeginAsync(id, running: true) is { } stop)
        {
            return stop;
        }

        if (await ItemAsync(item) is not { } found)
        {
            return NotFound();
        }

        Held = found;
        if (!ModelState.IsValid)
        {
            return await WrongAsync(id, null);
        }

        if (ending.Meets(found))
        {
            ModelState.Clear();
            return await WrongAsync(
                id,
                $"Someone else wrote under item {found.Order} while you were typing. Both texts are in the boxes: put them in order and save."
            );
        }

        return await EndItemAsync(id, found, ending);
    }

    /// <summary>"No change", in one click: taken as read but listed (C8).</summary>
    public async Task<IActionResult> OnPostUnchangedAsync(Guid id, Guid item)
    {
        if (await BeginAsync(id, running: true) is { } stop)
        {
            return stop;
        }

        if (await ItemAsync(item) is not { } found)
        {
            return NotFound();
        }

        var ending = Said(found);
        ending.Outcome = ItemOutcome.NoChange;
        return await EndItemAsync(id, found, ending);
    }

    /// <summary>
    /// Leaves an item that is closed to whoever runs the meeting: they see its number only, and need not see more to go on.
    /// </summary>
    /// <param name="id">The meeting.</param>
    /// <param name="number">The number of the item they saw, so that two presses do not go on twice.</param>
    public async Task<IActionResult> OnPostNextAsync(Guid id, int number)
    {
        if (await BeginAsync(id, running: true) is { } stop)
        {
            return stop;
        }

        var meeting = Person.Meeting;
        if (
            meeting.Items.SingleOrDefault(item => item.Id == meeting.CurrentItemId) is not { } item
            || item.Order != number
        )
        {
            return RedirectToPage(new { id });
        }

        var problem = MeetingUseCases.Next(meeting, item.Id) is { } next
            ? await meetings.MoveToAsync(meeting, next.Id, Now)
            : "No item follows this one. Choose an item of the agenda, or end the meeting.";
        return await EndAsync(id, problem);
    }

    /// <summary>
    /// Takes the chair over (settled 15): in one click where the chair is not here, and told so where it is taken from someone
    /// present. Whoever chaired until then gets a notice.
    /// </summary>
    public async Task<IActionResult> OnPostChairAsync(Guid id, Guid? from, string? why)
    {
        if (await BeginAsync(id, running: false) is { } stop)
        {
            return stop;
        }

        if (!MayChair)
        {
            return await RefusedAsync(
                "The chair can be taken by the Community Safety Team and by those who speak here for a member that sees cases."
            );
        }

        var meeting = Person.Meeting;
        if (PresentChair is { } present && present != from)
        {
            return await WrongAsync(
                id,
                $"{meeting.ChairName} is in the chair and here. Open \"Take the chair\" and confirm that you take it over."
            );
        }

        var before = meeting.ChairId;
        var problem = meetings.TakeChair(
            meeting,
            Person.Viewer.UserId,
            Person.Viewer.Name,
            why ?? "",
            Now
        );
        if (
            problem is null
            && await db.Set<User>().SingleOrDefaultAsync(user => user.Id == before) is { } former
        )
        {
            notices.Write(former, NoticeAbout.MeetingChanged, $"/Meetings/{id}/Live");
        }

        return await EndAsync(id, problem, "You are chairing this meeting.");
    }

    /// <summary>Ends the meeting (S1-7.2g, C5) and has its minutes drafted (S1-3.4).</summary>
    public async Task<IActionResult> OnPostEndAsync(Guid id, bool roomChecked)
    {
        if (await BeginAsync(id, running: true) is { } stop)
        {
            return stop;
        }

        var problem = await meetings.EndAsync(Person.Meeting, roomChecked, Person.Viewer.Name, Now);
        var ended = await EndAsync(
            id,
            problem,
            "The meeting has ended. Its draft minutes wait for the Community Safety Team."
        );
        if (ended is RedirectToPageResult)
        {
            // The minutes exist when the meeting ends (S1-3.4), in the same transaction.
            await MinutesGeneration.GenerateAsync(db, id, Now);
        }

        return ended;
    }

    private async Task<IActionResult> EndItemAsync(Guid id, AgendaItem item, ItemEnding ending)
    {
        var meeting = Person.Meeting;
        var words =
            ending.Outcome == ItemOutcome.Discussed
                ? $"Item {item.Order} ended"
                : $"Item {item.Order}: {DisplayNames.Of(ending.Outcome).ToLowerInvariant()}";
        var deed = Deed(DeedKind.ItemEnded, words, item.Id);
        deed.CaseWas = item.Case?.Status;
        deed.RemovalWasRecommended = item.Case?.RemovalBecause is { Length: > 0 };
        var wasOpen = item.Outcome is null;
        var problem = await meetings.EndItemAsync(meeting, item, ending, deed.At);
        // Ending another item than the one under discussion corrects it and moves nothing.
        if (
            problem is null
            && meeting.CurrentItemId == item.Id
            && MeetingUseCases.Next(meeting, item.Id) is { } next
        )
        {
            problem = await meetings.MoveToAsync(meeting, next.Id, Now);
            deed.LedTo = next.Id;
        }

        // A correction of an item that had ended is no ending to take back.
        return await EndAsync(id, problem, deed: wasOpen ? deed : null);
    }
}
