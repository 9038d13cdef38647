using Microsoft.Playwright;

namespace Moothall.BrowserTests;

/// <summary>The meeting: who may be in the chair, who waits, who hears, and what the scribe takes down for the telephone.</summary>
public sealed partial class TuesdayJourneyTests
{
    private const string Said = "Two appointments were missed; the nurse tries again on Friday.";
    private const string Summary = "The room is held until the end of the month.";
    private const string RestrictedSummary = "Nobody rings or visits the home.";

    /// <summary>Who is named in the restricted case, by the name on the screen of those who may hear it.</summary>
    private string child = "";

    /// <summary>The reference of the case that the telephone told of.</summary>
    private string reference = "";

    private async Task MeetAsync()
    {
        await SendApologiesAsync();
        var helen = await ComeAsync(Scribe);
        var paul = await ComeAsync(FireOfficer);
        var amy = await ComeAsync(ActingChair);
        await TakeTheChairAsync(amy);
        await PutOnTheRegisterByTelephoneAsync(helen);
        await StartAsync(amy, helen, paul);

        var jodie = await JoinLateAsync(helen);
        await TakeDownWhatIsSaidAsync(helen, paul);
        await RestrictAsync(helen, paul, jodie);
        await EndAsync(amy, paul);
    }

    private async Task SendApologiesAsync()
    {
        var judith = await journey.SignInAsync(Chair);
        await judith.FollowAsync("Meetings", HubDay, "Attendance register");
        await judith.Page.GetByText("Send apologies or a deputy").ClickAsync();
        await judith.PressAsync("Send apologies", "Your apologies are on the register.");
        await Assertions.Expect(judith.Row(Chair)).ToContainTextAsync("Apologies");
        await judith.PictureAsync("chair-sends-apologies");
    }

    private async Task TakeTheChairAsync(JourneyPerson amy)
    {
        await amy.SeesAsync($"In the chair: {Chair}");
        // A member's representative does not run the meeting.
        await amy.IsNotOfferedAsync("Start the meeting");
        await amy.PressAsync("Take the chair", $"In the chair: {ActingChair}");
        await Assertions.Expect(amy.Button("Start the meeting")).ToBeVisibleAsync();
        await amy.ExamineAsync("acting-chair");
    }

    private static async Task PutOnTheRegisterByTelephoneAsync(JourneyPerson helen)
    {
        await helen.FollowAsync("Register");
        await helen.Page.GetByText("The statements to read aloud").ClickAsync();
        await Assertions
            .Expect(helen.Page.GetByText("I will treat it as sensitive"))
            .ToBeVisibleAsync();
        var line = helen.Row(Caller);
        await Assertions.Expect(line).ToContainTextAsync("Not signed");
        // One press: the agreement was read out, she agreed, and she is here.
        await helen.PressAsync(
            line.GetByRole(AriaRole.Button, new() { Name = "Agreed by telephone" }),
            $"{Caller}: recorded."
        );
        await Assertions.Expect(line).ToContainTextAsync("Representative, by telephone");
        await Assertions.Expect(line).ToContainTextAsync("Read aloud and agreed at 09:4");
        await Assertions.Expect(line).ToContainTextAsync($"witness {Scribe}");
        await Assertions.Expect(line).ToContainTextAsync("Present from 09:4");
        await helen.ExamineAsync("on-the-telephone");
        await helen.FollowAsync("Live meeting");
        await helen.SeesAsync("4 here.");
    }

    private async Task StartAsync(JourneyPerson amy, JourneyPerson helen, JourneyPerson paul)
    {
        moot.MoveClock(Monday.AddHours(20).AddMinutes(1));
        await amy.Box("The sharing protocol was explained to everyone attending").CheckAsync();
        await amy.Page.GetByLabel("I have checked that recording").CheckAsync();
        await amy.PressAsync("Start the meeting", "Record an action");
        foreach (var person in new[] { amy, helen, paul })
        {
            await person.SeesAsync($"{ActingChair} took the chair at 09:4");
            await person.SeesAsync($"The reason: {Chair} sent apologies.");
            await LiveSteps.Heading(person.Page, "1. Welcome").WaitForAsync();
        }

        // What came by e-mail stands before the meeting in the words of whose it is.
        await LiveSteps.Line(helen.Page, "Open actions").ClickAsync();
        await LiveSteps.Heading(helen.Page, "Open actions").WaitForAsync();
        await Assertions
            .Expect(
                helen.Page.Locator("#live-actions .moot-action").Filter(new() { HasText = News })
            )
            .ToContainTextAsync($"received from {Correspondent} at {SilentMember}");
    }

    private async Task<JourneyPerson> JoinLateAsync(JourneyPerson helen)
    {
        var (address, burgled) = await DiscussAsync(helen, Burglary);
        moot.MoveClock(Monday.AddHours(20).AddMinutes(20));
        var jodie = await journey.SignInAsync(Latecomer, Chromium.Narrow);
        await jodie.FollowAsync("Sign the confidentiality agreement");
        await jodie.ExamineAsync("latecomer-signs");
        await jodie.PressAsync("Agree and sign", "Say that you are here");
        await jodie.PressAsync("I am here", "You join at the next item.");
        // Nothing of the item but that there is one.
        await jodie.HasNothingOfAsync(Burglary, burgled, address, "live-agenda", "Share_Text");
        await jodie.ExamineAsync("latecomer-waits");
        // Nor by asking again.
        await jodie.FollowAsync("Show what is new");
        await jodie.SeesAsync("You join at the next item.");
        await jodie.HasNothingOfAsync(Burglary, burgled, address, "live-agenda", "Share_Text");

        await helen.SeesAsync($"{Latecomer}, {LatecomersMember} came at 10:20");
        await helen.PictureAsync("somebody-waits");
        await Assertions.Expect(helen.Button("Let in now")).ToBeVisibleAsync();
        var (_, released) = await DiscussAsync(helen, Release);
        var heading = await LiveSteps.Heading(helen.Page, Release).InnerTextAsync();
        reference = heading.Split([". ", ":"], StringSplitOptions.None)[1];
        // Her telephone follows without being touched.
        await LiveSteps.Heading(jodie.Page, Release).WaitForAsync();
        await jodie.SeesAsync(released);
        await helen.IsNotOfferedAsync("Let in now");
        await jodie.ExamineAsync("latecomer-is-in");
        return jodie;
    }

