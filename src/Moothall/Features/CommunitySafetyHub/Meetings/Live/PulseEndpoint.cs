using System.Globalization;
using System.Threading.Channels;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Meetings.Live;

/// <summary>
/// Where screens hear that something happened: a stream of numbers, or one number for those behind a proxy that swallows
/// streams. Nothing else is ever sent here; the content is fetched by an ordinary request (settled 24).
/// </summary>
public static class PulseEndpoint
{
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(15);

    /// <summary>Maps it.</summary>
    public static void MapLiveMeeting(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/Meetings/{id:guid}/Live/Pulse", AnswerAsync)
            .WithMetadata(
                new AccessAttribute(Permission.AttendMeeting),
                new UnattendedAttribute("A screen asks by itself; nobody need be in front of it.")
            );

    private static async Task AnswerAsync(
        Guid id,
        HttpContext context,
        MoothallDb db,
        HubViewers viewers,
        LiveBoards boards,
        CurrentUser user,
        Sessions sessions,
        PulseWatch watch
    )
    {
        var cancel = context.RequestAborted;
        var person = await Attending.FindAsync(db, await viewers.CurrentAsync(cancel), id, cancel);
        if (person is null || !person.Door(await boards.IsInPartBAsync(person.Meeting)).Follows)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var response = context.Response;
        if (context.Request.Query.ContainsKey("once"))
        {
            if (person.Meeting.IsOnScreen)
            {
                await sessions.AttendAsync([user.SessionId], cancel);
            }

            response.ContentType = "text/plain";
            await response.WriteAsync(
                person.Meeting.Pulse.ToString(CultureInfo.InvariantCulture),
                cancel
            );
            return;
        }

        response.ContentType = "text/event-stream";
        response.Headers["X-Accel-Buffering"] = "no";
        // The stream lives for the hour; the database's connection must not.
        await db.DisposeAsync();
        using var screen = watch.Follow(id, user.SessionId);
        await StreamAsync(response, screen.Pulses, cancel);
    }

    private static async Task StreamAsync(
        HttpResponse response,
        ChannelReader<long> pulses,
        CancellationToken cancel
    )
    {
        while (!cancel.IsCancellationRequested)
        {
            using var breath = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            breath.CancelAfter(Breath);
            try
            {
                if (!await pulses.WaitToReadAsync(breath.Token))
                {
                    return;
                }

                while (pulses.TryRead(out var pulse))
                {
                    await response.WriteAsync(
                        string.Create(CultureInfo.InvariantCulture, $"data: {pulse}\n\n"),
                        cancel
                    );
                }
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                // A line now and then keeps proxies from closing a quiet stream.
                await response.WriteAsync(":\n\n", cancel);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await response.Body.FlushAsync(cancel);
        }
    }
}
