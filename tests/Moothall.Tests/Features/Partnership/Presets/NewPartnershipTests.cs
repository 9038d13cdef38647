using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.Partnership.Bodies;
using Moothall.Features.Partnership.LegalParameters;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.Presets;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Partnership.Settings;
using Moothall.Features.Partnership.SharingProtocols;
using Moothall.Features.Partnership.Topics;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Partnership.Presets;

/// <summary>What a preset becomes in an empty database.</summary>
public sealed class NewPartnershipTests
{
    [Theory, BothDatabases]
    [Rule("S1-P1")]
    [Rule("S1-P3")]
    [Rule("S1-4.2")]
    [Rule("S1-4.4")]
    public async Task Cannock_Chase_begins_with_its_published_terms_and_nothing_invented(
        Database database
    )
    {
        await using var moot = await Moot.StartEmptyAsync(database);
        await CreateAsync(moot, PresetFile.CannockChase);
        await moot.WithAsync(async db =>
        {
            var own = await db.Set<PartnershipSettings>().SingleAsync();
            Assert.Equal("Chase Community Safety Partnership", own.Name);
            Assert.Equal("Chase Community Partnership", own.Aliases);
            Assert.Equal("One Staffordshire Information Sharing Protocol", own.ProtocolName);
            Assert.Null(own.DemonstrationSeed);
            Assert.Empty(await db.Set<User>().ToListAsync());
            Assert.Empty(await db.Set<HubCase>().ToListAsync());
            Assert.Empty(await db.Set<SecureDomainEntry>().ToListAsync());
            var members = await db.Set<HubMembership>().OrderBy(one => one.Order).ToListAsync();
            Assert.Equal(26, members.Count);
            Assert.Equal("Staffordshire Police", members[^1].Name);
            var today = UkTime.DateOf(TestClock.MondayMorning);
            Assert.All(members, one => Assert.Null(one.Basis));
            Assert.All(members, one => Assert.NotNull(one.ShutBecause(today)));
            Assert.Equal([7, 14], members.Where(one => !one.SeesCases).Select(one => one.Order));
        });
    }

    [Theory, BothDatabases]
    [Rule("S1-3.2")]
    [Rule("S0-12")]
    [Rule("C23")]
    [Rule("S0-9")]
    [Rule("S1-7.1")]
    public async Task A_preset_brings_bodies_topics_priorities_wording_and_dated_numbers(
        Database database
    )
    {
        await using var moot = await Moot.StartEmptyAsync(database);
        await CreateAsync(moot, PresetFile.CannockChase);
        await moot.WithAsync(async db =>
        {
            var bodies = await db.Set<GovernanceBody>().ToListAsync();
            var hub = bodies.Single(body => body.Type == BodyType.Hub);
            Assert.Equal(BodyType.StrategicBoard, bodies.Single(b => b.Id == hub.ParentId).Type);
            Assert.Equal(new(2018, 5, 15), hub.TermsDated);
            Assert.Equal(MeetingSchedule.Hub, hub.Times.ToSchedule());
            var topics = await db.Set<Topic>().OrderBy(topic => topic.Order).ToListAsync();
            Assert.Equal(32, topics.Count);
            Assert.Equal(
                "Licensing",
                Assert.Single(topics, one => one.AddedBecause.Length > 0).Label
            );
            Assert.Equal(
                "Modern slavery",
                topics.Single(one => one.Label == "Modern Day Slavery").LegalTerm
            );
            Assert.Equal(
                7,
                topics.Count(one => one.DefaultVisibility == CaseVisibility.NamedAgencies)
            );
            var priorities = await db.Set<Priority>().ToListAsync();
            Assert.Equal(
                4,
                priorities.Count(one => one.Source == PrioritySource.LocalPolicingBody)
            );
            var asb = priorities.Single(one => one.Abbreviation == "ASB");
            Assert.Equal(
                (new DateOnly(2024, 4, 1), new DateOnly(2025, 3, 31)),
                (asb.From, asb.Until)
            );
            var wording = await db.Set<ConfidentialityWording>().SingleAsync();
            Assert.Equal(5, wording.Statements.Split('\n').Length);
            Assert.Contains("One Staffordshire", wording.Statements, StringComparison.Ordinal);
            var hour = await db.Set<LegalParameter>()
                .SingleAsync(one => one.Key == "hub.max_duration");
            Assert.Equal(("60", "minutes"), (hour.Value, hour.Unit));
            Assert.Equal(new(2018, 5, 15), hour.EffectiveFrom);
        });
    }

