using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Meetings;

/// <summary>The end of a meeting says truly what was discussed.</summary>
public sealed class LiveEndTests
{
    [Theory, BothDatabases]
    [Rule("S1-6.2")]
    public async Task What_was_discussed_is_summed_up_and_what_was_only_passed_was_not_reached(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        await Sitting.MoveAsync(clive, "Scooters");
        moot.Clock.Advance(TimeSpan.FromSeconds(20));
        await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        moot.Clock.Advance(TimeSpan.FromMinutes(4));
        var page = await Sitting.MoveAsync(clive, "Any other business");
        var half = await clive.PostAsync(page, "no paper is left", null, ("roomChecked", "true"));
        Assert.Equal(["Begun but not summed up: item 4. End these first."], half.Errors);

        page = await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        page = await clive.PostAsync(
            page,
            "handler=EndItem",
            null,
            ("Ending.Summary", "The landlord writes")
        );
        page = await clive.PostAsync(page, "no paper is left", null, ("roomChecked", "true"));
        Assert.Empty(page.Errors);
        var items = (await Sitting.MeetingAsync(moot)).Items;
        Assert.Equal(
            (ItemOutcome.NotReached, ItemOutcome.Discussed),
            (
                items.Single(item => item.Id == sitting.Theme).Outcome!.Value,
                items.Single(item => item.Id == sitting.CaseItem).Outcome!.Value
            )
        );
    }

    [Theory, BothDatabases]
    [Rule("S1-6.5")]
    public async Task A_decision_on_a_case_that_was_not_discussed_is_asked_about_and_not_dropped(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var page = await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        (string, string?)[] end =
        [
            ("Ending.Outcome", nameof(ItemOutcome.NoChange)),
            ("Ending.Case", "Monitor"),
        ];
        var asked = await clive.PostAsync(page, "handler=EndItem", null, end);
        Assert.StartsWith("A case is decided where it was discussed.", asked.Errors.Single());
        end[1] = ("Ending.Case", "AsItStands");
        Assert.Empty((await clive.PostAsync(page, "handler=EndItem", null, end)).Errors);
    }
}
