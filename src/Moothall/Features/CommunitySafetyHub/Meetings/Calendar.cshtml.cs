using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.Partnership.Bodies;
using Moothall.Platform.Access;
using Moothall.Platform.Calendars;
using Moothall.Platform.Data;
using Moothall.Platform.Email;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>
/// The meeting for the reader's own calendar: when, where and which body, nobody's name, nothing of a case. A meeting that moved
/// gives the same appointment with a higher number, a cancelled one takes it out again.
/// </summary>
[Access(Permission.SeeAgenda)]
public sealed class CalendarModel(
    MoothallDb db,
    HubViewers viewers,
    Notices notices,
    IConfiguration settings,
    TimeProvider clock
) : PageModel
{
    /// <summary>Sends the file.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var meeting = await db.Set<HubMeeting>()
            .AsNoTracking()
            .VisibleTo(await viewers.CurrentAsync(cancel), db)
            .SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (meeting is null)
        {
            return NotFound();
        }

        var body = await db.Set<GovernanceBody>()
            .Where(one => one.Id == meeting.BodyId)
            .Select(one => one.Name)
            .SingleAsync(cancel);
        var address = $"{notices.PublicAddress}/Meetings/{meeting.Id}/Agenda";
        var organiser = settings["Mail:FromAddress"] ?? "";
        var entry = new CalendarEntry(
            $"{meeting.Id:n}@{new Uri(notices.PublicAddress).Host}",
            meeting.Version,
            body,
            meeting.Place,
            $"The papers are here, after signing in: {address}\nThis entry holds no details on purpose.",
            address,
            meeting.StartsAt,
            meeting.Minutes,
            meeting.Status == MeetingStatus.Cancelled
        )
        {
            Organiser = OutgoingMail.IsAddress(organiser) ? organiser : "",
        };
        return File(
            CalendarFile.Write(entry, clock.GetUtcNow().UtcDateTime),
            CalendarFile.ContentType,
            $"Meeting {UkTime.DateOf(meeting.StartsAt):yyyy-MM-dd}.ics"
        );
    }
}
