using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Tests.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.WriteUps;

/// <summary>The parts of a write-up are saved each by itself, by one person or by several, as the paper has them.</summary>
public sealed class WriteUpPartTests
{
    [Theory, BothDatabases]
    public async Task Two_who_write_up_one_meeting_lose_nothing(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        moot.Clock.Set(Sitting.Morning.AddDays(2));
        using var carys = await moot.AsAsync(People.Coordinator);
        using var sunil = await moot.AsAsync(People.SecondCoordinator);
        var first = await sunil.GetAsync(PaperSheet.Address);
        var second = await sunil.GetAsync(PaperSheet.Address);
        await PaperSheet.ItemAsync(carys, sitting.CaseItem, "Discussed", "Noise goes on");
        // His page knows nothing of it and sends every item.
        await PaperSheet.ItemAsync(sunil, sitting.SecretItem, "Discussed", "A new address", first);
        Assert.Equal(
            ["Noise goes on", "A new address"],
            await SummariesAsync(moot, sitting.CaseItem, sitting.SecretItem)
        );

        var met = await PaperSheet.ItemAsync(
            sunil,
            sitting.CaseItem,
            "Discussed",
            "A letter went",
            second
        );
        Assert.Contains("someone else wrote it up", met.Errors.Single(), StringComparison.Ordinal);
        var both = met
            .Document.QuerySelectorAll<IHtmlTextAreaElement>("textarea")
            .Single(area => area.Value.Contains("A letter went", StringComparison.Ordinal));
        Assert.Equal("Noise goes on\nA letter went", both.Value.ReplaceLineEndings("\n"));
        Assert.Empty((await sunil.PostAsync(met, "handler=Save")).Errors);
        Assert.Equal(
            ["Noise goes on\nA letter went", "A new address"],
            await SummariesAsync(moot, sitting.CaseItem, sitting.SecretItem)
        );
    }

    [Theory, BothDatabases]
    public async Task No_button_loses_what_is_typed_beside_another(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        moot.Clock.Set(Sitting.Morning.AddDays(2));
        using var carys = await moot.AsAsync(People.Coordinator);
        await PaperSheet.PeopleAsync(carys, (PaperSheet.Petra, "10:07", "10:40"));
        var page = await carys.GetAsync(PaperSheet.Address);
        var summary = PaperSheet.RowOf(page, sitting.CaseItem) + ".Summary";
        var wrong = await carys.PostAsync(
            page,
            "handler=Save",
            "Record the action",
            (summary, "Typed beside it"),
            ("Act.Text", "Write to the landlord")
        );
        Assert.NotEmpty(wrong.Errors);
        Assert.Contains("Typed beside it", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("Write to the landlord", wrong.Text, StringComparison.Ordinal);
        var done = await carys.PostAsync(
            wrong,
            "handler=Save",
            "Record the action",
            ("Act.OwnerMembershipId", World.PoliceMember.ToString())
        );
        Assert.Empty(done.Errors);
        Assert.Equal(["Typed beside it"], await SummariesAsync(moot, sitting.CaseItem));
        Assert.Contains(
            "Write to the landlord (Testshire Police",
            done.Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    [Rule("S1-6.2")]
    public async Task Who_came_and_left_early_was_there_for_its_action(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        moot.Clock.Set(Sitting.Morning.AddDays(2));
        using var carys = await moot.AsAsync(People.Coordinator);
        var early = await PaperSheet.ActAsync(carys, sitting, World.PoliceMember);
        Assert.Equal(["Write down who came before the actions."], early.Errors);
        await PaperSheet.PeopleAsync(carys, (PaperSheet.Petra, "10:07", "10:40"));
        Assert.Empty((await PaperSheet.ActAsync(carys, sitting, World.PoliceMember)).Errors);
        Assert.Empty((await PaperSheet.ActAsync(carys, sitting, World.HousingMember)).Errors);
        var actions = await moot.WithAsync(db =>
            db.Set<HubAction>().Where(one => one.MeetingId == World.NextMeeting).ToListAsync()
        );
        Assert.Null(
            actions.Single(one => one.OwnerMembershipId == World.PoliceMember).Acceptance.State
        );
        Assert.Equal(
            AcceptanceState.Awaited,
            actions.Single(one => one.OwnerMembershipId == World.HousingMember).Acceptance.State
        );
    }

    [Theory, BothDatabases]
    [Rule("S1-6.5")]
    public async Task Only_a_case_that_was_discussed_is_closed(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        await moot.WithAsync(db =>
            db.Set<HubAction>().Where(one => one.Id == sitting.OldAction).ExecuteDeleteAsync()
        );
        moot.Clock.Set(Sitting.Morning.AddDays(2));
        using var carys = await moot.AsAsync(People.Coordinator);
        foreach (
            var (outcome, status, problems) in new (string, CaseStatus, string[])[]
            {
                (
                    "NotReached",
                    CaseStatus.Open,
                    [
                        "Item 4: A case is decided where it was discussed. Choose that outcome, or leave the case as it stands.",
                    ]
                ),
                ("Discussed", CaseStatus.Closed, []),
            }
        )
        {
            var page = await PaperSheet.ItemAsync(
                carys,
                sitting.CaseItem,
                outcome,
                "Quiet",
                null,
                "CloseResolved"
            );
            Assert.Equal(problems, page.Errors);
            Assert.Equal(
                status,
                await moot.WithAsync(db =>
                    db.Set<HubCase>()
                        .Where(one => one.Id == sitting.Case)
                        .Select(one => one.Status)
                        .SingleAsync()
                )
            );
        }
    }

    private static async Task<string[]> SummariesAsync(Moot moot, params Guid[] items)
    {
        var meeting = await Sitting.MeetingAsync(moot);
        return [.. items.Select(id => meeting.Items.Single(item => item.Id == id).Summary)];
    }
}
