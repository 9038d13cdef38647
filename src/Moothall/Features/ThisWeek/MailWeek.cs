using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.MailIn;
using Moothall.Platform.Access;

namespace Moothall.Features.ThisWeek;

/// <summary>The team's messages to confirm, and a mailbox that cannot be read.</summary>
internal static class MailWeek
{
    private const string List = "/CommunitySafetyHub/MailIn/Index";

    public static async Task<IEnumerable<WeekLine>> LinesAsync(Week week, CancellationToken cancel)
    {
        if (!week.User.May(Permission.ConfirmMail))
        {
            return [];
        }

        var lines = new List<WeekLine>();
        var waiting = await week
            .Db.Set<IncomingMessage>()
            .VisibleTo(week.Viewer)
            .CountAsync(message => message.SettledAt == null, cancel);
        if (waiting > 0)
        {
            lines.Add(
                new($"{Countdown.Count(waiting, "message")} to confirm", List)
                {
                    Urgency = Urgency.Soon,
                    Tag = "To confirm",
                }
            );
        }

        if (await week.Db.Set<MailboxState>().AnyAsync(state => state.Problem != "", cancel))
        {
            lines.Add(
                new("The mailbox cannot be read", List)
                {
                    Hint = "New mail waits there. The list of messages says why.",
                    Urgency = Urgency.Now,
                    Tag = "Mailbox",
                }
            );
        }

        return lines;
    }
}
