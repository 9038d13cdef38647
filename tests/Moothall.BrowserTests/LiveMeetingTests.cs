using Microsoft.Playwright;
using Moothall.Tests;

namespace Moothall.BrowserTests;

/// <summary>A live meeting in two browsers: screens keep in step, what is typed survives, and open pages hold up no stop (settled 24).</summary>
public sealed class LiveMeetingTests(Chromium chromium) : IClassFixture<Chromium>
{
    internal static string Pictures =>
        Directory.CreateDirectory(Path.Combine(RunningMoot.Root, "artifacts", "screens")).FullName;

    [Fact]
    [Rule("S1-6.2")]
    public async Task Screens_keep_in_step_and_lose_nothing_that_is_typed()
    {
        await using var moot = await RunningMoot.StartAsync();
        var meeting = await TodaysMeeting.WriteAsync(moot.Database);
        var live = $"/Meetings/{meeting}/Live";
        var chair = await LiveSteps.ComeAsync(chromium, moot, "Chair", meeting);
        var member = await LiveSteps.ComeAsync(chromium, moot, "Member", meeting);
        await chair.GetByLabel("The sharing protocol was explained").CheckAsync();
        await chair.GetByLabel("I have checked that recording").CheckAsync();
        await chair.GetByRole(AriaRole.Button, new() { Name = "Start the meeting" }).ClickAsync();

        // The member's screen follows without being touched.
        await LiveSteps.Heading(member, "1. Welcome").WaitForAsync();
        await LiveSteps.Line(chair, "Scooters").ClickAsync();
        await LiveSteps.Heading(member, "2. Scooters").WaitForAsync();

        // What the member types stays when the meeting moves on, and goes where it belongs.
        await member.Locator("#Share_Text").FillAsync("Two calls this week");
        await LiveSteps.Line(chair, "Noise at night").ClickAsync();
        await LiveSteps.Heading(member, "4. CSH-2026-LIVE").WaitForAsync();
        Assert.Equal("Two calls this week", await member.Locator("#Share_Text").InputValueAsync());
        await member.GetByText("belongs to 2. Scooters in the park").WaitForAsync();
        await member.Locator("#live-share button").ClickAsync();
        await member.Locator("#live-share:not(.moot-kept)").WaitForAsync();
        // A click counts although the agenda was renewed between press and release.
        await LiveSteps.Line(chair, "Scooters").HoverAsync();
        await chair.Mouse.DownAsync();
        var renewed = chair.WaitForResponseAsync(answer =>
            answer.Url.Contains("handler=Board", StringComparison.Ordinal)
        );
        await member.Locator("#Share_Text").FillAsync("The warden has seen them too");
        await member.Locator("#live-share button").ClickAsync();
        await (await renewed).FinishedAsync();
        await chair.WaitForTimeoutAsync(500);
        await chair.Mouse.UpAsync();
        await chair.GetByText("Two calls this week").WaitForAsync();

        // An action without the mouse; a summary typed beside it is not lost, and one key ends the item.
        await LiveSteps.Line(chair, "Noise at night").ClickAsync();
        await LiveSteps.Heading(chair, "4. CSH-2026-LIVE").WaitForAsync();
        await chair.Locator("#Ending_Summary").FillAsync("The landlord visits on Friday");
        await chair.Locator("#Act_Text").FocusAsync();
        await chair.Keyboard.TypeAsync("Change the locks");
        await chair.Keyboard.PressAsync("Tab");
        await chair.Keyboard.TypeAsync("police");
        await chair.Locator(".autocomplete__option").First.WaitForAsync();
        await chair.Keyboard.PressAsync("Enter");
        await chair.Locator("#Act_Text").FocusAsync();
        await chair.Keyboard.PressAsync("Enter");
        await chair
            .Locator("#live-actions .moot-action__text", new() { HasText = "Change the locks" })
            .WaitForAsync();
        Assert.Equal(
            "The landlord visits on Friday",
            await chair.Locator("#Ending_Summary").InputValueAsync()
        );
        // With the page at its top, the whole of an item's work is on a laptop's screen.
        await chair.EvaluateAsync(
            "window.scrollTo(0, document.querySelector('.moot-live').offsetTop)"
        );
        await chair
            .GetByRole(AriaRole.Button, new() { Name = "Save and next" })
            .ScrollIntoViewIfNeededAsync();
        await PictureAsync(chair, "live-chair");
        await member
            .Locator("#live-actions .moot-action__text", new() { HasText = "Change the locks" })
            .WaitForAsync();
        await PictureAsync(member, "live-member");
        await chair.Locator("#Ending_Summary").FocusAsync();
        await chair.Keyboard.PressAsync("Enter");
        await LiveSteps.Heading(member, "5. Any other business").WaitForAsync();

        foreach (var path in new[] { live, $"/Meetings/{meeting}/Register", "/Actions" })
        {
            var phone = await chair.Context.NewPageAsync();
            await phone.SetViewportSizeAsync(390, 844);
            await phone.GotoAsync(path);
            await phone.ScreenshotAsync(
                new()
                {
                    Path = Path.Combine(Pictures, $"{path.Split('/')[^1]}-narrow.png"),
                    FullPage = true,
                }
            );
            Assert.True(
                await phone.EvaluateAsync<bool>(
                    "document.documentElement.scrollWidth <= window.innerWidth"
                ),
                $"{path} runs over the side of a telephone"
            );
            await phone.CloseAsync();
        }

        // Both pages are open with their streams; Ctrl-C stops all the same.
        var took = await moot.InterruptAsync(TimeSpan.FromSeconds(20));
        Assert.True(took < TimeSpan.FromSeconds(10), $"stopping took {took}");
    }

    private static Task PictureAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-wide.png") });
}
