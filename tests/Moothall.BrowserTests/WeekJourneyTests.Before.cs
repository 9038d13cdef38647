using Microsoft.Playwright;

namespace Moothall.BrowserTests;

/// <summary>From the referral to the eve of the meeting.</summary>
public sealed partial class WeekJourneyTests
{
    private string agenda = "";
    private string referral = "";

    private async Task ReferAsync()
    {
        var amy = await journey.SignInAsync(Partner);
        await amy.SeesAsync("This week");
        await amy.FollowAsync("Referrals", "Make a referral");
        await amy.SeesAsync("in time for the hub on Tuesday 24 November");
        await amy.ChooseAsync("What is the referral about?", "A person or people");
        await amy.TypeAsync("Title", Matter);
        await amy.TypeAsync("Main topic", "Anti-Social");
        await amy
            .Page.GetByRole(AriaRole.Option, new() { Name = "Anti-Social Behaviour" })
            .First.ClickAsync();
        await amy.TypeAsync("Given names", GivenName);
        await amy.TypeAsync("Family name", FamilyName);
        await amy.ChooseAsync("Part in the matter", "Alleged perpetrator");
        var born = amy.Page.GetByRole(AriaRole.Group, new() { Name = "Date of birth" });
        await born.GetByLabel("Day").FillAsync("14");
        await born.GetByLabel("Month").FillAsync("2");
        await born.GetByLabel("Year").FillAsync("2008");
        await amy.TypeAsync("Address", Street);
        await amy.TypeAsync("Telephone numbers", "07700 900999");
        await amy.TypeAsync("Summary", "Three evenings last week, from nine until midnight.");
        await amy.TypeAsync("What has been tried already?", "Letters to tenants; no change.");
        await amy.TypeAsync("What do you ask of the hub?", "Somebody to talk to the group.");
        await amy.TypeAsync(
            "What for, and why is it necessary?",
            "To stop the nuisance; no one agency can."
        );
        await amy.PictureAsync("referral-filled");
        await amy.PressAsync("Send the referral", "Your referral has been sent. Its reference is");
        await amy.SeesAsync("Waiting for triage");
        await amy.SeesAsync(FamilyName);
        // The referrer does not decide about the referral.
        await amy.IsNotOfferedAsync("Decide");
        referral = amy.Here;
        await amy.PictureAsync("referral-sent");
    }

    private async Task TriageAsync()
    {
        var helen = await journey.SignInAsync(Coordinator);
        await helen.SeesAsync("waiting for triage");
        await helen.FollowAsync("Referrals", Matter);
        await helen.SeesAsync($"{GivenName} {FamilyName}");
        await helen.SeesAsync(Street);
        await helen.ChooseAsync("What do you decide?", "Accept to the hub");
        await helen.TypeAsync("Why?", "Several agencies are needed.");
        await helen.PictureAsync("triage");
        await helen.PressAsync("Save the decision", "The case is CSH-2026-");
        await helen.PictureAsync("accepted");
        var notice = await helen.Page.GetByRole(AriaRole.Alert).InnerTextAsync();
        reference = notice.Split("The case is ")[1].Trim().TrimEnd('.');

        var amy = await journey.SignInAsync(Partner);
        await amy.FollowAsync("Referrals", Matter);
        await amy.SeesAsync("Several agencies are needed.");
        await amy.PictureAsync("referrer-reads-the-decision");
    }

    private async Task PublishAsync()
    {
        var denise = await journey.SignInAsync(Researcher);
        await denise.FollowAsync("Meetings");
        // A draft agenda is nobody's but theirs who run the hub.
        await denise.SeesNotAsync(HubDay);

        var helen = await journey.SignInAsync(Coordinator);
        await helen.FollowAsync("Meetings", HubDay);
        await helen.SeesAsync("This agenda is a draft.");
        agenda = helen.Here;
        await helen.FollowAsync("Arrange and publish");
        await helen.TypeAsync($"Minutes for {reference}: {Matter}", "8");
        await helen.PressAsync("Save the times", "The agenda is saved.");
        await Assertions
            .Expect(helen.Box($"Minutes for {reference}: {Matter}"))
            .ToHaveValueAsync("8");
        await helen.PictureAsync("agenda-arranged");
        await helen.PressAsync("Publish the agenda", "The agenda is published.");
        await helen.SeesAsync("Published Monday 23 November 2026");
        await helen.SeesAsync($"{reference}: {Matter}");
        await helen.PictureAsync("agenda-published");
    }

    private async Task ResearchAsync()
    {
        var denise = await journey.SignInAsync(Researcher);
        await denise.FollowAsync("Meetings", HubDay);
        await denise.SeesAsync(reference);
        await denise.FollowAsync("Research the names");
        var row = denise.Page.Locator("form").Filter(new() { HasText = FamilyName });
        await Assertions.Expect(row).ToContainTextAsync(Street);
        // Before the agreement is signed: name, birth and address, and nothing of the matter itself (settled 9).
        await denise.SeesNotAsync("from nine until midnight");
        await row.GetByRole(AriaRole.Button, new() { Name = "Known to us" }).First.ClickAsync();
        await Assertions
            .Expect(row.GetByRole(AriaRole.Button, new() { Name = "your answer" }))
            .ToContainTextAsync("Known to us");
        await denise.SeesAsync("1 of ");
        await denise.PictureAsync("research");
    }

    private async Task SignTheDayBeforeAsync()
    {
        var amy = await journey.SignInAsync(Partner);
        await amy.FollowAsync("Sign the confidentiality agreement");
        await amy.SeesAsync("By signing you agree to each of these");
        await amy.PictureAsync("agreement");
        await amy.PressAsync("Agree and sign", "You have signed. On the day of the meeting");
        // Presence is for the day itself (settled 9).
        await amy.IsNotOfferedAsync("I am here");
        await amy.PictureAsync("signed-the-day-before");
    }

    private async Task LookFromOutsideAsync()
    {
        var priya = await journey.SignInAsync(Guest);
        await priya.SeesAsync("You are invited to the hub, Tuesday 24 November at 10:00");
        await priya.FollowAsync("Meetings", HubDay);
        // The item they come for, and of the rest not even a title.
        await priya.SeesAsync(Talk);
        await priya.SeesNotAsync("Welcome");
        await priya.SeesNotAsync(reference);
        await priya.SeesNotAsync(Matter);
        await priya.IsNotOfferedAsync("Research the names");
        await priya.PictureAsync("guest-agenda");
        await priya.IsRefusedAtAsync($"/Cases/{reference}", Matter, FamilyName);
        await priya.IsRefusedAtAsync(referral, Matter, FamilyName);

        var brian = await journey.SignInAsync(Councillor);
        await brian.FollowAsync("Meetings", HubDay);
        await brian.SeesAsync("Welcome");
        await brian.SeesNotAsync(reference);
        await brian.SeesNotAsync(Matter);
        await brian.PictureAsync("councillor-agenda");
        await brian.FindsNothingAtAsync($"/Cases/{reference}", Matter, FamilyName);
        await brian.FindsNothingAtAsync(referral, Matter, FamilyName);
    }
}
