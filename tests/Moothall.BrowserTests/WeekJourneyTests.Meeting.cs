using Microsoft.Playwright;

namespace Moothall.BrowserTests;

/// <summary>The day of the meeting.</summary>
public sealed partial class WeekJourneyTests
{
    private const string Summary =
        $"{GivenName} {FamilyName} is thought to lead the group. Youth workers see them first.";

    private const string Decision = "Talk before any warning letter";

    private const string Shared = "Two tenants have asked to move away.";

    private JourneyPerson helen = null!;

    private async Task MeetAsync(string reference)
    {
        var judith = await ComeAsync(Chair, "chair");
        var steve = await ComeSignedAsync(Referrer);
        helen = await ComeAsync(Coordinator, "coordinator");

        await helen
            .Page.GetByLabel("The sharing protocol was explained to everyone attending")
            .CheckAsync();
        await helen.PressAsync("Start the meeting");
        await helen.SeesAsync($"In the chair: {Chair}");
        await helen
            .Page.GetByRole(AriaRole.Button, new() { Name = $"{reference}: {Matter}" })
            .ClickAsync();
        await helen.SeesAsync($"{GivenName} {FamilyName}");
        await helen.SeesAsync("CCTV: known to us");
        await helen.PictureAsync("item-under-discussion");

        // Steve's own screen follows without being asked, and what he shares comes to the others'.
        await steve.SeesAsync($"{GivenName} {FamilyName}");
        await steve.TypeAsync("What your agency shares", Shared);
        await steve.PictureAsync("member-shares");
        await steve.PressAsync("Share");
        await helen.SeesAsync(Shared);
        await judith.SeesAsync(Shared);

        await helen.TypeAsync("What is to be done", Action);
        await helen
            .Page.GetByLabel("Owner", new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Label = OwningMember });
        await helen.PressAsync("Record the action");
        await helen.SeesAsync($"{OwningMember}, due Tuesday 1 December");
        await helen.PictureAsync("action-recorded");

        await SumUpAsync();
        await EndAsync();
        await steve.SeesAsync("The meeting ended at");
    }

    private async Task SumUpAsync()
    {
        var summary = helen.Page.GetByLabel("The chair's summary");
        await helen.Page.GetByLabel("Decision").FillAsync(Decision);
        await summary.FillAsync(Summary);
        await helen.PictureAsync("summed-up");
        await summary.PressAsync("Enter");
        await Assertions
            .Expect(helen.Page.GetByRole(AriaRole.Navigation, new() { Name = "Agenda" }))
            .ToContainTextAsync("Discussed");
    }

    // The item that came next is left as not discussed: no change since last week, in one click.
    private async Task EndAsync()
    {
        var form = helen.Page.Locator("#live-end");
        if (await form.GetByRole(AriaRole.Button, new() { Name = "No change" }).CountAsync() > 0)
        {
            var before = await form.GetAttributeAsync("data-item");
            await form.GetByRole(AriaRole.Button, new() { Name = "No change" }).ClickAsync();
            await Assertions.Expect(form).Not.ToHaveAttributeAsync("data-item", before!);
        }

        await helen.Page.GetByText("End the meeting").First.ClickAsync();
        await helen.Page.GetByLabel("The room was checked: no paper is left").CheckAsync();
        await helen.PressAsync("End the meeting");
        await helen.SeesAsync("The meeting ended at");
        await helen.SeesAsync("Room checked: no paper left");
        await helen.PictureAsync("meeting-ended");
    }

    private async Task<JourneyPerson> ComeAsync(string name, string picture)
    {
        var person = await journey.SignInAsync(name);
        await person.FollowAsync("Meetings", HubDay, "Sign the confidentiality agreement");
        await person.PressAsync("Agree and sign");
        await person.SeesAsync("Say that you are here");
        await person.PictureAsync($"door-{picture}");
        await HereAsync(person);
        return person;
    }

    private async Task<JourneyPerson> ComeSignedAsync(string name)
    {
        var person = await journey.SignInAsync(name);
        await person.FollowAsync("Meetings", HubDay, "Go to the live meeting");
        await HereAsync(person);
        return person;
    }

    private static async Task HereAsync(JourneyPerson person)
    {
        await person.PressAsync("I am here");
        await person.SeesAsync("The meeting has not started.");
    }
}
