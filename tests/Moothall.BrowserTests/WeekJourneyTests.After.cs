using Microsoft.Playwright;

namespace Moothall.BrowserTests;

/// <summary>From the draft of the minutes to the next agenda.</summary>
public sealed partial class WeekJourneyTests
{
    private async Task WriteMinutesAsync()
    {
        await helen.FollowAsync("Minutes", HubDay);
        await helen.SeesAsync(Matter);
        await helen.PictureAsync("minutes-draft");
        await helen.PressAsync("Go to signing");
        // Nobody signs while a full name stands in the text (settled 12).
        Assert.Equal(0, await SignButton(helen).CountAsync());
        await helen.PictureAsync("signing-waits-for-names");
        await helen.FollowAsync("Correct the text and check names");
        await helen.SeesAsync(FamilyName);
        await helen.PictureAsync("names-found");
        await helen.PressAsync("Replace all by initials");
        await helen.SeesAsync("No known name stands in the text without a reason.");
        await helen.SeesNotAsync(FamilyName);

        await helen.FollowAsync("signed");
        await SignButton(helen).ClickAsync();
        await helen.SeesAsync("Signed. The others who may sign have been told.");
        await helen.PictureAsync("signed-once");
        // One signature releases nothing, and the same person cannot give the second (S1-7.2j).
        await helen.PressAsync("Go to signing");
        Assert.Equal(0, await SignButton(helen).CountAsync());
        await helen.Page.GotoAsync(
            new Uri(helen.Page.Url).AbsolutePath.Replace(
                "/Sign",
                "/Circulate",
                StringComparison.Ordinal
            )
        );
        Assert.Equal(
            0,
            await helen.Page.GetByRole(AriaRole.Button, new() { Name = "Circulate" }).CountAsync()
        );
        await helen.PictureAsync("circulation-waits");

        var siobhan = await journey.SignInAsync(Approver);
        await siobhan.FollowAsync("Minutes", $"Sign the minutes of Tuesday {HubDay}");
        await SignButton(siobhan).ClickAsync();
        await siobhan.SeesAsync("Both signatures are there, so the minutes are released");
        await siobhan.PictureAsync("signed-twice");

        await helen.FollowAsync("Minutes", HubDay);
        await helen.PressAsync("Circulate");
        await helen.PictureAsync("recipients");
        await helen.Page.GetByRole(AriaRole.Button, new() { Name = "Circulate to " }).ClickAsync();
        await helen.SeesAsync(Referrer);
        await helen.SeesAsync("Ready to read here");
        await helen.PictureAsync("circulated");
    }

    private static ILocator SignButton(JourneyPerson person) =>
        person.Page.GetByRole(AriaRole.Button, new() { Name = "Sign these minutes" });

    private async Task ReadMinutesAsync(string reference)
    {
        var steve = await journey.SignInAsync(Referrer);
        await steve.PictureAsync("member-home");
        await steve.FollowAsync("Minutes", HubDay);
        await steve.SeesAsync(reference);
        await steve.SeesAsync(Decision);
        await steve.SeesAsync(Action);
        await steve.SeesAsync("TQ is thought to lead the group.");
        await steve.SeesNotAsync(FamilyName);
        await steve.PictureAsync("minutes-to-read");
        await steve.PressAsync("I have read these minutes");
        await steve.SeesAsync("You have acknowledged these minutes.");
        await steve.PictureAsync("acknowledged");
    }

    private async Task ReportAsync()
    {
        var jodie = await journey.SignInAsync(Owner);
        await jodie.FollowAsync("Actions", Action);
        await jodie.ChooseAsync("Progress", "In progress");
        await jodie.TypeAsync("What was done", Done);
        await jodie.PictureAsync("action-report");
        await jodie.PressAsync("Report");
        await jodie.SeesAsync(Done);
        await jodie.PictureAsync("action-reported");
    }

    private async Task CarryForwardAsync(string reference)
    {
        var again = await journey.SignInAsync(Coordinator);
        await again.FollowAsync("Meetings", NextHubDay, "Arrange and publish");
        await again.SeesAsync(reference);
        await again
            .Page.GetByRole(AriaRole.Button, new() { Name = "Publish the agenda" })
            .ClickAsync();
        var changed = again
            .Page.GetByRole(AriaRole.Listitem)
            .Filter(new() { HasText = Action })
            .Last;
        await Assertions.Expect(changed).ToContainTextAsync($"{OwningMember}, due 1 December 2026");
        await Assertions
            .Expect(
                again.Page.GetByRole(
                    AriaRole.Heading,
                    new() { Name = "Changed since the last meeting" }
                )
            )
            .ToBeVisibleAsync();
        await again.PictureAsync("next-agenda");

        var jodie = await journey.SignInAsync(Owner);
        await jodie.FollowAsync("Meetings", NextHubDay);
        await jodie.SeesAsync(Action);
        await jodie.PictureAsync("next-agenda-for-the-owner");
    }
}
