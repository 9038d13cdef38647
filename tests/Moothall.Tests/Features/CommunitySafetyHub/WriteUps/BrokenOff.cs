using Moothall.Tests.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.WriteUps;

/// <summary>A meeting that the network breaks off, by the pages' own buttons.</summary>
internal static class BrokenOff
{
    /// <summary>The theme is dealt with and an action given; the network fails soon after the case is begun.</summary>
    public static async Task<(Browser Chair, Page Page)> BeginAsync(Moot moot)
    {
        var (clive, _) = await Sitting.StartAsync(moot);
        moot.Clock.Advance(TimeSpan.FromSeconds(90));
        var page = await Sitting.MoveAsync(clive, "Scooters");
        page = await clive.PostAsync(
            page,
            "handler=Act",
            null,
            ("Act.Text", "Write to the ward"),
            ("Act.OwnerMembershipId", World.PoliceMember.ToString())
        );
        Assert.Empty(page.Errors);
        moot.Clock.Advance(TimeSpan.FromMinutes(4));
        page = await clive.PostAsync(
            page,
            "handler=EndItem",
            null,
            ("Ending.Summary", "Scooters are seized")
        );
        moot.Clock.Set(Sitting.Morning.AddMinutes(25));
        page = await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        Assert.Empty(page.Errors);
        moot.Clock.Advance(TimeSpan.FromSeconds(150));
        return (clive, page);
    }

    /// <summary>Signs the agreement of the meeting, as everyone in it did.</summary>
    public static async Task<Browser> SignedAsync(Moot moot, Person person)
    {
        var browser = await moot.AsAsync(person);
        await browser.PostAsync(await browser.GetAsync(Sitting.Sign), "Agree and sign");
        return browser;
    }

    public static async Task<Page> BreakOffAsync(Browser browser) =>
        await browser.PostAsync(await browser.GetAsync(Sitting.Live), "Write up the rest on paper");

    public static async Task<Page> EndAsync(
        Browser browser,
        Sitting sitting,
        string ended = "10:40"
    )
    {
        var page = await browser.GetAsync(PaperSheet.Address);
        var row = PaperSheet.RowOf(page, sitting.CaseItem);
        return await browser.PostAsync(
            page,
            "handler=Save",
            "End the meeting",
            ($"{row}.Outcome", "Discussed"),
            ($"{row}.Ended", "10:21"),
            ($"{row}.Summary", "Noise goes on"),
            ("Finish.Ended", ended),
            ("Finish.RoomChecked", "true")
        );
    }
}
