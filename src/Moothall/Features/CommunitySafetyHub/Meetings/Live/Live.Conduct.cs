using Microsoft.AspNetCore.Mvc;
using Moothall.Features.CommunitySafetyHub.Agendas;

namespace Moothall.Features.CommunitySafetyHub.Meetings.Live;

/// <summary>What whoever runs the meeting does with its course.</summary>
public sealed partial class LiveModel
{
    /// <summary>Starts the meeting (S1-7.2e, S1-7.2f).</summary>
    public async Task<IActionResult> OnPostStartAsync(Guid id, bool explained) =>
        await BeginAsync(id, running: true)
        ?? await EndAsync(id, await meetings.StartAsync(Person.Meeting, explained, Now));

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

        return ModelState.IsValid
            ? await EndItemAsync(id, found, ending)
            : await WrongAsync(id, null);
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

    /// <summary>Takes the chair over (settled 15).</summary>
    public async Task<IActionResult> OnPostChairAsync(Guid id)
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

        var (user, name) = (Person.Viewer.UserId, Person.Viewer.Name);
        return await EndAsync(
            id,
            meetings.TakeChair(Person.Meeting, user, name, Now),
            "You are chairing this meeting."
        );
    }

    /// <summary>Ends the meeting (S1-7.2g, C5).</summary>
    public async Task<IActionResult> OnPostEndAsync(Guid id, bool roomChecked) =>
        await BeginAsync(id, running: true)
        ?? await EndAsync(
            id,
            await meetings.EndAsync(Person.Meeting, roomChecked, Person.Viewer.Name, Now),
            "The meeting has ended."
        );

    private async Task<IActionResult> EndItemAsync(Guid id, AgendaItem item, ItemEnding ending)
    {
        var meeting = Person.Meeting;
        var problem = await meetings.EndItemAsync(meeting, item, ending, Now);
        // Ending another item than the one under discussion corrects it and moves nothing.
        if (
            problem is null
            && meeting.CurrentItemId == item.Id
            && MeetingUseCases.Next(meeting, item.Id) is { } next
        )
        {
            problem = await meetings.MoveToAsync(meeting, next.Id, Now);
        }

        return await EndAsync(id, problem);
    }
}
