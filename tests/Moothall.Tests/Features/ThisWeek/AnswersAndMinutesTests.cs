using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.ThisWeek;

/// <summary>What waits after a meeting, and what became of a referral, stand in this week.</summary>
public sealed class AnswersAndMinutesTests
{
    [Theory, BothDatabases]
    public async Task The_team_sees_minutes_that_are_signed_and_not_circulated(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await WeekWorld.FillAsync(moot);
        const string waiting =
            "Minutes of Tuesday 17 November are signed by two people and not circulated yet";
        using var carys = await moot.AsAsync(People.Coordinator);
        var words = (await carys.GetAsync("/")).Words;
        Assert.Contains("to be checked and signed", words, StringComparison.Ordinal);
        Assert.DoesNotContain(waiting, words, StringComparison.Ordinal);
        var id = await moot.WithAsync(async db =>
        {
            var minutes = await db.Set<Minutes>().SingleAsync();
            db.Entry(minutes).Property(one => one.Status).CurrentValue = MinutesStatus.Released;
            db.Entry(minutes).Property(one => one.ReleasedAt).CurrentValue =
                TestClock.MondayMorning.AddDays(-1);
            return minutes.Id;
        });
        words = (await carys.GetAsync("/")).Words;
        Assert.DoesNotContain("to be checked and signed", words, StringComparison.Ordinal);
        Assert.Contains(waiting, words, StringComparison.Ordinal);
        using var petra = await moot.AsAsync(People.Police);
        Assert.DoesNotContain(waiting, (await petra.GetAsync("/")).Words, StringComparison.Ordinal);
        await moot.AddAsync(
            new CirculationCopy
            {
                MinutesId = id,
                UserId = People.Police.Id,
                RecipientName = People.Police.Name,
                OrganisationName = "Testshire Police",
                Address = "",
                Route = CirculationRoute.ReadInProduct,
                Because = "Signs in",
                Mark = "Copy",
                Status = CopyStatus.ToRead,
                StatusAt = TestClock.MondayMorning,
                NextAttemptAt = TestClock.MondayMorning,
                ReleasedAt = TestClock.MondayMorning,
                ReleasedByName = People.Coordinator.Name,
            }
        );
        Assert.DoesNotContain(waiting, (await carys.GetAsync("/")).Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Minutes_that_nobody_drafted_are_shown_too(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await WeekWorld.FillAsync(moot);
        await moot.WithAsync(async db => db.Remove(await db.Set<Minutes>().SingleAsync()));
        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.Contains(
            "Minutes of Tuesday 17 November to be drafted, checked and signed",
            (await carys.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    [Rule("S1-6.4")]
    public async Task A_referrer_sees_what_was_decided_in_the_last_fortnight(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await WeekWorld.FillAsync(moot);
        await moot.WithAsync(async db =>
        {
            var ids = await db.Set<Referral>()
                .ToDictionaryAsync(one => one.Reference, one => one.Id);
            db.Add(Decided(ids["REF-2026-AAAA"], TriageOutcome.Decline, days: 13));
            db.Add(Decided(ids["REF-2026-AAAA"], TriageOutcome.Join, days: 15));
            db.Add(Decided(ids["REF-2026-BBBB"], TriageOutcome.Redirect, days: 1));
        });
        using var petra = await moot.AsAsync(People.Police);
        var words = (await petra.GetAsync("/")).Words;
        Assert.Contains(
            "Your referral REF-2026-AAAA was declined to usual working",
            words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("was joined", words, StringComparison.Ordinal);
        Assert.DoesNotContain("REF-2026-BBBB", words, StringComparison.Ordinal);
    }

    private static TriageDecision Decided(Guid referral, TriageOutcome outcome, int days) =>
        new()
        {
            ReferralId = referral,
            Outcome = outcome,
            Reason = "Because",
            DecidedById = People.Chair.Id,
            DecidedByName = People.Chair.Name,
            DecidedAt = TestClock.MondayMorning.AddDays(-days),
        };
}
