using System.Text;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Plan.Import;

/// <summary>Whoever brings a document in that is a plan already reads so, and may bring it in all the same.</summary>
public sealed class BroughtBeforeTests
{
    [Theory, BothDatabases]
    public async Task The_same_document_is_said_to_be_a_plan_already(Database database)
    {
        const string Said = "and became the plan";
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var content = Encoding.UTF8.GetBytes(BringingPlans.Text);
        var look = await BringingPlans.UploadAsync(carys, "plan.txt", content);
        Assert.DoesNotContain(Said, look.Words, StringComparison.Ordinal);
        // Brought twice and a plan of neither, it is no plan yet.
        var second = await BringingPlans.UploadAsync(carys, "plan.txt", content);
        Assert.DoesNotContain(Said, second.Words, StringComparison.Ordinal);
        var made = await carys.PostAsync(await carys.PostAsync(look), "Make this the plan");

        var again = await BringingPlans.UploadAsync(carys, "The plan again.txt", content);
        Assert.Matches(
            "This document was brought in on [0-9]+ [A-Z][a-z]+ [0-9]{4} and became the plan Testbourne Community Safety Plan 2026-29",
            again.Words
        );
        Assert.Contains(
            again.Document.QuerySelectorAll("main a"),
            one => one.GetAttribute("href") == made.Path
        );
        var other = await BringingPlans.UploadAsync(
            carys,
            "plan.txt",
            Encoding.UTF8.GetBytes(BringingPlans.Text + "One more line\n")
        );
        Assert.DoesNotContain(Said, other.Words, StringComparison.Ordinal);

        await carys.PostAsync(again, "Make this the plan");
        Assert.Equal(2, await moot.WithAsync(db => db.Set<PartnershipPlan>().CountAsync()));
    }
}
