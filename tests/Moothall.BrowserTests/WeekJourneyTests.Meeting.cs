using Microsoft.Playwright;

namespace Moothall.BrowserTests;

/// <summary>The day of the meeting.</summary>
public sealed partial class WeekJourneyTests
{
    private const string Shared = "Two tenants have asked to move away.";
    private const string Action = "Meet the group at the canal on Friday and Saturday evening";
    private const string Decision = "Talk before any warning letter";

    private const string Summary =
        $"{GivenName} {FamilyName} is thought to lead the group. Youth workers see them first.";

    private async Task MeetAsync()
    {
        var judith = await ComeAsync(Chair);
        var jodie = await ComeAsync(Owner);
        var priya = await ComeAsync(Guest);
        var amy = await journey.SignInAsync(Partner);
        await amy.FollowAsync("Meetings", HubDay, "Go to the live meeting");
        await HereAsync(amy);
        // Denise neither signed nor came: the meeting is shut to her.
        var denise = await journey.SignInAsync(Researcher);
        await denise.FollowAsync("Meetings", HubDay);
        await denise.IsNotOfferedAsync("Go to the live meeting");

        await TakeTheRegisterAsync(judith);
        await StartAsync(judith);
        await priya.SeesAsync("The item under discussion is not open to you.");
        await judith.Button(Talk).ClickAsync();
        await Assertions.Expect(UnderDiscussion(priya)).ToContainTextAsync(Talk);
        await judith.PressAsync(
            judith.Button($"{reference}: {Matter}"),
            $"{GivenName} {FamilyName}"
        );
        await judith.SeesAsync("CCTV: known to us");
        await judith.PictureAsync("item-under-discussion");

        // The others' screens follow without being touched; the guest's shuts before the named cases.
        await jodie.SeesAsync($"{GivenName} {FamilyName}");
        await priya.SeesAsync("The meeting has come to named cases.");
        await priya.SeesNotAsync(FamilyName);
        await priya.SeesNotAsync(Matter);
        await priya.PictureAsync("guest-leaves");
        await jodie.IsNotOfferedAsync("End the meeting");

        await amy.SeesAsync($"{GivenName} {FamilyName}");
        await amy.TypeAsync("What your agency shares", Shared);
        await amy.PictureAsync("partner-shares");
        await amy.Button("Share", exact: true).ClickAsync();
        await judith.SeesAsync(Shared);
        await jodie.SeesAsync(Shared);

        await judith.TypeAsync("What is to be done", Action);
        await judith.Box("Owner").FillAsync(OwningMember);
        await judith.Box("Owner").PressAsync("Enter");
        await judith.PressAsync("Record the action", $"{OwningMember}, due Tuesday 1 December");
        await jodie.SeesAsync(Action);
        await judith.PictureAsync("action-recorded");

        await SumUpAsync(judith);
        await EndAsync(judith);
        await amy.SeesAsync("The meeting ended at");
        await jodie.SeesAsync("The meeting ended at");
    }

    private async Task TakeTheRegisterAsync(JourneyPerson judith)
    {
        await judith.FollowAsync("Register");
        await Assertions.Expect(judith.Row(Partner)).ToContainTextAsync("Signed");
        await Assertions.Expect(judith.Row(Partner)).ToContainTextAsync("Present");
        await Assertions.Expect(judith.Row(Researcher)).ToContainTextAsync("Not signed");
        await judith
            .Row(Researcher)
            .GetByRole(AriaRole.Button, new() { Name = "Apologies" })
            .ClickAsync();
        await Assertions
            .Expect(judith.Row(Researcher).GetByRole(AriaRole.Cell).Nth(3))
            .ToContainTextAsync("Apologies");
        await judith.PictureAsync("register");
        await judith.FollowAsync("Live meeting");
    }

    private async Task StartAsync(JourneyPerson judith)
    {
        await judith.SeesAsync("The meeting has not started.");
        await judith.Box("The sharing protocol was explained to everyone attending").CheckAsync();
        await judith.Page.GetByLabel("I have checked that recording").CheckAsync();
        await judith.PressAsync("Start the meeting", "Record an action");
        await judith.SeesAsync($"In the chair: {Chair}");
        await judith.PictureAsync("meeting-started");
    }

    private static async Task SumUpAsync(JourneyPerson judith)
    {
        var form = judith.Page.Locator("#live-end");
        var before = await form.GetAttributeAsync("data-item");
        await judith.TypeAsync("Decision", Decision);
        await judith.Page.GetByLabel("The chair's summary").FillAsync(Summary);
        await judith.PictureAsync("summed-up");
        // One key after typing ends the item and begins the next.
        await judith.Page.GetByLabel("The chair's summary").PressAsync("Enter");
        await Assertions.Expect(form).Not.ToHaveAttributeAsync("data-item", before!);
        await Assertions
            .Expect(judith.Page.GetByRole(AriaRole.Navigation, new() { Name = "Agenda" }))
            .ToContainTextAsync("Discussed");
    }

    private static async Task EndAsync(JourneyPerson judith)
    {
        await judith.Page.GetByText("End the meeting").First.ClickAsync();
        await judith.Box("The room was checked: no paper is left").CheckAsync();
        await judith.PressAsync("End the meeting", "The meeting ended at");
        await judith.SeesAsync("Room checked: no paper left");
        await judith.PictureAsync("meeting-ended");
    }

    private async Task<JourneyPerson> ComeAsync(string name)
    {
        var person = await journey.SignInAsync(name);
        await person.FollowAsync("Meetings", HubDay);
        await person.IsNotOfferedAsync("Go to the live meeting");
        await person.FollowAsync("Sign the confidentiality agreement");
        await person.PressAsync("Agree and sign", "Say that you are here");
        await person.PictureAsync("at-the-door");
        await HereAsync(person);
        return person;
    }

    private static ILocator UnderDiscussion(JourneyPerson person) =>
        person.Page.GetByRole(AriaRole.Region, new() { Name = "Item under discussion" });

    private static Task HereAsync(JourneyPerson person) =>
        person.PressAsync("I am here", "The meeting has not started.");
}
