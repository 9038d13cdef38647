using Microsoft.Playwright;

namespace Moothall.BrowserTests;

/// <summary>From the partner's reading to the next agenda.</summary>
public sealed partial class WeekJourneyTests
{
    private const string Done = "Met eleven of them on Friday; two will join the boxing club.";

    private async Task ReadMinutesAsync()
    {
        var amy = await journey.SignInAsync(Partner);
        await amy.PictureAsync("partner-home");
        await amy.FollowAsync("Minutes of Tuesday 24 November");
        await amy.SeesAsync($"{reference}: {Matter}");
        await amy.SeesAsync(Decision);
        await amy.SeesAsync(Action);
        await amy.SeesAsync($"TQ is thought to lead the group. {Corrected}");
        await amy.SeesNotAsync(FamilyName);
        await amy.PictureAsync("minutes-to-read");
        await amy.PressAsync("I have read these minutes", "You have acknowledged these minutes.");
        await amy.IsNotOfferedAsync("I have read these minutes");
        await amy.PictureAsync("acknowledged");

        // The councillor's copy holds part A alone, the guest's the guest's own item.
        var brian = await journey.SignInAsync(Councillor);
        await brian.FollowAsync("Minutes", HubDay);
        await brian.SeesAsync("Attendance");
        await brian.SeesNotAsync(reference);
        await brian.SeesNotAsync(Action);
        await brian.PictureAsync("councillor-minutes");
        var priya = await journey.SignInAsync(Guest);
        await priya.FollowAsync("Minutes", HubDay);
        await priya.SeesAsync(Talk);
        await priya.SeesNotAsync("Welcome");
        await priya.SeesNotAsync(reference);
        await priya.SeesNotAsync(Action);
        await priya.PictureAsync("guest-minutes");
    }

    private async Task AskWhoHasReadAsync()
    {
        var helen = await journey.SignInAsync(Coordinator);
        await helen.FollowAsync("Minutes", HubDay, "Who has read these minutes");
        await Assertions.Expect(helen.Row(Partner)).ToContainTextAsync("25 Nov");
        await Assertions.Expect(helen.Row(Researcher)).ToContainTextAsync("Not yet");
        await helen.PictureAsync("readers");
    }

    private async Task ReportAsync()
    {
        var jodie = await journey.SignInAsync(Owner);
        await jodie.FollowAsync("Actions", Action);
        await jodie.SeesAsync("Tuesday 1 December 2026");
        await jodie.ChooseAsync("Progress", "In progress");
        await jodie.TypeAsync("What was done", Done);
        await jodie.PictureAsync("action-report");
        await jodie.PressAsync("Report", "Your report is recorded.");
        await jodie.SeesAsync(Done);
        await jodie.PictureAsync("action-reported");

        // Another member sees the action but does not report on it; the councillor does not see it at all.
        var address = jodie.Here;
        var amy = await journey.SignInAsync(Partner);
        await amy.FollowAsync("Actions");
        await amy.ChooseAsync("Owner", OwningMember);
        await amy.PressAsync("Show", Action);
        await amy.FollowAsync(Action);
        await amy.SeesAsync(Done);
        await amy.IsNotOfferedAsync("Report");
        var brian = await journey.SignInAsync(Councillor);
        await brian.FindsNothingAtAsync(address, Action, Done);
    }

    private async Task CarryForwardAsync()
    {
        var helen = await journey.SignInAsync(Coordinator);
        await helen.FollowAsync("Meetings", NextHubDay, "Arrange and publish");
        await helen.SeesAsync($"{reference}: {Matter}");
        await helen.PressAsync("Publish the agenda", "The agenda is published.");
        await SeesCarriedAsync(helen);
        await helen.PictureAsync("next-agenda");

        var jodie = await journey.SignInAsync(Owner);
        await jodie.FollowAsync("Meetings", NextHubDay);
        await SeesCarriedAsync(jodie);
        await jodie.PictureAsync("next-agenda-for-the-owner");

        var brian = await journey.SignInAsync(Councillor);
        await brian.FollowAsync("Meetings", NextHubDay);
        await brian.SeesAsync("Welcome");
        await brian.SeesNotAsync(Action);
        await brian.SeesNotAsync(reference);
    }

    // Under the heading of what changed: it stays on the list until a meeting takes it off (S1-3.3).
    private async Task SeesCarriedAsync(JourneyPerson reader)
    {
        await Assertions
            .Expect(
                reader.Page.GetByRole(
                    AriaRole.Heading,
                    new() { Name = "Changed since the last meeting" }
                )
            )
            .ToBeVisibleAsync();
        await Assertions
            .Expect(
                reader.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = Action }).Last
            )
            .ToContainTextAsync($"{OwningMember}, due 1 December 2026, {reference}");
    }
}
