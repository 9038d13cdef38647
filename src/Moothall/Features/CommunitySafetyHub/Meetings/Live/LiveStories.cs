using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Meetings.Live;

/// <summary>What went before: of a case under discussion, of the case of an action, of the chair.</summary>
internal static class LiveStories
{
    /// <summary>
    /// What the last hub said of the item's case, or else what was referred. By the rule of the case itself: an invitation to
    /// the item opens the item and not the case's past (settled 9, 10).
    /// </summary>
    public static async Task<LiveStory?> OfAsync(MoothallDb db, Attending person, AgendaItem item)
    {
        var reference = await db.Set<HubCase>()
            .OpenTo(person.Viewer, db)
            .Where(one => one.Id == item.CaseId)
            .Select(one => one.Reference)
            .SingleOrDefaultAsync();
        if (reference is null)
        {
            return null;
        }

        var last = await db.Set<AgendaItem>()
            .AsNoTracking()
            .Where(one =>
                one.CaseId == item.CaseId
                && one.MeetingId != item.MeetingId
                && one.EndedAt != null
                && (one.Summary != "" || one.Decision != "")
            )
            .OrderByDescending(one => one.EndedAt)
            .FirstOrDefaultAsync();
        if (last is not null)
        {
            var day = UkTime.Day(UkTime.DateOf(last.EndedAt!.Value));
            return Tell(
                reference,
                ($"Summary of {day}", last.Summary),
                ($"Decision of {day}", last.Decision)
            );
        }

        var referral = await db.Set<Referral>()
            .AsNoTracking()
            .Where(one => one.CaseId == item.CaseId)
            .OrderBy(one => one.SubmittedAt)
            .FirstOrDefaultAsync();
        return Tell(
            reference,
            ("What was referred", referral?.Details.Summary ?? ""),
            ("Asked of the hub", referral?.Details.AskedOfHub ?? "")
        );
    }

    /// <summary>The references of the actions' cases that are open to the person, by action.</summary>
    public static async Task<Dictionary<Guid, string>> ReferencesAsync(
        MoothallDb db,
        Attending person,
        IReadOnlyCollection<HubAction> actions
    )
    {
        var cases = actions.Select(action => action.CaseId).OfType<Guid>().Distinct().ToList();
        var open = await db.Set<HubCase>()
            .OpenTo(person.Viewer, db)
            .Where(one => cases.Contains(one.Id))
            .Select(one => new { one.Id, one.Reference })
            .ToDictionaryAsync(one => one.Id, one => one.Reference);
        return actions
            .Where(action => action.CaseId is { } id && open.ContainsKey(id))
            .ToDictionary(action => action.Id, action => open[action.CaseId!.Value]);
    }

    /// <summary>That the chair changed hands during the meeting, in a sentence for everyone's screen (settled 15).</summary>
    public static async Task<string> ChairTakenAsync(MoothallDb db, HubMeeting meeting)
    {
        var chairs = await db.Set<MeetingChairing>()
            .AsNoTracking()
            .Where(one => one.MeetingId == meeting.Id)
            .OrderByDescending(one => one.From)
            .ThenByDescending(one => one.Id)
            .Take(2)
            .ToListAsync();
        return ActingChair.Words(chairs);
    }

    private static LiveStory Tell(
        string reference,
        params ReadOnlySpan<(string Label, string Text)> parts
    )
    {
        List<(string Label, string Text)> told = [];
        foreach (var part in parts)
        {
            if (part.Text.Length > 0)
            {
                told.Add(part);
            }
        }

        return new(reference, told);
    }
}
