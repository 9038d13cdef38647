using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Email;

namespace Moothall.Features.CommunitySafetyHub.AgencySheets;

/// <summary>One copy of an agency's sheet: every attempt to send it and what exactly went, and the decisions only a person takes.</summary>
[Access(Permission.CirculateMinutes)]
public sealed class CopyModel(
    MoothallDb db,
    HubViewers viewers,
    SheetCopies source,
    CopyFiles files,
    Notices notices,
    ReadNotes reads,
    CurrentUser user,
    TimeProvider clock
) : CopyPage(db, source, files, notices, user, clock)
{
    private readonly MoothallDb db = db;
    private AgencySheet sheet = null!;

    /// <summary>The agency.</summary>
    public Guid MembershipId => sheet.MembershipId;

    /// <inheritdoc/>
    public override string Here => $"/AgencySheets/Copies/{Copy.Id}";

    /// <inheritdoc/>
    protected override (NoticeAbout About, string Path) ToRead =>
        SheetRelease.ToRead(sheet.Kind, sheet.MeetingId);

    /// <inheritdoc/>
    protected override (NoticeAbout About, string Path) Recalled =>
        (NoticeAbout.PaperRecalled, "/Actions");

    /// <inheritdoc/>
    protected override void NoteOpening()
    {
        reads.On = true;
        reads.Note(nameof(AgencySheet), sheet.Id);
    }

    /// <inheritdoc/>
    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        // The page tells of the sending; what the sheet says is only opened with the file.
        reads.On = false;
        var copyId = Part("copyId");
        var copy = await db.Set<CirculationCopy>()
            .Include(one => one.Attempts)
            .SingleOrDefaultAsync(one => one.Id == copyId && one.SheetId != null, cancel);
        if (copy is null)
        {
            return false;
        }

        sheet = await db.Set<AgencySheet>()
            .AsNoTracking()
            .SingleAsync(one => one.Id == copy.SheetId, cancel);
        await ShowAsync(copy, cancel);
        MayOpen = await SeesAllAsync(await viewers.CurrentAsync(cancel), cancel);
        return true;
    }

    private async Task<bool> SeesAllAsync(HubViewer viewer, CancellationToken cancel)
    {
        var attempts = Copy.Attempts.ConvertAll(attempt => attempt.Id);
        var lines = db.Set<SentLine>().Where(line => attempts.Contains(line.AttemptId));
        var actions = db.Set<HubAction>().VisibleTo(viewer, db).Select(action => (Guid?)action.Id);
        var cases = db.Set<HubCase>().VisibleTo(viewer, db).Select(one => (Guid?)one.Id);
        return !await lines.AnyAsync(
            line =>
                (line.ActionId != null && !actions.Contains(line.ActionId))
                || (line.CaseId != null && !cases.Contains(line.CaseId)),
            cancel
        );
    }
}
