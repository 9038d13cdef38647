using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Meetings.Live;

namespace Moothall.Features.CommunitySafetyHub.WriteUps;

/// <summary>
/// The turn of a meeting from the screen to paper when the network fails, and back. Nothing that was recorded is touched; the
/// time on paper counts under no item, unless the paper says when the item under discussion ended. The caller saves.
/// </summary>
public static class NetworkFailure
{
    /// <summary>From here on the meeting is written up from paper.</summary>
    /// <returns>What is wrong, in words, or nothing; also nothing where somebody said so before.</returns>
    public static string? BreakOff(HubMeeting meeting, string byName, DateTime now)
    {
        if (meeting.IsOnPaper)
        {
            return null;
        }

        if (!meeting.IsOnScreen)
        {
            return "The meeting is not in progress.";
        }

        (meeting.WrittenUpAt, meeting.WrittenUpByName) = (now, byName);
        return null;
    }

    /// <summary>The network is back, and the meeting goes on on the screen. Its items must be loaded.</summary>
    /// <returns>What is wrong, in words, or nothing.</returns>
    public static string? GoOn(HubMeeting meeting, DateTime now)
    {
        if (!meeting.IsOnPaper)
        {
            return meeting.IsOnScreen ? null : "The meeting is not in progress.";
        }

        var running = meeting.Items.Find(item => item.RunningSince is not null);
        var goesOn = running is { } item && !EndedOnPaper(item);
        StopClocks(meeting);
        if (goesOn)
        {
            running!.RunningSince = now;
        }

        (meeting.WrittenUpAt, meeting.WrittenUpByName) = (null, "");
        return null;
    }

    /// <summary>
    /// Stops the clock of the item that was under discussion when the network failed: at that moment, or at its own end where the
    /// paper has it. Its items must be loaded.
    /// </summary>
    public static void StopClocks(HubMeeting meeting)
    {
        foreach (var item in meeting.Items.Where(item => item.RunningSince is not null))
        {
            MeetingUseCases.Stop(
                item,
                item.EndedAt > item.RunningSince ? item.EndedAt.Value : meeting.WrittenUpAt!.Value
            );
        }
    }

    // One that had ended before, and was gone back to, runs on.
    private static bool EndedOnPaper(AgendaItem item) =>
        item.Outcome is not null && !(item.EndedAt < item.RunningSince);
}
