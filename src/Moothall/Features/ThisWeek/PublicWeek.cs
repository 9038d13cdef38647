using Microsoft.EntityFrameworkCore;
using Moothall.Features.Public;
using Moothall.Platform.Access;

namespace Moothall.Features.ThisWeek;

/// <summary>Pages for everybody that wait for a second person.</summary>
internal static class PublicWeek
{
    public static async Task<WeekSection?> OfAsync(Week week, CancellationToken cancel)
    {
        if (!week.User.May(Permission.Publish))
        {
            return null;
        }

        var waiting = await week
            .Db.Set<Publication>()
            .CountAsync(one => one.PublishedAt == null && one.PreparedById != week.User.Id, cancel);
        return waiting == 0
            ? null
            : new(
                "Public pages",
                [
                    new(
                        $"Look at {Countdown.Count(waiting, "page")} that a colleague prepared, and publish {(waiting == 1 ? "it" : "them")}",
                        "/Public/Publishing/Index"
                    )
                    {
                        Urgency = Urgency.Soon,
                        Tag = $"{waiting} waiting",
                    },
                ]
            );
    }
}
