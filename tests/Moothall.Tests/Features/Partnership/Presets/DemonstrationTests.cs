using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Features.Partnership.Presets;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Partnership.Presets;

/// <summary>Six past weeks that hang together and this week half done (settled 26).</summary>
public sealed class DemonstrationTests
{
    [Theory, BothDatabases]
    public async Task Six_weeks_hang_together_and_this_week_is_half_done(Database database)
    {
        await using var moot = await Moot.StartEmptyAsync(database);
        await NewPartnershipTests.CreateAsync(moot, NewPartnership.Demo);
        await moot.WithAsync(async db =>
        {
            var now = TestClock.MondayMorning;
            var meetings = await db.Set<HubMeeting>().OrderBy(one => one.StartsAt).ToListAsync();
            Assert.Equal(6, meetings.Count(one => one.Status == MeetingStatus.Ended));
            Assert.Null(meetings[6].PublishedAt);
            Assert.True(meetings[6].StartsAt > now);
            Assert.NotEmpty(
                await db.Set<AgendaItem>()
                    .Where(item => item.MeetingId == meetings[6].Id)
                    .ToListAsync()
            );
            Assert.Equal(
                3,
                await db.Set<Referral>().CountAsync(one => one.Status == ReferralStatus.Submitted)
            );
            foreach (var status in Enum.GetValues<ReferralStatus>())
            {
                Assert.True(
                    await db.Set<Referral>().AnyAsync(one => one.Status == status),
                    status.ToString()
                );
            }

            Assert.True(
                await db.Set<Referral>().AnyAsync(one => one.IsLate && one.AdmittedLateBy != "")
            );
            Assert.InRange(await db.Set<HubCase>().CountAsync(), 30, 60);
            Assert.InRange(await db.Set<HubAction>().CountAsync(), 80, 160);
            foreach (var status in Enum.GetValues<ActionStatus>())
            {
                Assert.True(
                    await db.Set<HubAction>().AnyAsync(one => one.Status == status),
                    status.ToString()
                );
            }

            Assert.True(await db.Set<HubAction>().AnyAsync(one => one.CarriedForward > 1));
            Assert.True(await db.Set<HubAction>().AnyAsync(one => one.Priorities.Any()));
            Assert.True(
                await db.Set<HubAction>()
                    .AnyAsync(one =>
                        one.Status == ActionStatus.Open && one.Due < new DateOnly(2026, 11, 23)
                    )
            );
            Assert.Single(await db.Set<CaseExclusion>().ToListAsync());
            Assert.NotEmpty(await db.Set<ProtectedValue>().ToListAsync());
            Assert.Single(await db.Set<PasswordGiving>().ToListAsync());
            Assert.NotEmpty(await db.Set<PersonLink>().ToListAsync());
            // An address that is protected stands nowhere else.
            var kept = await db.Set<ProtectedValue>().Select(one => one.PersonId).ToListAsync();
            Assert.All(
                await db.Set<CasePerson>().Where(one => kept.Contains(one.Id)).ToListAsync(),
                person => Assert.Equal("", person.Address + person.Postcode)
            );
        });
    }

    [Theory, BothDatabases]
    public async Task Its_minutes_hold_and_its_audit_is_whole(Database database)
    {
        await using var moot = await Moot.StartEmptyAsync(database);
        await NewPartnershipTests.CreateAsync(moot, NewPartnership.Demo);
        await moot.WithAsync(async db =>
        {
            var all = await db.Set<Minutes>()
                .Include(one => one.Sections)
                .Include(one => one.Signatures)
                .AsSplitQuery()
                .OrderBy(one => one.CreatedAt)
                .ToListAsync();
            Assert.Equal(6, all.Count);
            Assert.Equal(MinutesStatus.SignedOnce, all[^1].Status);
            Assert.Single(all[^1].Signatures);
            foreach (var minutes in all.SkipLast(1))
            {
                Assert.Equal(MinutesStatus.Released, minutes.Status);
                Assert.Equal(2, minutes.Signatures.Select(one => one.UserId).Distinct().Count());
                Assert.True(MinutesSeal.Check(minutes).Allowed);
                Assert.True(CirculationGate.Check(minutes).Allowed);
                Assert.Empty(await MinutesNames.UnresolvedAsync(db, minutes));
            }

            Assert.NotEmpty(await db.Set<MinutesReading>().ToListAsync());
            var routes = await db.Set<CirculationCopy>()
                .Select(one => one.Route)
                .Distinct()
                .ToListAsync();
            Assert.Contains(CirculationRoute.ReadInProduct, routes);
            Assert.Contains(CirculationRoute.LockedFile, routes);
            var verdict = await AuditVerifier.VerifyAsync(db);
            Assert.Null(verdict.BrokenAt);
        });
    }

