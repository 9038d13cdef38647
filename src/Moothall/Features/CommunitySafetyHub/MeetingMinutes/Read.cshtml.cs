using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>Reads the minutes of a meeting and acknowledges them (S1-5.2, S1-7.1e).</summary>
[Access(Permission.ReadMinutes)]
public sealed class ReadModel(
    MoothallDb db,
    HubViewers viewers,
    PdfPrinter printer,
    TimeProvider clock
) : PageModel
{
    public Minutes Minutes { get; private set; } = null!;

    /// <summary>Whether released minutes still are what was signed.</summary>
    public Verdict Seal { get; private set; } = null!;

    /// <summary>This reader's paper; nothing where the seal is broken.</summary>
    public Paper? Paper { get; private set; }

    /// <summary>The reader's acknowledgement, where they gave it.</summary>
    public MinutesReading? Reading { get; private set; }
    public HubViewer Viewer { get; private set; } = null!;
    public bool HasPdf => printer.IsAvailable;

    public async Task<IActionResult> OnGetAsync(Guid meetingId)
    {
        Viewer = await viewers.CurrentAsync();
        if (Viewer.IsTeam)
        {
            await DraftAsync(meetingId);
        }

        if (await db.FindMinutesAsync(meetingId, Viewer) is not { } minutes)
        {
            return NotFound();
        }

        (Minutes, Seal) = (minutes, MinutesSeal.Check(minutes));
        if (Seal.Allowed)
        {
            Paper = MinutesPaper.For(await MinutesCopy.ForAsync(db, minutes, Viewer));
        }

        Reading = await ReadingAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid meetingId)
    {
        Viewer = await viewers.CurrentAsync();
        if (await db.FindMinutesAsync(meetingId, Viewer) is not { } minutes)
        {
            return NotFound();
        }

        Minutes = minutes;
        if (minutes.Status != MinutesStatus.Released || !MinutesSeal.Check(minutes).Allowed)
        {
            TempData["Notice"] = "There is nothing to acknowledge here yet.";
            return LocalRedirect($"/Minutes/{meetingId}");
        }

        var earlier = await ReadingAsync();
        if (earlier is null)
        {
            db.Add(
                new MinutesReading
                {
                    MinutesId = minutes.Id,
                    UserId = Viewer.UserId,
                    Name = Viewer.Name,
                    AcknowledgedAt = clock.GetUtcNow().UtcDateTime,
                }
            );
            try
            {
                await db.SaveChangesAsync();
            }
            catch (DbUpdateException)
            {
                // The same person in another window at the same moment: it is acknowledged once.
                db.ChangeTracker.Clear();
            }
        }

        TempData["Notice"] = earlier is null
            ? "You have acknowledged these minutes."
            : $"You acknowledged these minutes on {UkTime.Long(earlier.AcknowledgedAt)}.";
        return LocalRedirect($"/Minutes/{meetingId}");
    }

    // A meeting that ended without its minutes being written gets them at the team's first look.
    private async Task DraftAsync(Guid meetingId)
    {
        var isMissing =
            await db.Set<HubMeeting>()
                .AnyAsync(m => m.Id == meetingId && m.Status == MeetingStatus.Ended)
            && !await db.Set<Minutes>().AnyAsync(m => m.MeetingId == meetingId);
        if (isMissing)
        {
            await MinutesGeneration.GenerateAsync(db, meetingId, clock.GetUtcNow().UtcDateTime);
            // What was written is read back as this viewer sees it, and noted as read.
            db.ChangeTracker.Clear();
        }
    }

    private Task<MinutesReading?> ReadingAsync() =>
        db.Set<MinutesReading>()
            .AsNoTracking()
            .SingleOrDefaultAsync(reading =>
                reading.MinutesId == Minutes.Id && reading.UserId == Viewer.UserId
            );
}
