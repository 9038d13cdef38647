using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Agendas;

/// <summary>Builds an agenda and keeps it up with what arrives, without undoing what a person arranged.</summary>
public sealed class AgendaDrafts(MoothallDb db, ReadNotes reads)
{
    // Where items of a kind belong among the others of their part.
    private static readonly AgendaItemKind[] Places =
    [
        AgendaItemKind.Welcome,
        AgendaItemKind.Confidentiality,
        AgendaItemKind.Minutes,
        AgendaItemKind.Urgent,
        AgendaItemKind.Campaign,
        AgendaItemKind.GuestSpeaker,
        AgendaItemKind.Actions,
        AgendaItemKind.NewCase,
        AgendaItemKind.ContinuingCase,
        AgendaItemKind.AnyOther,
    ];

    /// <summary>
    /// Writes the first draft where there is none and brings a draft up to date. A published agenda is left alone: there a
    /// person brings in what is new with <see cref="BringInAsync"/>.
    /// </summary>
    public async Task KeepAsync(HubMeeting meeting)
    {
        if (meeting.Status != MeetingStatus.Planned || meeting.PublishedAt is not null)
        {
            return;
        }

        await BringInAsync(meeting);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            // Someone else opened the agenda at the same moment and it is built; theirs counts.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Adds the cases that now come to the meeting, takes off those closed before anything was said, and saves nothing.</summary>
    /// <returns>What changed, in words.</returns>
    public async Task<IReadOnlyList<string>> BringInAsync(HubMeeting meeting)
    {
        var items = await ItemsAsync(meeting.Id);
        var cases = await AgendaSources.CasesAsync(db, meeting);
        if (items.Count == 0)
        {
            var draft = AgendaBuilder.Build(cases, await SpeakersAsync(meeting), meeting.Minutes);
            Add(meeting, items, draft);
            Finish(meeting, items);
            return ["The agenda was built."];
        }

        var coming = cases.Select(one => one.Id).ToHashSet();
        var listed = items.Select(item => item.CaseId).OfType<Guid>().ToHashSet();
        var gone = items.Where(item => item.CaseId is { } id && !coming.Contains(id)).ToList();
        var added = AgendaBuilder
            .Order(cases.Where(one => !listed.Contains(one.Id)))
            .Select(AgendaBuilder.Case)
            .ToList();
        if (gone.Count + added.Count == 0)
        {
            return [];
        }

        foreach (var item in gone)
        {
            items.Remove(item);
            db.Remove(item);
        }

        Add(meeting, items, added);
        Finish(meeting, items);
        return
        [
            .. added.Select(item => $"Added: {item.Title}"),
            .. gone.Select(item => $"Taken off: {item.Title}"),
        ];
    }

    /// <summary>The cases that would come in or go, by identifier: what a published agenda does not have yet.</summary>
    public async Task<(IReadOnlyList<Guid> In, IReadOnlyList<Guid> Out)> NewsAsync(
        HubMeeting meeting
    )
    {
        if (meeting.Status != MeetingStatus.Planned)
        {
            return ([], []);
        }

        var coming = (await AgendaSources.CasesAsync(db, meeting)).Select(one => one.Id).ToList();
        var listed = await db.Set<AgendaItem>()
            .Where(item => item.MeetingId == meeting.Id && item.CaseId != null)
            .Select(item => item.CaseId!.Value)
            .ToListAsync();
        return ([.. coming.Except(listed)], [.. listed.Except(coming)]);
    }

    /// <summary>Puts an item where its kind belongs and numbers the agenda again.</summary>
    public async Task AddAsync(HubMeeting meeting, DraftItem item)
    {
        var items = await ItemsAsync(meeting.Id);
        Add(meeting, items, [item]);
        Finish(meeting, items);
    }

    /// <summary>
    /// All items of a meeting, in order, for a change to the whole. Pages load for themselves what their reader may see, so
    /// this counts as nobody's look.
    /// </summary>
    internal async Task<List<AgendaItem>> ItemsAsync(Guid meetingId)
    {
        var looking = reads.On;
        reads.On = false;
        try
        {
            return await db.Set<AgendaItem>()
                .Where(item => item.MeetingId == meetingId)
                .OrderBy(item => item.Order)
                .ToListAsync();
        }
        finally
        {
            reads.On = looking;
        }
    }

    /// <summary>Counts the change and numbers the items from 1, part A first.</summary>
    internal static void Finish(HubMeeting meeting, IReadOnlyList<AgendaItem> items)
    {
        meeting.AgendaEdits++;
        var order = 1;
        foreach (var item in items.OrderBy(item => item.Part))
        {
            item.Order = order++;
        }
    }

    private void Add(HubMeeting meeting, List<AgendaItem> items, IEnumerable<DraftItem> drafts)
    {
        foreach (var draft in drafts)
        {
            var item = new AgendaItem
            {
                MeetingId = meeting.Id,
                Part = draft.Part,
                Kind = draft.Kind,
                Order = 0,
                Title = draft.Title,
                Minutes = draft.Minutes,
                CaseId = draft.CaseId,
                Presenter = draft.Presenter,
                IsDraft = meeting.PublishedAt is not null,
            };
            db.Add(item);
            // After the last of its part that is not of a later kind; what a person moved stays where it is.
            var after = items.FindLastIndex(other =>
                other.Part < draft.Part
                || (other.Part == draft.Part && PlaceOf(other.Kind) <= PlaceOf(draft.Kind))
            );
            items.Insert(after + 1, item);
        }
    }

    private static int PlaceOf(AgendaItemKind kind) => Array.IndexOf(Places, kind);

    private async Task<IReadOnlyList<(string, string)>> SpeakersAsync(HubMeeting meeting) =>
        [
            .. (
                await db.Set<AttendanceEntry>()
                    .Where(entry =>
                        entry.MeetingId == meeting.Id && entry.Kind == AttendeeKind.GuestSpeaker
                    )
                    .Select(entry => new { entry.Name, entry.OrganisationName })
                    .ToListAsync()
            ).Select(entry => (entry.Name, entry.OrganisationName)),
        ];
}
