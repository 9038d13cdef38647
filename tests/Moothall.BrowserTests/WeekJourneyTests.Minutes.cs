using Microsoft.Playwright;

namespace Moothall.BrowserTests;

/// <summary>From the draft of the minutes to their circulation.</summary>
public sealed partial class WeekJourneyTests
{
    private const string Corrected = "Youth workers see them first, with the landlord.";

    private string minutes = "";

    private async Task<JourneyPerson> WriteMinutesAsync()
    {
        var amy = await journey.SignInAsync(Partner);
        await amy.FollowAsync("Minutes");
        await amy.SeesNotAsync(HubDay);

        var helen = await journey.SignInAsync(Coordinator);
        await helen.FollowAsync("Minutes", HubDay);
        await helen.SeesAsync($"{reference}: {Matter}");
        await helen.SeesAsync(Decision);
        await helen.SeesAsync(Action);
        minutes = helen.Here;
        await amy.FindsNothingAtAsync(minutes, Matter, FamilyName);
        await helen.PictureAsync("minutes-draft");
        // Nobody signs while a full name stands in the text (settled 12).
        await helen.FollowAsync("Go to signing");
        await helen.IsNotOfferedAsync("Sign these minutes");
        await helen.PictureAsync("signing-waits-for-names");

        await helen.FollowAsync("Correct the text and check names");
        await helen.SeesAsync(FamilyName);
        await helen.PictureAsync("names-found");
        await helen.PressAsync(
            "Replace all by initials",
            "No known name stands in the text without a reason."
        );
        await helen.SeesNotAsync(FamilyName);
        await helen.FollowAsync($"Change {reference}");
        var text = helen.Page.GetByRole(AriaRole.Textbox, new() { Name = "Text" });
        var drafted = await text.InputValueAsync();
        Assert.Contains("TQ is thought to lead the group.", drafted);
        await text.FillAsync(drafted.Replace("Youth workers see them first.", Corrected));
        await helen.PictureAsync("minutes-correct");
        await helen.PressAsync("Save", "Saved.");
        await helen.SeesAsync(Corrected);
        return helen;
    }

    private async Task SignMinutesAsync(JourneyPerson helen)
    {
        await helen.FollowAsync("signed");
        await helen.PressAsync(
            "Sign these minutes",
            "Signed. Tell the others who may sign yourself: e-mail is not set up."
        );
        await helen.PictureAsync("signed-once");
        // One signature releases nothing, and the same person cannot give the second (S1-7.2j).
        await helen.IsNotOfferedAsync("Circulate");
        await helen.FollowAsync("Go to signing");
        await helen.SeesAsync($"Signed by {Coordinator}");
        await helen.IsNotOfferedAsync("Sign these minutes");
        await helen.Page.GotoAsync(
            $"{minutes}/Circulate",
            new() { WaitUntil = WaitUntilState.Commit }
        );
        await helen.SeesAsync("Read and sign the minutes");
        await helen.IsNotOfferedAsync("Circulate to");
        await helen.PictureAsync("circulation-waits");

        var siobhan = await journey.SignInAsync(Approver);
        await siobhan.SeesAsync("One signature");
        await siobhan.FollowAsync("Minutes", $"Sign the minutes of Tuesday {HubDay}");
        await siobhan.SeesAsync(Corrected);
        await siobhan.PressAsync(
            "Sign these minutes",
            "Both signatures are there, so the minutes are released"
        );
        await siobhan.SeesAsync($"Signed by {Coordinator}");
        await siobhan.SeesAsync($"Signed by {Approver}");
        await siobhan.PictureAsync("signed-twice");
    }

    private static async Task CirculateAsync(JourneyPerson helen)
    {
        await helen.FollowAsync("Minutes", HubDay);
        // What two people have signed is not changed any more.
        await helen.IsNotOfferedAsync("Correct and check names");
        await helen.FollowAsync("Circulate");
        await helen.SeesAsync(Partner);
        await helen.PictureAsync("recipients");
        await helen.PressAsync(helen.Button("Circulate to "), "Circulated to ");
        await Assertions.Expect(helen.Row(Partner)).ToContainTextAsync("Ready to read");
        await helen.PictureAsync("circulated");
    }
}
