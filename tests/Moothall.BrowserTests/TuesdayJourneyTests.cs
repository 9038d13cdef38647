using Moothall.Tests;

namespace Moothall.BrowserTests;

/// <summary>
/// A Tuesday as it comes: an agency answers by e-mail, the chair's train is cancelled, a psychiatrist is on the telephone, a
/// youth worker comes late with a telephone of her own, and one item is for few. Each sits at a browser of their own.
/// </summary>
public sealed partial class TuesdayJourneyTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Scribe = "Helen Marlowe";
    private const string Colleague = "Tariq Anwar";
    private const string Chair = "Judith Penhale";
    private const string Approver = "Siobhan Tully";
    private const string ActingChair = "Sergeant Amy Thackeray";
    private const string FireOfficer = "Watch Manager Paul Stanier";

    private const string Caller = "Dr Farah Siddiqui";
    private const string CallersMember = "Mental Health Services";

    private const string Latecomer = "Jodie Sharrow";
    private const string LatecomersMember = "Wendleshire County Council – Detached Youth Team";

    // Nobody who acts for this member has an account.
    private const string SilentMember = "NEET Support Agencies";
    private const string Correspondent = "Owen Trask";
    private const string MailedAction = "Find a mechanics course.";

    // Items of the demonstration's agenda, which is the same on the same day.
    private const string Burglary = "Burgled twice in a month";
    private const string Release = "Release from prison in three weeks with nowhere to go";

    // For named agencies, of which the fire service and the mental health services are none.
    private const string Restricted = "Pupil afraid of being taken abroad in the holidays";

    private const string HubDay = "24 November 2026";

    // In winter London keeps UTC. Referrals closed two hours ago.
    private static readonly DateTime Monday = new(2026, 11, 23, 14, 0, 0, DateTimeKind.Utc);

    private HostedMoot moot = null!;
    private Journey journey = null!;

    [Fact]
    [Rule("S1-5.1")]
    [Rule("S1-7.1")]
    [Rule("S1-7.2e")]
    [Rule("S1-7.2f")]
    [Rule("S1-7.2g")]
    [Rule("S1-7.2j")]
    public async Task A_Tuesday_is_held_with_people_as_they_are()
    {
        await using var hosted = HostedMoot.Start(Monday);
        moot = hosted;
        journey = new(chromium, moot, "tuesday");
        await journey.WalkAsync(TuesdayAsync);
    }

    private async Task TuesdayAsync()
    {
        await SendSheetsAsync();

        await journey.ItIsAsync(Monday.AddHours(19).AddMinutes(15));
        await TakeAnswerAsync();

        await journey.ItIsAsync(Monday.AddHours(19).AddMinutes(40));
        await MeetAsync();

        await journey.ItIsAsync(Monday.AddHours(23));
        await WriteMinutesAsync();
        await SignMinutesAsync();
        await ReadMinutesAsync();
    }
}