    private static async Task TakeDownWhatIsSaidAsync(JourneyPerson helen, JourneyPerson paul)
    {
        await helen.TypeAsync("What your agency shares", Said);
        await helen.Page.GetByText("Handling, or for another agency").ClickAsync();
        await helen.ChooseAsync("Agency", CallersMember);
        await helen.TypeAsync("Received from", $"{Caller}, by telephone");
        await helen.Button("Share", exact: true).ClickAsync();
        foreach (var person in new[] { helen, paul })
        {
            var shared = person.Page.Locator(".moot-shared li").Filter(new() { HasText = Said });
            await Assertions.Expect(shared).ToContainTextAsync(CallersMember);
            await Assertions
                .Expect(shared)
                .ToContainTextAsync(
                    $"received from {Caller}, by telephone, taken down by {Scribe}"
                );
        }

        await helen.ExamineAsync("said-on-the-telephone");
    }

    private async Task RestrictAsync(JourneyPerson helen, JourneyPerson paul, JourneyPerson jodie)
    {
        // Before it comes: who stays, and who is asked to step out, on the telephone too.
        await helen.SeesAsync("is restricted. Please ask to step out:");
        await SeesTheRoomAsync(helen);
        await paul.SeesAsync(Said);
        await paul.HasNothingOfAsync(Restricted, "Please ask to step out");

        await helen.Page.GetByLabel("The chair's summary").FillAsync(Summary);
        await helen.Page.GetByLabel("The chair's summary").PressAsync("Enter");
        await LiveSteps.Heading(helen.Page, Restricted).WaitForAsync();
        child = await NamedAsync(helen);
        await SeesTheRoomAsync(helen);
        await helen.ExamineAsync("restricted-for-the-scribe");
        await jodie.SeesAsync(child);
        await paul.SeesAsync("The item under discussion is not open to you.");
        await paul.HasNothingOfAsync(Restricted, child, Said, "Share_Text");
        await paul.ExamineAsync("restricted-for-others");

        await helen.Page.GetByLabel("The chair's summary").FillAsync(RestrictedSummary);
        await helen.Page.GetByLabel("The chair's summary").PressAsync("Enter");
        await LiveSteps.Heading(helen.Page, Burglary).WaitForAsync();
        await LiveSteps.Heading(paul.Page, Burglary).WaitForAsync();
        await paul.SeesAsync(await NamedAsync(helen));
        await paul.HasNothingOfAsync(Restricted, child, RestrictedSummary);
        await paul.PictureAsync("back-after-the-item");
    }

    private static async Task SeesTheRoomAsync(JourneyPerson helen)
    {
        var room = helen.Page.Locator(".moot-step-out");
        var (goes, stays) = (room.Locator("p").First, room.Locator("p").Last);
        foreach (var name in new[] { FireOfficer, Caller })
        {
            await Assertions.Expect(goes).ToContainTextAsync(name);
        }

        await Assertions.Expect(goes).ToContainTextAsync("not one of the agencies named");
        foreach (var name in new[] { Scribe, ActingChair, Latecomer })
        {
            await Assertions.Expect(stays).ToContainTextAsync(name);
        }

        await Assertions.Expect(stays).Not.ToContainTextAsync(FireOfficer);
    }

    private async Task EndAsync(JourneyPerson amy, JourneyPerson paul)
    {
        moot.MoveClock(Monday.AddHours(20).AddMinutes(58));
        await amy.Button("No change", exact: true).ClickAsync();
        await LiveSteps
            .Heading(amy.Page, Burglary)
            .WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await amy.Page.GetByText("End the meeting").First.ClickAsync();
        await amy.Box("The room was checked: no paper is left").CheckAsync();
        await amy.PressAsync("End the meeting", "The meeting ended at 10:58");
        await amy.SeesAsync($"Room checked: no paper left, recorded by {ActingChair}.");
        await paul.SeesAsync("The meeting ended at 10:58");
        await amy.ExamineAsync("meeting-ended");
    }

    /// <summary>The scribe moves the meeting to an item about a person.</summary>
    /// <returns>The address and the name of the first person.</returns>
    private static async Task<(string Address, string Name)> DiscussAsync(
        JourneyPerson helen,
        string title
    )
    {
        await LiveSteps.Line(helen.Page, title).ClickAsync();
        await LiveSteps.Heading(helen.Page, title).WaitForAsync();
        var line = await Person(helen).InnerTextAsync();
        return (line.Split(", ")[3], await NamedAsync(helen));
    }

    private static Task<string> NamedAsync(JourneyPerson helen) =>
        Person(helen).Locator("strong").InnerTextAsync();

    private static ILocator Person(JourneyPerson helen) =>
        helen.Page.Locator("#live-item li").Filter(new() { HasText = ", born " }).First;

    private async Task<JourneyPerson> ComeAsync(string name)
    {
        var person = await journey.SignInAsync(name);
        await person.FollowAsync("Meetings", HubDay, "Sign the confidentiality agreement");
        await person.PressAsync("Agree and sign", "Say that you are here");
        await person.PressAsync("I am here", "The meeting has not started.");
        return person;
    }
}
