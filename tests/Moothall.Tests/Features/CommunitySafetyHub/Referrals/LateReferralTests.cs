using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Referrals;

/// <summary>Which hub a referral makes, told before and fixed after it is sent (S1-5.6b, C3, settled 6).</summary>
public sealed class LateReferralTests
{
    private static readonly DateTime Noon = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);

    [Theory, BothDatabases]
    [Rule("S1-5.6b")]
    [Rule("C3")]
    public async Task Noon_is_in_time_and_a_second_later_goes_to_the_next_hub(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        moot.Clock.Set(Noon);
        using var petra = await moot.AsAsync(People.Police);
        var before = await petra.GetAsync(Fill.Address);
        Assert.Contains(
            "in time for the hub on Tuesday 24 November",
            before.Words,
            StringComparison.Ordinal
        );
        var inTime = await Fill.ReferAsync(moot, People.Police, Fill.Place());
        moot.Clock.Set(Noon.AddSeconds(1));
        var after = await petra.GetAsync(Fill.Address);
        Assert.Contains(
            "goes to the hub on Tuesday 1 December",
            after.Words,
            StringComparison.Ordinal
        );
        var late = await Fill.ReferAsync(moot, People.Police, Fill.Place());

        Assert.Equal((false, World.NextMeeting), await MeetingAsync(moot, inTime));
        Assert.Equal((true, World.MeetingAfter), await MeetingAsync(moot, late));

        // Moving a meeting afterwards changes nothing.
        await moot.WithAsync(async db =>
        {
            var meeting = await db.Set<HubMeeting>().SingleAsync(m => m.Id == World.NextMeeting);
            (meeting.StartsAt, meeting.CutOffAt) = (Noon.AddDays(3), Noon.AddDays(2));
        });
        Assert.Equal((true, World.MeetingAfter), await MeetingAsync(moot, late));
        var shown = await petra.GetAsync($"/Referrals/{late}");
        Assert.Contains("after the cut-off at 12:00", shown.Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    [Rule("C3")]
    public async Task Only_the_chair_admits_a_late_referral_and_it_stays_late(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        moot.Clock.Set(Noon.AddHours(1));
        var late = await Fill.ReferAsync(moot, People.Police, Fill.Place());
        using var carys = await moot.AsAsync(People.Coordinator);
        using var clive = await moot.AsAsync(People.Chair);
        var hers = await carys.GetAsync($"/Referrals/{late}/Triage");
        Assert.DoesNotContain("Admit it", hers.Words, StringComparison.Ordinal);
        var his = await clive.GetAsync($"/Referrals/{late}/Triage");
        var form = his.Form("Admit it");
        // The chair's form, posted by someone who is not the chair.
        form.SetAttribute("action", $"/Referrals/{late}/Triage?handler=Admit");
        var forged = await carys.PostAsync(
            hers with
            {
                Path = $"/Referrals/{late}/Triage?handler=Admit",
            },
            hers.Form("Save the decision"),
            null,
            ("Admit.Reason", "Because I can.")
        );
        Assert.Equal(HttpStatusCode.Forbidden, forged.Status);
        var unsaid = await clive.PostAsync(his, form, "Admit it");
        Assert.Equal(["Say why it is admitted late"], unsaid.Errors);

        await clive.PostAsync(his, form, "Admit it", ("Admit.Reason", "A threat to life tonight."));

        Assert.Equal((true, World.NextMeeting), await MeetingAsync(moot, late));
        using var petra = await moot.AsAsync(People.Police);
        var told = await petra.GetAsync($"/Referrals/{late}");
        Assert.Contains("admitted by Clive Hartley", told.Words, StringComparison.Ordinal);
        Assert.Contains("A threat to life tonight.", told.Words, StringComparison.Ordinal);
    }

    private static Task<(bool, Guid?)> MeetingAsync(Moot moot, string reference) =>
        moot.WithAsync(async db =>
        {
            var referral = await db.Set<Referral>().SingleAsync(r => r.Reference == reference);
            return (referral.IsLate, referral.MeetingId);
        });
}