    [Theory, BothDatabases]
    public async Task Nothing_in_it_is_real_and_nothing_lies_ahead(Database database)
    {
        await using var moot = await Moot.StartEmptyAsync(database);
        await NewPartnershipTests.CreateAsync(moot, NewPartnership.Demo);
        await moot.WithAsync(async db =>
        {
            var people = await db.Set<CasePerson>().Include(one => one.Telephones).ToListAsync();
            Assert.All(
                people.Where(one => one.Postcode.Length > 0),
                one => Assert.StartsWith("ZZ99 ", one.Postcode, StringComparison.Ordinal)
            );
            Assert.All(
                people.SelectMany(one => one.Telephones),
                one => Assert.StartsWith("07700900", one.Digits, StringComparison.Ordinal)
            );
            Assert.All(
                await db.Set<User>().ToListAsync(),
                one => Assert.EndsWith(".example", one.Email!, StringComparison.Ordinal)
            );
            var now = TestClock.MondayMorning;
            var times = new List<DateTime>();
            times.AddRange(await db.Set<Referral>().Select(one => one.SubmittedAt).ToListAsync());
            times.AddRange(
                await db.Set<TriageDecision>().Select(one => one.DecidedAt).ToListAsync()
            );
            times.AddRange(await db.Set<ActionUpdate>().Select(one => one.At).ToListAsync());
            times.AddRange(
                await db.Set<MinutesSignature>().Select(one => one.SignedAt).ToListAsync()
            );
            times.AddRange(
                await db.Set<MinutesReading>().Select(one => one.AcknowledgedAt).ToListAsync()
            );
            times.AddRange(
                await db.Set<CirculationCopy>().Select(one => one.ReleasedAt).ToListAsync()
            );
            times.AddRange(await db.Set<PasswordGiving>().Select(one => one.GivenAt).ToListAsync());
            Assert.All(times, at => Assert.True(at <= now, $"{at:s}"));
        });
    }

    /// <summary>It can be made on any day: while a hub sits, just after one, at the cut-off, across both clock changes, at New Year.</summary>
    [Theory]
    [InlineData("2026-11-24T10:30", 1)]
    [InlineData("2026-11-24T11:40", 2)]
    [InlineData("2026-11-23T12:00", 3)]
    [InlineData("2026-11-30T23:59", 4)]
    [InlineData("2026-10-25T00:30", 5)]
    [InlineData("2027-03-29T08:00", 6)]
    [InlineData("2027-01-01T09:00", 1000)]
    [InlineData("2028-02-29T07:00", 2026)]
    public async Task It_can_be_made_at_any_time(string at, int seed)
    {
        var now = DateTime.Parse(
            at,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal
        );
        await using var moot = await Moot.StartEmptyAsync(Database.Sqlite);
        moot.Clock.Set(now);
        await NewPartnershipTests.CreateAsync(moot, NewPartnership.Demo, seed);
        await moot.WithAsync(async db =>
        {
            Assert.Equal(
                6,
                await db.Set<HubMeeting>().CountAsync(one => one.Status == MeetingStatus.Ended)
            );
            Assert.Equal(
                3,
                await db.Set<Referral>().CountAsync(one => one.Status == ReferralStatus.Submitted)
            );
            Assert.All(
                await db.Set<ActionUpdate>().Select(one => one.At).ToListAsync(),
                time => Assert.True(time <= now)
            );
            Assert.All(
                await db.Set<Referral>().Select(one => one.SubmittedAt).ToListAsync(),
                time => Assert.True(time <= now)
            );
        });
    }

    [Fact]
    public async Task The_same_number_gives_the_same_partnership_on_either_database()
    {
        var one = await DigestAsync(Database.Sqlite, 7);
        Assert.Equal(one, await DigestAsync(Database.Postgres, 7));
        Assert.NotEqual(one, await DigestAsync(Database.Sqlite, 8));
    }

    private static async Task<IReadOnlyList<string>> DigestAsync(Database database, int seed)
    {
        await using var moot = await Moot.StartEmptyAsync(database);
        await NewPartnershipTests.CreateAsync(moot, NewPartnership.Demo, seed);
        return await moot.WithAsync(DatabaseDigest.OfAsync);
    }
}
