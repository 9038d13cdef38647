using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.PaperCopies;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Withdrawals;

/// <summary>Something on paper or in a file that someone withdrawn holds.</summary>
/// <param name="SubjectId">The paper copy, circulated copy or taking of a file.</param>
/// <param name="What">What it is, without a word of what is in it.</param>
/// <param name="Holder">Who has it.</param>
/// <param name="At">When they got it, in UTC.</param>
/// <param name="Tick">That it is back or destroyed; nothing while it is out.</param>
public sealed record RecallLine(
    Guid SubjectId,
    string What,
    string Holder,
    DateTime At,
    RecallTick? Tick
);

/// <summary>What must come back from someone withdrawn, and why each thing is on the list.</summary>
public static class ToRecall
{
    private static readonly string[] TakenFiles = ["MinutesWord", "MinutesPdf"];

    /// <summary>Whether a numbered copy must come back: it is out, or its tick belongs to this recall.</summary>
    public static bool MustComeBack(PaperCopy copy, IReadOnlyCollection<RecallTick> ticks) =>
        copy.State == PaperState.Out || ticks.Any(tick => tick.SubjectId == copy.Id);

    /// <summary>Whether a circulated copy must come back: a file that went, or may have; what is read here is shut by itself.</summary>
    public static bool MustComeBack(CirculationCopy copy, DateTime now) =>
        copy.Attempts.Exists(attempt => attempt.Outcome is CopyStatus.Sent or CopyStatus.Uncertain)
        || copy.StatusNow(now) is CopyStatus.Sent or CopyStatus.Uncertain or CopyStatus.Sending
            && copy.IsFile;

    /// <summary>Lists it, the newest first; what is still out before what is back.</summary>
    public static async Task<IReadOnlyList<RecallLine>> OfAsync(
        MoothallDb db,
        Withdrawal withdrawal,
        DateTime now,
        CancellationToken cancel = default
    )
    {
        var (member, user) = (withdrawal.MembershipId, withdrawal.UserId);
        var ticks = await db.Set<RecallTick>()
            .Where(tick => tick.WithdrawalId == withdrawal.Id)
            .ToListAsync(cancel);
        var users = await db.Set<Representative>()
            .Where(one => one.MembershipId == member && (user == null || one.UserId == user))
            .Select(one => one.UserId)
            .Distinct()
            .ToListAsync(cancel);
        var papers = await db.Set<PaperCopy>()
            .AsNoTracking()
            .Where(copy =>
                user == null
                    ? copy.MembershipId == member
                        || (copy.UserId != null && users.Contains(copy.UserId.Value))
                    : copy.UserId == user
            )
            .ToListAsync(cancel);
        var copies = await db.Set<CirculationCopy>()
            .AsNoTracking()
            .Include(copy => copy.Attempts)
            .Where(copy => users.Contains(copy.UserId))
            .ToListAsync(cancel);
        var taken = await TakenAsync(db, users, cancel);
        var days = await DaysAsync(db, cancel);
        var names = await db.Set<Platform.Access.User>()
            .Where(one => users.Contains(one.Id))
            .ToDictionaryAsync(one => one.Id, one => one.Name, cancel);
        var lines = papers
            .Where(copy => MustComeBack(copy, ticks))
            .Select(copy =>
                (
                    copy.Id,
                    What: $"Paper copy {copy.Number} of the hub of {Day(days, copy.MeetingId)}: {DisplayNames.Of(copy.Kind).ToLowerInvariant()}",
                    copy.HolderName,
                    At: copy.IssuedAt
                )
            )
            .Concat(
                copies
                    .Where(copy => MustComeBack(copy, now))
                    .Select(copy =>
                        (
                            copy.Id,
                            What: $"{Of(copy, days)}, sent as a file to {copy.Address}",
                            HolderName: copy.RecipientName,
                            At: copy.StatusAt
                        )
                    )
            )
            .Concat(
                taken.Select(one =>
                    (
                        one.Id,
                        What: $"Minutes of {Day(days, one.MinutesId)}, file taken from here",
                        HolderName: names.GetValueOrDefault(one.UserId, ""),
                        one.At
                    )
                )
            );
        return
        [
            .. lines
                .Select(line => new RecallLine(
                    line.Id,
                    line.What,
                    line.HolderName,
                    line.At,
                    ticks.Find(tick => tick.SubjectId == line.Id)
                ))
                .OrderBy(line => line.Tick is not null)
                .ThenByDescending(line => line.At),
        ];
    }

    private sealed record Taken(Guid Id, Guid MinutesId, Guid UserId, DateTime At);

    // The audit knows who took a file of the minutes; one line for each person and set of minutes.
    private static async Task<List<Taken>> TakenAsync(
        MoothallDb db,
        List<Guid> users,
        CancellationToken cancel
    )
    {
        var found = await db.Set<AuditSubject>()
            .Where(subject => TakenFiles.Contains(subject.Kind))
            .Join(
                db.Set<AuditContent>()
                    .Where(one => one.ActorId != null && users.Contains(one.ActorId.Value)),
                subject => subject.Sequence,
                content => content.Sequence,
                (subject, content) =>
                    new
                    {
                        subject.RecordId,
                        content.ActorId,
                        content.At,
                    }
            )
            .GroupBy(one => new { one.RecordId, one.ActorId })
            .Select(group => new
            {
                group.Key.RecordId,
                group.Key.ActorId,
                At = group.Max(one => one.At),
            })
            .ToListAsync(cancel);
        return found.ConvertAll(one => new Taken(
            Both(one.RecordId, one.ActorId!.Value),
            one.RecordId,
            one.ActorId.Value,
            one.At
        ));
    }

    // A person's file of one set of minutes has no row of its own; its key is made of the two, always the same.
    private static Guid Both(Guid first, Guid second)
    {
        var (one, two) = (first.ToByteArray(), second.ToByteArray());
        return new([.. one.Zip(two, (a, b) => (byte)(a ^ b))]);
    }

    private static async Task<Dictionary<Guid, DateTime>> DaysAsync(
        MoothallDb db,
        CancellationToken cancel
    )
    {
        var meetings = await db.Set<HubMeeting>()
            .Select(meeting => new { meeting.Id, meeting.StartsAt })
            .ToDictionaryAsync(one => one.Id, one => one.StartsAt, cancel);
        var minutes = await db.Set<Minutes>()
            .Select(one => new { one.Id, one.MeetingId })
            .ToListAsync(cancel);
        minutes.ForEach(one => meetings[one.Id] = meetings[one.MeetingId]);
        return meetings;
    }

    // Minutes by their meeting, an agency's sheet by the day it went.
    private static string Of(CirculationCopy copy, Dictionary<Guid, DateTime> days) =>
        copy.MinutesId is { } minutes
            ? $"Minutes of {Day(days, minutes)}"
            : $"The agency's sheet of {UkTime.LongDate(UkTime.DateOf(copy.ReleasedAt))}";

    private static string Day(Dictionary<Guid, DateTime> days, Guid id) =>
        days.TryGetValue(id, out var at) ? UkTime.LongDate(UkTime.DateOf(at)) : "a meeting";
}
