using Microsoft.Playwright;
using Moothall.BrowserTests;

namespace Moothall.Bench.Hands;

/// <summary>The tasks, in the order of a week of the demonstration partnership.</summary>
internal sealed class HandsWeek(Chromium chromium, HostedMoot moot)
{
    private const string Coordinator = "Helen Marlowe";
    private const string Chair = "Judith Penhale";
    private const string Approver = "Siobhan Tully";
    private const string Partner = "Sergeant Amy Thackeray";
    private const string Owner = "Jodie Sharrow";
    private const string Researcher = "Denise Farrow";
    private const string HubDay = "24 November 2026";
    private const string Matter = "Fireworks thrown at the flats by the canal";

    /// <summary>The morning before a hub: the cut-off is ahead.</summary>
    public static readonly DateTime Monday = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);

    private readonly Journey journey = new(chromium, moot, "hands");

    /// <summary>Does one after another.</summary>
    public async IAsyncEnumerable<Timed> TasksAsync()
    {
        yield return await SignInAsync();
        yield return await ReferAsync();
        yield return await TriageAsync();
        yield return await SignMinutesAsync();
        yield return await CirculateAsync();
        yield return await ReadAsync();
        yield return await NoChangeAsync();
        yield return await UpdateAsync();
        await PublishAsync();
        yield return await ResearchAsync();
        await journey.ItIsAsync(Monday.AddDays(1).AddMinutes(50));
        yield return await AgreeAsync();
        var judith = await ConveneAsync();
        yield return await ActAsync(judith);
        yield return await SumUpAsync(judith);
    }

    private async Task<Timed> SignInAsync()
    {
        var account = await HandsAccount.GiveAsync(moot, Researcher);
        var page = await chromium.PageAsync(moot.Address);
        await account.SignInAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" }).WaitForAsync();
        // A code counts once: the next one comes with the next half minute.
        moot.MoveClock(Monday.AddMinutes(5));
        return new("Sign in on a known device", 15, 2, await account.SignInAsync(page));
    }

    private async Task<Timed> ReferAsync()
    {
        var amy = await journey.SignInAsync(Partner);
        await amy.FollowAsync("Referrals", "Make a referral");
        var hand = new Hand(amy.Page);
        await hand.ClickAsync(amy.Page.GetByLabel("A person or people"));
        await hand.TypeAsync(amy.Box("Title"), Matter);
        await hand.TypeAsync(amy.Box("Main topic"), "Anti-Social");
        await hand.ClickAsync(
            amy.Page.GetByRole(AriaRole.Option, new() { Name = "Anti-Social Behaviour" })
        );
        await hand.TypeAsync(amy.Box("Given names"), "Terrence");
        await hand.TypeAsync(amy.Box("Family name"), "Quillfeather");
        await hand.ClickAsync(
            amy.Page.GetByRole(AriaRole.Group, new() { Name = "Part in the matter" })
                .GetByLabel("Alleged perpetrator", new() { Exact = true })
                .Or(amy.Box("Part in the matter"))
        );
        await amy.ChooseAsync("Part in the matter", "Alleged perpetrator");
        var born = amy.Page.GetByRole(AriaRole.Group, new() { Name = "Date of birth" });
        await hand.TypeAsync(born.GetByLabel("Day"), "14");
        await hand.TypeAsync(born.GetByLabel("Month"), "2");
        await hand.TypeAsync(born.GetByLabel("Year"), "2008");
        await hand.TypeAsync(amy.Box("Address"), "9 Lock Row, Wending");
        await hand.TypeAsync(amy.Box("Telephone numbers"), "07700 900999");
        await hand.TypeAsync(
            amy.Box("Summary"),
            "Three evenings last week, from nine until midnight, up to twelve young people let off fireworks at the flats."
        );
        await hand.TypeAsync(
            amy.Box("What has been tried already?"),
            "Letters to tenants; no change."
        );
        await hand.TypeAsync(
            amy.Box("What do you ask of the hub?"),
            "Somebody to talk to the group."
        );
        await hand.TypeAsync(
            amy.Box("What for, and why is it necessary?"),
            "To stop the nuisance; no one agency can."
        );
        await hand.ClickAsync(amy.Button("Send the referral", exact: true));
        await amy.SeesAsync("Your referral has been sent.");
        return new("Refer one known person", 240, null, hand.Done());
    }

    private async Task<Timed> TriageAsync()
    {
        var helen = await journey.SignInAsync(Coordinator);
        await helen.FollowAsync("Referrals");
        var hand = new Hand(helen.Page);
        await hand.ClickAsync(helen.Page.GetByRole(AriaRole.Link, new() { Name = Matter }));
        await hand.ClickAsync(helen.Page.GetByLabel("Accept to the hub", new() { Exact = true }));
        await hand.TypeAsync(helen.Box("Why?"), "Several agencies are needed.");
        await hand.ClickAsync(helen.Button("Save the decision", exact: true));
        await helen.SeesAsync("The case is CSH-2026-");
        return new("Triage a referral", 30, 3, hand.Done());
    }

    private async Task<Timed> SignMinutesAsync()
    {
        var siobhan = await journey.SignInAsync(Approver);
        var hand = new Hand(siobhan.Page);
        await hand.ClickAsync(
            siobhan
                .Page.GetByRole(AriaRole.Link)
                .Filter(new() { HasText = "Minutes of Tuesday 17 November" })
        );
        if (await siobhan.Button("Sign these minutes", exact: true).CountAsync() == 0)
        {
            await hand.ClickAsync(siobhan.Page.Locator("a").Filter(new() { HasText = "signing" }));
        }

        await hand.ClickAsync(siobhan.Button("Sign these minutes", exact: true));
        await siobhan.SeesAsync("Both signatures are there");
        return new("Sign minutes", null, 2, hand.Done());
    }

    private async Task<Timed> CirculateAsync()
    {
        var helen = await journey.SignInAsync(Coordinator);
        var hand = new Hand(helen.Page);
        await hand.ClickAsync(
            helen.Page.GetByRole(AriaRole.Link).Filter(new() { HasText = "17 November" })
        );
        await hand.ClickAsync(helen.Button("Circulate to "));
        await helen.SeesAsync("Circulated to ");
        return new("Circulate to everybody", 60, 2, hand.Done());
    }

    private async Task<Timed> ReadAsync()
    {
        var amy = await journey.SignInAsync(Partner);
        var hand = new Hand(amy.Page);
        await hand.ClickAsync(
            amy.Page.GetByRole(AriaRole.Link, new() { Name = "Minutes of Tuesday 17 November" })
        );
        await hand.ClickAsync(amy.Button("I have read these minutes", exact: true));
        await amy.SeesAsync("You have acknowledged these minutes.");
        return new("Read own items and acknowledge", 120, 2, hand.Done());
    }

    private async Task<Timed> NoChangeAsync()
    {
        var jodie = await journey.SignInAsync(Owner);
        await jodie.FollowAsync("Actions");
        var hand = new Hand(jodie.Page);
        await hand.ClickAsync(jodie.Button("No change"));
        await jodie.Page.GetByText("No change is recorded").First.WaitForAsync();
        return new("Update an action: no change", null, 1, hand.Done());
    }

    private async Task<Timed> UpdateAsync()
    {
        var jodie = await journey.SignInAsync(Owner);
        await jodie.FollowAsync("Actions");
        var hand = new Hand(jodie.Page);
        await hand.ClickAsync(
            jodie.Page.Locator("tr").Filter(new() { HasText = "No change" }).Locator("a")
        );
        await hand.ClickAsync(jodie.Page.GetByLabel("In progress", new() { Exact = true }));
        await hand.TypeAsync(jodie.Box("What was done"), "Visited on Friday; a letter follows.");
        await hand.ClickAsync(jodie.Button("Report", exact: true));
        await jodie.SeesAsync("Your report is recorded.");
        return new("Update an action", 20, 3, hand.Done());
    }

    private async Task PublishAsync()
    {
        var helen = await journey.SignInAsync(Coordinator);
        await helen.FollowAsync("Meetings", HubDay, "Arrange and publish");
        await helen.PressAsync("Publish the agenda", "The agenda is published.");
    }

    private async Task<Timed> ResearchAsync()
    {
        var denise = await journey.SignInAsync(Researcher);
        await denise.FollowAsync("Meetings", HubDay, "Research the names");
        var hand = new Hand(denise.Page);
        var names = denise.Page.Locator("form.moot-name:not(.moot-name--answered)");
        var count = Math.Min(15, await names.CountAsync());
        for (var name = 0; name < count; name++)
        {
            var left = await names.CountAsync();
            await hand.ClickAsync(names.First.Locator("button[value=NotKnown]"));
            await Assertions.Expect(names).ToHaveCountAsync(left - 1);
        }

        return new($"Research {count} names", 180 * count / 15, count, hand.Done());
    }

    private async Task<Timed> AgreeAsync()
    {
        var amy = await journey.SignInAsync(Partner);
        await amy.FollowAsync("Sign the confidentiality agreement");
        var hand = new Hand(amy.Page);
        await hand.ClickAsync(amy.Button("Agree and sign", exact: true));
        await hand.ClickAsync(amy.Button("I am here", exact: true));
        await amy.Page.Locator("#live-agenda").WaitForAsync();
        return new("Agree and register", 10, 2, hand.Done());
    }

    // The chair comes, and opens the meeting at the first named case.
    private async Task<JourneyPerson> ConveneAsync()
    {
        var judith = await journey.SignInAsync(Chair);
        await judith.FollowAsync("Meetings", HubDay, "Sign the confidentiality agreement");
        await judith.Button("Agree and sign", exact: true).ClickAsync();
        await judith.Button("I am here", exact: true).ClickAsync();
        await judith.Box("The sharing protocol was explained to everyone attending").CheckAsync();
        await judith.Page.GetByLabel("I have checked that recording").CheckAsync();
        await judith.Button("Start the meeting", exact: true).ClickAsync();
        await Item(judith, "1. Welcome").WaitForAsync();
        await judith
            .Page.Locator("#live-agenda button")
            .Filter(new() { HasText = Matter })
            .ClickAsync();
        await Item(judith, Matter).WaitForAsync();
        return judith;
    }

    private static async Task<Timed> ActAsync(JourneyPerson judith)
    {
        var hand = new Hand(judith.Page);
        await hand.PressAsync("Alt+KeyA");
        await hand.TypeAsync("Talk to the group");
        await hand.PressAsync("Tab");
        await hand.TypeAsync("youth");
        await judith.Page.Locator(".autocomplete__option").First.WaitForAsync();
        await hand.PressAsync("Enter");
        await hand.PressAsync("Enter");
        await judith.SeesAsync("due Tuesday 1 December");
        return new("Record an action live, no mouse", 8, 0, hand.Done());
    }

    private static async Task<Timed> SumUpAsync(JourneyPerson judith)
    {
        await judith.Page.Keyboard.PressAsync("Alt+KeyS");
        await judith.Page.Keyboard.TypeAsync("Youth workers see them first.");
        var hand = new Hand(judith.Page);
        await hand.PressAsync("Enter");
        await Item(judith, Matter).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        return new("Move on after typing the summary", null, 0, hand.Done());
    }

    private static ILocator Item(JourneyPerson person, string title) =>
        person.Page.Locator("#live-item h2").Filter(new() { HasText = title });
}
