using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Agendas.Research;
using Moothall.Features.CommunitySafetyHub.Concerns;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;
using static Moothall.Features.CommunitySafetyHub.Cases.TimelineEntry;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>Everything that happened in a case, newest first. Ask it only for a case that is open to the viewer.</summary>
public sealed class CaseTimeline(MoothallDb db)
{
    /// <summary>The entries, by a constant number of queries.</summary>
    /// <param name="hubCase">The case with its people.</param>
    /// <param name="actions">Its actions with their reports.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IReadOnlyList<TimelineEntry>> OfAsync(
        HubCase hubCase,
        IReadOnlyList<HubAction> actions,
        HubViewer viewer,
        CancellationToken cancel
    )
    {
        var members = await db.Set<HubMembership>()
            .Select(one => new { one.Id, one.Name })
            .ToDictionaryAsync(one => one.Id, one => one.Name, cancel);
        var items = await db.Set<AgendaItem>()
            .AsNoTracking()
            .Include(item => item.Shared)
            .Where(item => item.CaseId == hubCase.Id && item.Outcome != null)
            .ToListAsync(cancel);
        var met = items
            .Select(item => item.MeetingId)
            .Concat(actions.Select(action => action.ClosedAtMeetingId).OfType<Guid>())
            .Distinct()
            .ToList();
        var meetings = await db.Set<HubMeeting>()
            .Where(one => met.Contains(one.Id))
            .Select(one => new { one.Id, one.StartsAt })
            .ToDictionaryAsync(one => one.Id, one => one.StartsAt, cancel);
        IEnumerable<TimelineEntry> all =
        [
            new(hubCase.OpenedAt, TimelineKind.Change, "Case opened", "", []),
            .. await ReferralsAsync(hubCase.Id, cancel),
            .. Discussions(items, meetings),
            .. await ResearchAsync(hubCase, viewer, members, cancel),
            .. Actions(actions, members, meetings),
            .. await WritingsAsync(hubCase.Id, cancel),
        ];
        return [.. all.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Kind)];
    }

    private async Task<IEnumerable<TimelineEntry>> ReferralsAsync(
        Guid caseId,
        CancellationToken cancel
    )
    {
        var referrals = await db.Set<Referral>()
            .AsNoTracking()
            .Include(referral => referral.Decisions)
            .Where(referral => referral.CaseId == caseId)
            .ToListAsync(cancel);
        var ids = referrals.ConvertAll(referral => referral.OrganisationId);
        var names = await db.Set<Organisation>()
            .Where(one => ids.Contains(one.Id))
            .ToDictionaryAsync(one => one.Id, one => one.Name, cancel);
        return referrals.SelectMany(referral =>
            referral
                .Decisions.Select(decision => new TimelineEntry(
                    decision.DecidedAt,
                    TimelineKind.Referral,
                    $"{referral.Reference}: {DisplayNames.Of(decision.Outcome)}",
                    decision.DecidedByName,
                    Say(("", decision.Reason))
                ))
                .Prepend(
                    new(
                        referral.SubmittedAt,
                        TimelineKind.Referral,
                        $"Referred by {names.GetValueOrDefault(referral.OrganisationId)} ({referral.Reference})",
                        referral.ReferredByName,
                        Say(
                            ("", referral.Details.Summary),
                            ("What was tried already", referral.Details.TriedAlready),
                            ("Asked of the hub", referral.Details.AskedOfHub),
                            ("It could not wait, because", referral.Details.CannotWaitBecause)
                        )
                    )
                )
        );
    }

    private static IEnumerable<TimelineEntry> Discussions(
        List<AgendaItem> items,
        Dictionary<Guid, DateTime> meetings
    ) =>
        items.Select(item =>
        {
            var start = meetings.GetValueOrDefault(item.MeetingId);
            return new TimelineEntry(
                item.EndedAt ?? start,
                TimelineKind.Meeting,
                $"{DisplayNames.Of(item.Outcome!.Value)} at the hub of {UkTime.Day(UkTime.DateOf(start))}",
                "",
                [
                    .. Say(
                        ("Summary", item.Summary),
                        ("Decision", item.Decision),
                        ("A different view", item.Dissent)
                    ),
                    .. item.Shared.OrderBy(one => one.At).Select(Told),
                ]
            );
        });

    private static TimelineText Told(SharedInformation shared)
    {
        var from = shared.Received.IsSet ? $" ({shared.Received.Words("")})" : "";
        var handling = shared.Handling.Length > 0 ? $"\nHandling: {shared.Handling}" : "";
        return new($"{shared.OrganisationName} shared{from}", shared.Text + handling);
    }

    private async Task<IEnumerable<TimelineEntry>> ResearchAsync(
        HubCase hubCase,
        HubViewer viewer,
        Dictionary<Guid, string> members,
        CancellationToken cancel
    )
    {
        // What another agency found belongs to it until the meeting it is for, though the case is open by an earlier signature.
        var returns = await db.Set<ResearchReturn>()
            .VisibleTo(viewer, db)
            .AsNoTracking()
            .Where(one => one.CaseId == hubCase.Id)
            .ToListAsync(cancel);
        return returns.Select(one =>
        {
            var whom = hubCase.People.Find(person => person.Id == one.PersonId)?.FullName;
            return new TimelineEntry(
                one.GivenAt,
                TimelineKind.Research,
                $"{members.GetValueOrDefault(one.MembershipId)}: {DisplayNames.Of(one.Answer)}{(whom is null ? "" : $" ({whom})")}",
                one.GivenByName,
                Say(
                    ("", one.Summary),
                    (
                        "Whose word",
                        one.Received.Words(members.GetValueOrDefault(one.MembershipId, ""))
                    )
                )
            );
        });
    }

    private static IEnumerable<TimelineEntry> Actions(
        IReadOnlyList<HubAction> actions,
        Dictionary<Guid, string> members,
        Dictionary<Guid, DateTime> meetings
    ) =>
        actions.SelectMany(action =>
        {
            var owner = members.GetValueOrDefault(action.OwnerMembershipId, action.OwnerName);
            var entries = action
                .Updates.Select(update => new TimelineEntry(
                    update.At,
                    TimelineKind.Action,
                    $"{owner}: {DisplayNames.Of(update.Progress)}",
                    update.ByName,
                    Say(
                        ("Action", action.Text),
                        ("Update", update.Text),
                        ("Evidence", update.Evidence),
                        ("Whose word", update.Received.Words(owner))
                    )
                ))
                .ToList();
            entries.Add(
                new(
                    action.AgreedAt,
                    TimelineKind.Action,
                    $"Action for {owner}, due {UkTime.Date(action.Due)}",
                    action.OwnerName == owner ? "" : action.OwnerName,
                    Say(("", action.Text))
                )
            );
            entries.AddRange(
                action.Changes.Select(change => new TimelineEntry(
                    change.At,
                    TimelineKind.Change,
                    $"Action of {owner} changed",
                    change.ByName,
                    Say(("Action", action.Text), ("", change.Text))
                ))
            );
            if (action.Acceptance is { At: { } answered, State: { } state } acceptance)
            {
                entries.Add(
                    new(
                        answered,
                        TimelineKind.Action,
                        $"{owner}: {DisplayNames.Of(state)}",
                        acceptance.ByName,
                        Say(
                            ("Action", action.Text),
                            ("Why", acceptance.Because),
                            ("Whose word", acceptance.Received.Words(owner))
                        )
                    )
                );
            }

            if (action.ClosedAtMeetingId is { } meeting)
            {
                entries.Add(
                    new(
                        meetings.GetValueOrDefault(meeting, action.AgreedAt),
                        TimelineKind.Action,
                        $"{DisplayNames.Of(action.Status)}: action of {owner}",
                        "",
                        Say(("Action", action.Text), ("Why", action.ClosedBecause))
                    )
                );
            }

            return entries;
        });

    private async Task<IEnumerable<TimelineEntry>> WritingsAsync(
        Guid caseId,
        CancellationToken cancel
    )
    {
        var notes = await db.Set<CaseNote>()
            .AsNoTracking()
            .Where(note => note.CaseId == caseId)
            .ToListAsync(cancel);
        var events = await db.Set<CaseEvent>()
            .AsNoTracking()
            .Where(one => one.CaseId == caseId)
            .ToListAsync(cancel);
        var challenges = await db.Set<Concern>()
            .AsNoTracking()
            .Where(concern => concern.CaseId == caseId && concern.IsChallenge)
            .ToListAsync(cancel);
        return
        [
            .. notes.Select(note => new TimelineEntry(
                note.At,
                TimelineKind.Note,
                note.IsOpinion ? "Note: opinion" : "Note: fact",
                note.AuthorName,
                Say(("", note.Text))
            )),
            .. events.Select(one => new TimelineEntry(
                one.At,
                TimelineKind.Change,
                DisplayNames.Of(one.Kind),
                one.ByName,
                Say(("", one.Text))
            )),
            .. challenges.Select(concern => new TimelineEntry(
                concern.RaisedAt,
                TimelineKind.Challenge,
                "A decision was challenged",
                concern.RaisedByName,
                Say(("", concern.Text), ("Answer", concern.Answer))
            )),
        ];
    }
}
