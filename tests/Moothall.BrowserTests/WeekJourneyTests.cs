using Moothall.Tests;

namespace Moothall.BrowserTests;

/// <summary>
/// One matter goes through a week of the hub, from a partner's referral to the next meeting's list of open actions. Six
/// people do it, each at a browser of their own; a guest speaker and a councillor, who may not see it, are there too.
/// </summary>
public sealed partial class WeekJourneyTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Partner = "Sergeant Amy Thackeray";
    private const string Coordinator = "Helen Marlowe";
    private const string Researcher = "Denise Farrow";
    private const string Chair = "Judith Penhale";
    private const string Approver = "Siobhan Tully";
    private const string Owner = "Jodie Sharrow";

    // Neither hears named cases: the one is invited to speak, the other is an elected member (settled 3).
    private const string Guest = "Priya Ramanathan";
    private const string Talk = "Guest speaker: Priya Ramanathan";
    private const string Councillor = "Councillor Brian Westlake";

    private const string OwningMember = "Wendleshire County Council – Detached Youth Team";
    private const string Matter = "Fireworks thrown at the flats by the canal";
    private const string GivenName = "Terrence";
    private const string FamilyName = "Quillfeather";
    private const string Street = "9 Lock Row, Wending";

    // A Monday in winter, when London keeps UTC: the morning before a hub, with the cut-off at noon ahead.
    private static readonly DateTime Monday = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);

    private const string HubDay = "24 November 2026";
    private const string NextHubDay = "1 December 2026";

    private Journey journey = null!;

    /// <summary>The case's reference.</summary>
    private string reference = "";

    [Fact]
    [Rule("S1-3.3")]
    [Rule("S1-3.4")]
    [Rule("S1-5.2")]
    [Rule("S1-5.3")]
    [Rule("S1-5.5")]
    [Rule("S1-5.6")]
    [Rule("S1-5.6c")]
    [Rule("S1-6.2")]
    [Rule("S1-6.4")]
    [Rule("S1-7.1")]
    [Rule("S1-7.2f")]
    [Rule("S1-7.2g")]
    [Rule("S1-7.2j")]
    public async Task A_matter_goes_through_the_week()
    {
        await using var moot = HostedMoot.Start(Monday);
        journey = new(chromium, moot, "week");
        await journey.WalkAsync(WeekAsync);
    }

    private async Task WeekAsync()
    {
        await ReferAsync();
        await TriageAsync();
        await PublishAsync();

        await journey.ItIsAsync(Monday.AddHours(5));
        await ResearchAsync();
        await SignTheDayBeforeAsync();
        await LookFromOutsideAsync();

        await journey.ItIsAsync(Monday.AddDays(1).AddMinutes(50));
        await MeetAsync();

        await journey.ItIsAsync(Monday.AddDays(1).AddHours(3));
        var helen = await WriteMinutesAsync();
        await SignMinutesAsync(helen);
        await CirculateAsync(helen);

        await journey.ItIsAsync(Monday.AddDays(2));
        await ReadMinutesAsync();
        await AskWhoHasReadAsync();
        await journey.ItIsAsync(Monday.AddDays(3));
        await ReportAsync();
        await journey.ItIsAsync(Monday.AddDays(7));
        await CarryForwardAsync();
    }
}
