using System.Text;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Actions;
using Moothall.Tests.Features.Plan.Import;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Plan.Actions;

/// <summary>The numbers by which partners know the actions of their plan.</summary>
public sealed class OwnNumbersTests
{
    [Theory, BothDatabases, Rule("S2-F")]
    public async Task A_number_comes_in_with_the_plan_and_is_changed_by_hand(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var look = await BringingPlans.UploadAsync(
            carys,
            "plan.csv",
            Encoding.UTF8.GetBytes(
                "Ref,Action,Lead,By when\nVAWG 3,Train hairdressers,Testbourne Council,March 2029\n"
            )
        );
        Assert.Contains("Number of action 1", look.Words, StringComparison.Ordinal);
        var plan = await carys.PostAsync(
            look.Words.Contains("Make this the plan", StringComparison.Ordinal)
                ? look
                : await carys.PostAsync(look),
            "Make this the plan"
        );
        Assert.Contains("Number in our papers VAWG 3", plan.Words, StringComparison.Ordinal);

        var id = await moot.WithAsync(db =>
            db.Set<PlanAction>().Select(one => one.Id).SingleAsync()
        );
        var form = await carys.GetAsync($"/Plan/Actions/{id}/Edit");
        Assert.Equal("VAWG 3", BringingPlans.ValueOf(form, "Details.Reference"));
        var changed = await carys.PostAsync(form, fields: [("Details.Reference", "VAWG 4")]);
        Assert.Contains("Number in our papers VAWG 4", changed.Words, StringComparison.Ordinal);
    }
}
