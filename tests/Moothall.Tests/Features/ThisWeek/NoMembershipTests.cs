using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.ThisWeek;

/// <summary>A representative whom no member has any more, or not yet.</summary>
public sealed class NoMembershipTests
{
    [Theory, BothDatabases]
    public async Task Whoever_acts_for_no_member_is_told_why_every_page_is_empty(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.WithAsync(db =>
            db.Set<Representative>()
                .Where(one => one.UserId == People.Police.Id)
                .ExecuteDeleteAsync()
        );
        using var petra = await moot.AsAsync(People.Police);
        string[] pages = ["/", "/Meetings", "/Cases", "/Actions", "/Minutes", "/Referrals"];
        foreach (var path in pages)
        {
            Assert.Contains(
                "You act for no member of a hub today.",
                (await petra.GetAsync(path)).Words,
                StringComparison.Ordinal
            );
        }

        using var guest = await moot.AsAsync(People.Guest);
        Assert.DoesNotContain(
            "You act for no member",
            (await guest.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
    }
}
