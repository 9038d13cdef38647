using Microsoft.Playwright;

namespace Moothall.BrowserTests;

/// <summary>A scribe's hands stay on the keyboard, and screens keep in step where streams do not pass or the connection drops.</summary>
public sealed class ScribeTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_meeting_is_written_down_without_the_mouse()
    {
        await using var moot = await RunningMoot.StartAsync();
        var meeting = await TodaysMeeting.WriteAsync(moot.Database);
        var chair = await StartAsync(moot, meeting);
        var keys = chair.Keyboard;

        // On to the case and back, by keys.
        foreach (var heading in new[] { "2. Scooters", "3. Open actions", "4. CSH-2026-LIVE" })
        {
            await keys.PressAsync("Alt+KeyJ");
            await LiveSteps.Heading(chair, heading).WaitForAsync();
        }

        await keys.PressAsync("Alt+KeyK");
        await LiveSteps.Heading(chair, "3. Open actions").WaitForAsync();
        await keys.PressAsync("Alt+KeyJ");
        await LiveSteps.Heading(chair, "4. CSH-2026-LIVE").WaitForAsync();

        // An action with its owner and date by a few letters; the box is ready for the next one.
        await keys.PressAsync("Alt+KeyA");
        await keys.TypeAsync("Change the locks");
        await keys.PressAsync("Tab");
        foreach (var letters in new[] { "adcho", "hous", "ald hou" })
        {
            await keys.PressAsync("Control+KeyA");
            await keys.TypeAsync(letters);
            await chair
                .Locator(".autocomplete__option--focused", new() { HasText = "Housing Options" })
                .WaitForAsync();
        }

        await keys.PressAsync("Enter");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("2 weeks");
        await keys.PressAsync("Enter");
        await LiveSteps.Action(chair, "Change the locks").WaitForAsync();
        Assert.Contains(
            "Housing",
            await chair.Locator("#live-undo").InnerTextAsync(),
            StringComparison.Ordinal
        );
        Assert.Equal("", await chair.Locator("#Act_Text").InputValueAsync());
        Assert.Equal("Act_Text", await FocusAsync(chair));
        await chair.ScreenshotAsync(
            new() { Path = Path.Combine(LiveMeetingTests.Pictures, "live-scribe-wide.png") }
        );

        // Taken back by one key, and a mistake keeps what was typed.
        await keys.PressAsync("Alt+KeyZ");
        await LiveSteps
            .Action(chair, "Change the locks")
            .WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await keys.PressAsync("Alt+KeyA");
        await keys.TypeAsync("Ask the school");
        await keys.PressAsync("Enter");
        await chair.Locator(".moot-live__said").GetByText("Choose the member").WaitForAsync();
        Assert.Equal("Ask the school", await chair.Locator("#Act_Text").InputValueAsync());

        // Sum up and move on by one key; what stands half typed beside it stays.
        await keys.PressAsync("Alt+KeyS");
        await keys.TypeAsync("The landlord visits on Friday");
        await keys.PressAsync("Enter");
        await LiveSteps.Heading(chair, "5. Any other business").WaitForAsync();
        Assert.Equal("Ask the school", await chair.Locator("#Act_Text").InputValueAsync());
        await keys.PressAsync("Alt+KeyZ");
        await LiveSteps.Heading(chair, "4. CSH-2026-LIVE").WaitForAsync();
        // The heading comes before what stands below it.
        await Assertions
            .Expect(chair.Locator("#Ending_Summary"))
            .ToHaveValueAsync("The landlord visits on Friday");
    }

    [Fact]
    public async Task Where_a_proxy_swallows_the_stream_the_page_asks_instead()
    {
        await using var moot = await RunningMoot.StartAsync();
        var meeting = await TodaysMeeting.WriteAsync(moot.Database);
        // The stream is taken and never answered, as a proxy does that waits for its end.
        var member = await LiveSteps.ComeAsync(
            chromium,
            moot,
            "Member",
            meeting,
            page => page.RouteAsync("**/Live/Pulse", _ => { })
        );
        var chair = await StartAsync(moot, meeting);
        await LiveSteps.Line(chair, "Scooters").ClickAsync();
        await LiveSteps.Heading(member, "2. Scooters").WaitForAsync();
        await LiveSteps.Line(chair, "Noise at night").ClickAsync();
        await LiveSteps.Heading(member, "4. CSH-2026-LIVE").WaitForAsync();
    }

    [Fact]
    public async Task After_a_dropped_connection_a_screen_catches_up_by_itself()
    {
        await using var moot = await RunningMoot.StartAsync();
        var meeting = await TodaysMeeting.WriteAsync(moot.Database);
        var member = await LiveSteps.ComeAsync(chromium, moot, "Member", meeting);
        var chair = await StartAsync(moot, meeting);
        await LiveSteps.Heading(member, "1. Welcome").WaitForAsync();
        await member.Locator("#Share_Text").FillAsync("Two calls this week");
        await member.Context.SetOfflineAsync(true);
        await member.GetByText("No connection. What you see may be old").WaitForAsync();
        await LiveSteps.Line(chair, "Scooters").ClickAsync();
        await LiveSteps.Heading(chair, "2. Scooters").WaitForAsync();
        await member.Locator("#live-share button").ClickAsync();
        await member.GetByText("Not saved: no connection").WaitForAsync();
        await member.Context.SetOfflineAsync(false);
        await LiveSteps.Heading(member, "2. Scooters").WaitForAsync();
        Assert.Equal("Two calls this week", await member.Locator("#Share_Text").InputValueAsync());
    }

    private async Task<IPage> StartAsync(RunningMoot moot, Guid meeting)
    {
        var chair = await LiveSteps.ComeAsync(chromium, moot, "Chair", meeting);
        await chair.GetByLabel("The sharing protocol was explained").CheckAsync();
        await chair.GetByLabel("I have checked that recording").CheckAsync();
        await chair.GetByRole(AriaRole.Button, new() { Name = "Start the meeting" }).ClickAsync();
        await LiveSteps.Heading(chair, "1. Welcome").WaitForAsync();
        return chair;
    }

    private static Task<string> FocusAsync(IPage page) =>
        page.EvaluateAsync<string>("document.activeElement.id");
}