    [Theory, BothDatabases]
    public async Task A_preset_is_written_once_and_its_audit_holds(Database database)
    {
        await using var moot = await Moot.StartEmptyAsync(database);
        await CreateAsync(moot, PresetFile.CannockChase);
        await CreateAsync(moot, NewPartnership.Demo);
        await moot.WithAsync(async db =>
        {
            Assert.Null((await db.Set<PartnershipSettings>().SingleAsync()).DemonstrationSeed);
            var verdict = await AuditVerifier.VerifyAsync(db);
            Assert.Null(verdict.BrokenAt);
            Assert.True(verdict.Entries > 0);
        });
    }

    [Theory, BothDatabases]
    public async Task The_demonstration_says_on_every_page_that_it_is_invented(Database database)
    {
        await using var moot = await Moot.StartEmptyAsync(database);
        using var before = moot.Visitor();
        Assert.DoesNotContain(
            "Aldermere",
            (await before.GetAsync("/Error/404")).Text,
            StringComparison.Ordinal
        );
        await CreateAsync(moot, NewPartnership.Demo);
        using var visitor = moot.Visitor();
        var page = await visitor.GetAsync("/Error/404");
        Assert.Contains(
            "Aldermere Community Safety Partnership",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Demonstration: invented people and places",
            page.Text,
            StringComparison.Ordinal
        );
        var style = await visitor.Client.GetStringAsync(
            "/partnership.css",
            TestContext.Current.CancellationToken
        );
        Assert.Contains("#3b2a63", style, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    [Rule("C19")]
    public async Task Bodies_have_their_present_names_and_the_history_beside_them(Database database)
    {
        await using var moot = await Moot.StartEmptyAsync(database);
        await CreateAsync(moot, PresetFile.CannockChase);
        await moot.WithAsync(async db =>
        {
            var notes = await db.Set<HubMembership>()
                .ToDictionaryAsync(member => member.Order, member => member.Note);
            Assert.Contains("integrated care board", notes[17], StringComparison.Ordinal);
            Assert.Contains("clinical commissioning group", notes[17], StringComparison.Ordinal);
            Assert.Contains(
                "one Probation Service in June 2021",
                notes[18],
                StringComparison.Ordinal
            );
        });
    }

    [Theory, BothDatabases]
    public async Task A_partnership_can_begin_with_nothing_of_its_own_and_every_page_opens(
        Database database
    )
    {
        await using var moot = await Moot.StartEmptyAsync(database);
        await using (var scope = moot.Services.CreateAsyncScope())
        {
            scope
                .ServiceProvider.GetRequiredService<AuditActor>()
                .BeVisitor("test", "the first administrator");
            scope.ServiceProvider.GetRequiredService<NewPartnership>().Begin("Ours", "Testbourne");
            await scope
                .ServiceProvider.GetRequiredService<MoothallDb>()
                .SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var people = new[] { Role.Administrator, Role.Coordinator }
            .Select(role => People.All.First(person => person.Roles[0] == role))
            .Select(person => person with { OrganisationId = null })
            .ToList();
        await moot.WithAsync(db =>
        {
            db.AddRange(people.Select(person => person.ToUser(new(2026, 1, 1))));
            return Task.CompletedTask;
        });
        var opened = 0;
        foreach (var person in people)
        {
            using var browser = await moot.AsAsync(person);
            var pages = moot
                .Services.GetRequiredService<IActionDescriptorCollectionProvider>()
                .ActionDescriptors.Items.OfType<PageActionDescriptor>()
                .Select(page => "/" + page.AttributeRouteInfo!.Template)
                .Where(page => !page.Contains('{', StringComparison.Ordinal));
            foreach (var page in pages)
            {
                using var answer = await browser.SendAsync(new(HttpMethod.Get, page));
                Assert.True((int)answer.StatusCode < 500, $"{person.Roles[0]} {page}");
                opened += answer.IsSuccessStatusCode ? 1 : 0;
            }
        }

        Assert.True(opened > 30, $"{opened} pages");
    }

    internal static async Task CreateAsync(Moot moot, string preset, int seed = 1)
    {
        await using var scope = moot.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<NewPartnership>().CreateAsync(preset, seed);
    }
}
