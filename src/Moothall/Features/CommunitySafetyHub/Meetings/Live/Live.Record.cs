using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.Partnership.Members;

namespace Moothall.Features.CommunitySafetyHub.Meetings.Live;

/// <summary>What is written down while an item is discussed.</summary>
public sealed partial class LiveModel
{
    /// <summary>What was typed into a form that could no longer be saved, so that no word is lost.</summary>
    public IReadOnlyList<string> Unsaved =>
        [
            .. new[]
            {
                Ending.Summary,
                Ending.Decision,
                Ending.Dissent,
                Share.Text,
                Act.Text,
            }.Where(text => text.Length > 0),
        ];

    /// <summary>Records what an agency shares, as theirs; for another agency with who told it (S1-5.3; settled 16).</summary>
    public async Task<IActionResult> OnPostShareAsync(Guid id, Guid item, ShareForm share)
    {
        Share = share;
        if (await BeginAsync(id, running: false) is { } stop)
        {
            return stop;
        }

        if (await ItemAsync(item) is not { } under)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await WrongAsync(id, null);
        }

        var (shared, problem) = await SharedAsync(item, share);
        if (shared is null)
        {
            return await EndAsync(id, problem);
        }

        db.Add(shared);
        return await EndAsync(
            id,
            null,
            deed: Deed(DeedKind.Shared, $"Shared under item {under.Order}", shared.Id)
        );
    }

    /// <summary>Undoes the last thing this person did here, in place of a check page before it.</summary>
    public async Task<IActionResult> OnPostUndoAsync(Guid id, Guid deed)
    {
        if (await BeginAsync(id, running: false) is { } stop)
        {
            return stop;
        }

        // Pressed twice, it undoes one thing once: the second names what is undone already.
        return await undo.LastAsync(Person) is { } last && last.Id == deed
            ? await EndAsync(id, await undo.UndoAsync(Person.Meeting, last, Now))
            : RedirectToPage(new { id });
    }

    private MeetingDeed Deed(DeedKind kind, string words, params List<Guid> records) =>
        new()
        {
            MeetingId = Person.Meeting.Id,
            ByUserId = Person.Viewer.UserId,
            At = Now,
            Kind = kind,
            Words = words,
            Records = records,
        };

    private async Task<(SharedInformation? Shared, string? Problem)> SharedAsync(
        Guid itemId,
        ShareForm share
    )
    {
        if (Person.Meeting.Status != MeetingStatus.Live)
        {
            return (null, "The meeting is not in progress.");
        }

        var own = Person.Members.Select(member => member.MembershipId).ToList();
        var chosen = share.ForMembershipId ?? own.Cast<Guid?>().FirstOrDefault();
        var member = await db.Set<HubMembership>()
            .SingleOrDefaultAsync(one => one.Id == chosen && one.BodyId == Person.Meeting.BodyId);
        var isOwn = chosen is null || own.Contains(chosen.Value);
        if (!isOwn && (member is null || !Person.Runs))
        {
            return (null, "Choose an agency you speak for.");
        }

        // Nobody is made to have said something: who wrote it down for them says from whom it came (settled 16).
        if (!isOwn && string.IsNullOrWhiteSpace(share.ReceivedFrom))
        {
            return (null, $"Say who at {member!.Name} told you, and how.");
        }

        return (
            new()
            {
                ItemId = itemId,
                OrganisationId = member is null
                    ? Person.Viewer.OrganisationId
                    : member.OrganisationId,
                OrganisationName = member?.Name ?? Agency,
                RecordedByName = Person.Viewer.Name,
                At = Now,
                Text = share.Text,
                Handling = share.Handling,
                Received = isOwn ? new() : new() { From = share.ReceivedFrom.Trim() },
            },
            null
        );
    }

    private string Agency =>
        Person.Entries.Select(entry => entry.OrganisationName).FirstOrDefault() ?? "";
}
