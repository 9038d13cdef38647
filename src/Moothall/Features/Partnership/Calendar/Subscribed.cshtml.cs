using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Features.CommunitySafetyHub;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Calendars;
using Moothall.Platform.Data;
using Moothall.Platform.Email;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Calendar;

/// <summary>
/// What a calendar programme reads: titles, dates and places of what its owner may see at this moment. An address that is
/// unknown, withdrawn or of somebody who left answers alike.
/// </summary>
[Open(
    "Calendar programmes cannot sign in; the address is the proof, and its owner’s account and role are asked each time."
)]
public sealed class SubscribedModel(
    MoothallDb db,
    CalendarFeeds feeds,
    FeedLimit limit,
    AuditActor actor,
    AuditQueue audit,
    Notices notices,
    Masthead masthead,
    TimeProvider clock
) : PageModel
{
    private const int DaysBack = 366;
    private const int DaysAhead = 550;

    /// <summary>Sends the calendar.</summary>
    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        if (!limit.Allows(HttpContext.Connection.RemoteIpAddress))
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        var (person, refusal) = await feeds.FindAsync(token, cancel);
        if (person is null)
        {
            return NotFound();
        }

        // Whose address it is does not make who asks that person, so nothing is done in their name.
        actor.Why = $"Calendar address of {person.Name}";
        if (refusal is not null)
        {
            await audit.AppendAsync(
                AuditPayload.Of(AuditKind.Refusal, actor) with
                {
                    Note = $"Calendar address of {person.Name}: {refusal}",
                }
            );
            return NotFound();
        }

        var today = UkTime.Today(clock);
        var lines = await CalendarReader.ReadAsync(
            db,
            person,
            await HubViewers.ForAsync(db, person.Id, today, cancel),
            today.AddDays(-DaysBack),
            today.AddDays(DaysAhead),
            cancel
        );
        var host = new Uri(notices.PublicAddress).Host;
        Response.Headers.CacheControl = "private, no-store";
        return File(
            CalendarFeedFile.Write(
                masthead.Name,
                lines.Select(line => Entry(line, host)),
                clock.GetUtcNow().UtcDateTime
            ),
            CalendarFile.ContentType,
            "calendar.ics"
        );
    }

    private static FeedEntry Entry(CalendarLine line, string host) =>
        new($"{line.Key}@{host}", line.Title, line.First, line.Last)
        {
            Sequence = line.Version,
            Starts = line.Starts,
            Ends = line.Ends,
            // The link of a virtual meeting is for those who signed in.
            Place = line.Place,
            Category = DisplayNames.Of(line.Type),
        };
}
