using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Email;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>One copy of minutes: every attempt to send it and what exactly went, and the decisions only a person takes (settled 23).</summary>
[Access(Permission.CirculateMinutes)]
public sealed class CopyModel(
    MoothallDb db,
    HubViewers viewers,
    MinutesCopies source,
    CopyFiles files,
    Notices notices,
    ReadNotes reads,
    CurrentUser user,
    TimeProvider clock
) : CopyPage(db, source, files, notices, user, clock)
{
    private readonly MoothallDb db = db;
    private Minutes minutes = null!;

    public Guid MeetingId => Part("meetingId");

    /// <inheritdoc/>
    public override string Here => $"/Minutes/{MeetingId}/Copies/{Copy.Id}";

    /// <inheritdoc/>
    protected override (NoticeAbout About, string Path) ToRead =>
        (NoticeAbout.MinutesToRead, $"/Minutes/{MeetingId}");

    /// <inheritdoc/>
    protected override (NoticeAbout About, string Path) Recalled =>
        (NoticeAbout.MinutesRecalled, "/Minutes");

    /// <inheritdoc/>
    protected override void NoteOpening()
    {
        reads.On = true;
        reads.Note("Minutes", minutes.Id);
    }

    /// <inheritdoc/>
    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        // The page tells of the sending; what the minutes say is only opened with the file.
        reads.On = false;
        var copyId = Part("copyId");
        var viewer = await viewers.CurrentAsync(cancel);
        if (await db.FindMinutesAsync(MeetingId, viewer, cancel) is not { } found)
        {
            return false;
        }

        minutes = found;
        var copy = await db.Set<CirculationCopy>()
            .Include(one => one.Attempts)
            .SingleOrDefaultAsync(one => one.Id == copyId && one.MinutesId == found.Id, cancel);
        if (copy is null)
        {
            return false;
        }

        await ShowAsync(copy, cancel);
        MayOpen = (await db.SectionsForAsync(found, viewer, cancel)).Count == found.Sections.Count;
        return true;
    }
}

/// <summary>The words of a decision about a copy.</summary>
public sealed class CopyWords
{
    [Field("In a few words", Required = "Say it in a few words", Limit = 300)]
    public string Text { get; set; } = "";
}
