using Microsoft.Playwright;
using Moothall.Tests;

namespace Moothall.BrowserTests;

/// <summary>
/// One matter goes through one week of the hub, from a member's referral to the next meeting's list of open actions, in the
/// product as it is installed, with six people each at a browser of their own.
/// </summary>
public sealed partial class WeekJourneyTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Referrer = "Steve Hallam";
    private const string Chair = "Judith Penhale";
    private const string Coordinator = "Helen Marlowe";
    private const string Researcher = "Denise Farrow";
    private const string Owner = "Jodie Sharrow";
    private const string Approver = "Siobhan Tully";

    private const string OwningMember = "Wendleshire County Council – Detached Youth Team";
    private const string Matter = "Fireworks thrown at the flats by the canal";
    private const string GivenName = "Terrence";
    private const string FamilyName = "Quillfeather";
    private const string Action = "Meet the group at the canal on Friday and Saturday evening";
    private const string Done = "Met eleven of them on Friday; two will join the boxing club.";

    // A Monday in winter, when London keeps UTC: the morning before a hub, with the cut-off at noon ahead.
    private static readonly DateTime Monday = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);

    private const string HubDay = "24 November 2026";
    private const string NextHubDay = "1 December 2026";

    private Journey journey = null!;

    [Fact]
    [Rule("S1-5.6")]
    [Rule("S1-5.6a")]
    [Rule("S1-5.6b")]
    [Rule("S1-5.6c")]
    [Rule("S1-6.4")]
    [Rule("S1-7.1")]
    [Rule("S1-7.2e")]
    [Rule("S1-7.2f")]
    [Rule("S1-5.3")]
    [Rule("S1-6.2")]
    [Rule("S1-5.5")]
    [Rule("S1-7.2g")]
    [Rule("S1-7.2j")]
    [Rule("S1-3.4")]
    [Rule("S1-5.2")]
    [Rule("S1-3.3")]
    public async Task A_matter_goes_through_the_week()
    {
        await using var moot = await RunningMoot.StartAsync("demo", Monday);
        journey = new(chromium, moot, "journey");
        await journey.ItIsAsync(Monday);

        try
        {
            await WeekAsync();
        }
        catch (Exception)
        {
            await journey.PictureAllAsync("broke-off");
            throw;
        }

        Assert.True(journey.Faults.Count == 0, string.Join('\n', journey.Faults));
    }

    private async Task WeekAsync()
    {
        await ReferAsync();
        var reference = await TriageAsync();
        await PublishAsync(reference);
        await journey.ItIsAsync(Monday.AddHours(5));
        await ResearchAsync(reference);
        await SignTheDayBeforeAsync();

        await journey.ItIsAsync(Monday.AddDays(1).AddMinutes(50));
        await MeetAsync(reference);

        await WriteMinutesAsync();
        await journey.ItIsAsync(Monday.AddDays(1).AddHours(5));
        await ReadMinutesAsync(reference);

        await journey.ItIsAsync(Monday.AddDays(5));
        await ReportAsync();
        await journey.ItIsAsync(Monday.AddDays(7));
        await CarryForwardAsync(reference);
    }

    private async Task ReferAsync()
    {
        var steve = await journey.SignInAsync(Referrer);
        await steve.FollowAsync("Referrals");
        await steve.PressAsync("Make a referral");
        await steve.SeesAsync("in time for the hub on Tuesday 24 November");
        await steve.ChooseAsync("What is the referral about?", "A person or people");
        await steve.TypeAsync("Title", Matter);
        await steve.TypeAsync("Main topic", "Anti-Social");
        await steve
            .Page.GetByRole(AriaRole.Option, new() { Name = "Anti-Social Behaviour" })
            .First.ClickAsync();
        await steve.TypeAsync("Given names", GivenName);
        await steve.TypeAsync("Family name", FamilyName);
        await steve.ChooseAsync("Part in the matter", "Alleged perpetrator");
        var born = steve.Page.GetByRole(AriaRole.Group, new() { Name = "Date of birth" });
        await born.GetByLabel("Day").FillAsync("14");
        await born.GetByLabel("Month").FillAsync("2");
        await born.GetByLabel("Year").FillAsync("2008");
        await steve.TypeAsync("Address", "9 Lock Row, Wending");
        await steve.TypeAsync("Telephone numbers", "07700 900999");
        await steve.TypeAsync("Summary", "Three evenings last week, from nine until midnight.");
        await steve.TypeAsync("What has been tried already?", "Letters to tenants; no change.");
        await steve.TypeAsync("What do you ask of the hub?", "Somebody to talk to the group.");
        await steve.TypeAsync(
            "What for, and why is it necessary?",
            "To stop the nuisance; no one agency can."
        );
        await steve.PictureAsync("referral-filled");
        await steve.PressAsync("Send the referral");
        await steve.SeesAsync("Your referral has been sent. Its reference is");
        await steve.SeesAsync("Waiting for triage");
        await steve.PictureAsync("referral-sent");
    }

    // The new case's reference.
    private async Task<string> TriageAsync()
    {
        var judith = await journey.SignInAsync(Chair);
        await judith.FollowAsync("Referrals", Matter);
        await judith.SeesAsync(FamilyName);
        await judith.ChooseAsync("What do you decide?", "Accept to the hub");
        await judith.TypeAsync("Why?", "Several agencies are needed.");
        await judith.PictureAsync("triage");
        await judith.PressAsync("Save the decision");
        await judith.SeesAsync("The case is CSH-2026-");
        await judith.PictureAsync("accepted");
        var notice = await judith.Page.GetByRole(AriaRole.Alert).InnerTextAsync();
        return notice.Split("The case is ")[1].Trim().TrimEnd('.');
    }

    private async Task PublishAsync(string reference)
    {
        var planner = await journey.SignInAsync(Coordinator);
        await planner.FollowAsync("Meetings", HubDay, "publish");
        await planner.SeesAsync(reference);
        await planner.PictureAsync("agenda-arranged");
        await planner
            .Page.GetByRole(AriaRole.Button, new() { Name = "Publish " })
            .First.ClickAsync();
        await planner.SeesAsync("Published Monday 23 November 2026");
        await planner.SeesAsync($"{reference}: {Matter}");
        await planner.PictureAsync("agenda-published");
    }

    private async Task ResearchAsync(string reference)
    {
        var denise = await journey.SignInAsync(Researcher);
        await denise.FollowAsync("Meetings", HubDay);
        await denise.SeesAsync(reference);
        await denise.FollowAsync("Research the names");
        var row = denise.Page.Locator("form").Filter(new() { HasText = FamilyName });
        await row.GetByRole(AriaRole.Button, new() { Name = "Known to us" }).First.ClickAsync();
        await Assertions
            .Expect(row.GetByRole(AriaRole.Button, new() { Name = "your answer" }))
            .ToContainTextAsync("Known to us");
        await denise.SeesAsync("1 of 22 answered");
        await denise.PictureAsync("research");
    }

    private async Task SignTheDayBeforeAsync()
    {
        var steve = await journey.SignInAsync(Referrer);
        await steve.FollowAsync("Meetings", HubDay, "Sign the confidentiality agreement");
        await steve.PictureAsync("agreement");
        await steve.PressAsync("Agree and sign");
        await steve.SeesAsync("You have signed the confidentiality agreement");
        await steve.SeesAsync("On the day of the meeting, say here that you have come");
        // Presence is for the day itself (settled 9).
        Assert.Equal(
            0,
            await steve.Page.GetByRole(AriaRole.Button, new() { Name = "I am here" }).CountAsync()
        );
        await steve.PictureAsync("signed-the-day-before");
    }
}
