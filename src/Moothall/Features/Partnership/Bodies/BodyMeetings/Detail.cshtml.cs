using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Bodies.BodyMembers;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Bodies.BodyMeetings;

/// <summary>A meeting's agenda and record, on one page that prints.</summary>
[Access(Permission.SeeBodies)]
public sealed class DetailModel(
    MoothallDb db,
    IFileStore store,
    CurrentUser reader,
    TimeProvider clock
) : PageModel
{
    public BodyMeeting Meeting { get; private set; } = null!;
    public GovernanceBody Body { get; private set; } = null!;

    /// <summary>Whether the reader may change it now.</summary>
    public bool Changes => reader.May(Permission.KeepBodies) && !Meeting.IsAgreed;

    /// <summary>Whether the reader may know how to join online: they sit on the body, or keep it.</summary>
    public bool Joins { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        Meeting = (
            await db.Set<BodyMeeting>()
                .AsNoTracking()
                .AsSplitQuery()
                .Include(one => one.Items.OrderBy(item => item.Order))
                    .ThenInclude(item => item.File)
                .Include(one => one.Attendance.OrderBy(entry => entry.Name))
                .Include(one => one.Decisions.OrderBy(decision => decision.Number))
                .SingleOrDefaultAsync(one => one.Id == id, cancel)
        )!;
        if (Meeting is null)
        {
            return NotFound();
        }

        Body = await db.Set<GovernanceBody>()
            .AsNoTracking()
            .SingleAsync(one => one.Id == Meeting.BodyId, cancel);
        Joins =
            reader.May(Permission.KeepBodies)
            || await db.Set<BodyMember>()
                .Of(reader, UkTime.Today(clock))
                .AnyAsync(one => one.BodyId == Body.Id, cancel);
        return Page();
    }

    /// <summary>Sends the paper of an item.</summary>
    public async Task<IActionResult> OnGetPaperAsync(
        Guid id,
        int number,
        CancellationToken cancel
    ) =>
        await OnGetAsync(id, cancel) is PageResult
        && Meeting.Items.Find(one => one.Order == number && one.File is not null)?.File is { } file
            ? File(store.Open(file.ToContent()), file.ContentType, file.FileName)
            : NotFound();
}
