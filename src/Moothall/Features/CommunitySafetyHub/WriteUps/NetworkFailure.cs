using Moothall.Features.CommunitySafetyHub.Meetings;

namespace Moothall.Features.CommunitySafetyHub.WriteUps;

/// <summary>
/// The turn of a meeting from the screen to paper when the network fails, and back. It touches nothing that was recorded, the
/// clock of the item under discussion included, so that a slip costs nothing. The caller saves.
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

    /// <summary>The network is back, and the meeting goes on on the screen.</summary>
    /// <returns>What is wrong, in words, or nothing.</returns>
    public static string? GoOn(HubMeeting meeting)
    {
        if (!meeting.IsOnPaper)
        {
            return meeting.IsOnScreen ? null : "The meeting is not in progress.";
        }

        (meeting.WrittenUpAt, meeting.WrittenUpByName) = (null, "");
        return null;
    }
}
