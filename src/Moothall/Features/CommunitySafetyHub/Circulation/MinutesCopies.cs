using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>Copies of released minutes: signed by two, and each recipient's own sections (S1-7.2j, settled 10).</summary>
public sealed class MinutesCopies(MoothallDb db, Recipients recipients, TimeProvider clock)
    : ICopySource
{
    private Minutes? read;

    /// <inheritdoc/>
    public bool Holds(CirculationCopy copy) => copy.MinutesId is not null;

    /// <inheritdoc/>
    public async Task<Verdict> GateAsync(CirculationCopy copy, CancellationToken cancel) =>
        CirculationGate.Check(await MinutesAsync(copy, cancel));

    /// <inheritdoc/>
    public async Task<RecipientLine?> TodayAsync(CirculationCopy copy, CancellationToken cancel) =>
        (
            await recipients.ForAsync(await MinutesAsync(copy, cancel), copy.UserId, cancel)
        ).FirstOrDefault(line => line.UserId == copy.UserId);

    /// <inheritdoc/>
    public async Task<CopyContent> WriteAsync(CirculationCopy copy, CancellationToken cancel)
    {
        var minutes = await MinutesAsync(copy, cancel);
        var meetingOn = UkTime.DateOf(
            await db.Set<HubMeeting>()
                .Where(meeting => meeting.Id == minutes.MeetingId)
                .Select(meeting => meeting.StartsAt)
                .SingleAsync(cancel)
        );
        var reader = await HubViewers.ForAsync(db, copy.UserId, UkTime.Today(clock), cancel);
        var sections = await db.SectionsForAsync(minutes, reader, cancel);
        return new(
            MinutesPaper.For(new(minutes, sections, copy.Mark)),
            CopyFiles.DocumentName,
            meetingOn,
            []
        );
    }

    /// <inheritdoc/>
    public (string Words, string Kind, Guid Id) Told(CirculationCopy copy) =>
        ("Minutes", "Minutes", copy.MinutesId!.Value);

    private async Task<Minutes> MinutesAsync(CirculationCopy copy, CancellationToken cancel) =>
        read?.Id == copy.MinutesId
            ? read!
            : read = await db.Set<Minutes>()
                .Include(m => m.Sections)
                .Include(m => m.Signatures)
                .AsNoTracking()
                .AsSplitQuery()
                .SingleAsync(m => m.Id == copy.MinutesId, cancel);
}
