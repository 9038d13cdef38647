using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Agendas;

/// <summary>Publishes agendas and tells what a publication changed.</summary>
public static class AgendaPublishing
{
    /// <summary>Publishes the agenda: members see it from now on, and this text of it is kept.</summary>
    /// <param name="db">The database.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="items">All its items, in order.</param>
    /// <param name="byName">Who publishes.</param>
    /// <param name="now">Now, in UTC.</param>
    /// <returns>What is wrong, in words, or nothing.</returns>
    public static string? Publish(
        MoothallDb db,
        HubMeeting meeting,
        IReadOnlyList<AgendaItem> items,
        string byName,
        DateTime now
    )
    {
        if (meeting.Status != MeetingStatus.Planned)
        {
            return "This meeting has begun or is cancelled, so its agenda can no longer be published.";
        }

        var time = AgendaTime.Of(items.Select(item => item.Minutes), meeting.Minutes);
        if (time.OverBy > 0)
        {
            // S1-3.1b: an agenda that cannot be kept within the meeting is no plan for it.
            return $"{time.Sentence} Shorten items before you publish.";
        }

        meeting.PublishedAt = now;
        meeting.Publication++;
        var publication = new AgendaPublication
        {
            MeetingId = meeting.Id,
            Number = meeting.Publication,
            PublishedAt = now,
            ByName = byName,
        };
        foreach (var item in items)
        {
            item.IsDraft = false;
            publication.Items.Add(
                new()
                {
                    PublicationId = publication.Id,
                    ItemId = item.Id,
                    CaseId = item.CaseId,
                    Part = item.Part,
                    Order = item.Order,
                    Title = item.Title,
                    Minutes = item.Minutes,
                }
            );
        }

        db.Add(publication);
        return null;
    }

    /// <summary>
    /// The agenda as it was published, in order, only what this viewer may see today. An item that is no longer on the agenda
    /// is shown where its case, or its part, is open to them.
    /// </summary>
    /// <returns>The lines, or nothing where there is no such publication.</returns>
    public static async Task<IReadOnlyList<AgendaLine>?> LinesAsync(
        MoothallDb db,
        HubViewer viewer,
        Guid meetingId,
        int number
    )
    {
        var publication = await db.Set<AgendaPublication>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.MeetingId == meetingId && one.Number == number);
        if (publication is null)
        {
            return null;
        }

        return
        [
            .. (
                await db.Set<PublishedItem>()
                    .AsNoTracking()
                    .Where(item => item.PublicationId == publication.Id)
                    .VisibleTo(viewer, db)
                    .OrderBy(item => item.Order)
                    .ToListAsync()
            ).Select(item => new AgendaLine(item.ItemId, item.Part, item.Title, item.Minutes)),
        ];
    }
}
