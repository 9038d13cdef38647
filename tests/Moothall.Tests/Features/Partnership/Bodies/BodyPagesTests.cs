using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Bodies;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Partnership.Bodies;

/// <summary>The standing groups of the partnership.</summary>
public sealed class BodyPagesTests
{
    [Theory, BothDatabases]
    public async Task A_second_hub_is_another_row_with_members_of_its_own(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync("/Partnership/Bodies/Edit");
        var bad = await carys.PostAsync(
            page,
            page.Form("Save"),
            null,
            ("Input.Name", "Rural Hub"),
            ("Input.Type", nameof(BodyType.Hub)),
            ("Input.MeetsWeekly", "true"),
            ("Input.Minutes", "75")
        );
        Assert.Contains(
            "A meeting is planned for 1 to 60 minutes",
            bad.Errors.Single(),
            StringComparison.Ordinal
        );
        await carys.PostAsync(
            page,
            page.Form("Save"),
            null,
            ("Input.Name", "Rural Hub"),
            ("Input.Type", nameof(BodyType.Hub)),
            ("Input.MeetsWeekly", "true"),
            ("Input.Day", nameof(DayOfWeek.Thursday)),
            ("Input.Start", "2pm")
        );
        var hub = await moot.WithAsync(db =>
            db.Set<GovernanceBody>().SingleAsync(body => body.Name == "Rural Hub")
        );
        Assert.Equal((DayOfWeek.Thursday, new TimeOnly(14, 0)), (hub.Times.Day, hub.Times.Start));
        var members = await carys.GetAsync($"/Partnership/Members?hub={hub.Id}");
        Assert.Contains("There are no members yet", members.Words, StringComparison.Ordinal);
    }
}
