using System.Data.Common;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Data;
using Moothall.Tests.Features.CommunitySafetyHub.Cases;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.House;

/// <summary>No page asks the database more often because there is more to show: that is how a page gets slow after a year.</summary>
public sealed class QueriesTests
{
    private const int Few = 3;
    private const int Many = 23;

    private static readonly string CaseAddress = $"/Cases/{CaseSample.Reference(0)}";

    [Theory, BothDatabases]
    public async Task A_page_asks_as_often_for_many_rows_as_for_few(Database database)
    {
        var counter = new CommandCounter();
        await using var moot = await Moot.StartAsync(
            database,
            services =>
            {
                services.ConfigureDbContext<SqliteMoothallDb>(own => own.AddInterceptors(counter));
                services.ConfigureDbContext<PostgresMoothallDb>(own =>
                    own.AddInterceptors(counter)
                );
            }
        );
        await PlantAsync(moot, 0, Few);
        await moot.PublishAsync(World.NextMeeting);
        await moot.AddAsync(
            CaseSample.Signature(People.Coordinator, World.NextMeeting),
            CaseSample.Signature(People.Police, World.NextMeeting)
        );
        var few = await CountAsync(moot, counter);
        await PlantAsync(moot, Few, Many);
        var many = await CountAsync(moot, counter);

        Assert.True(few.Count > 40, $"{few.Count} pages");
        Assert.Contains(few, page => page.Key == (People.Police.Name, CaseAddress));
        Assert.True(few[(People.Coordinator.Name, "/Cases")] > 5, "the counter counts");
        var grown = few.Where(page => many[page.Key] > page.Value)
            .Select(page =>
                $"{page.Key.Name} {page.Key.Path}: {page.Value}, then {many[page.Key]}"
            );
        Assert.Empty(grown);
    }

    // Every case has people, an open action with a report, notes and a referral that waits; the first one has them all again.
    private static async Task PlantAsync(Moot moot, int from, int until)
    {
        for (var number = from; number < until; number++)
        {
            var hubCase = CaseSample.Case(number);
            hubCase.People.Add(CaseSample.Person(hubCase, "Ann", $"Other{number}"));
            await moot.WithAsync(async db =>
            {
                db.Add(hubCase);
                db.Add(CaseSample.Item(hubCase, World.NextMeeting, number + 5));
                var first = await db.Set<HubCase>()
                    .FirstOrDefaultAsync(one => one.Reference == CaseSample.Reference(0));
                foreach (var each in new[] { hubCase, first }.OfType<HubCase>())
                {
                    db.Add(Note(each));
                    db.Add(Action(each));
                    db.Add(Waiting(number, each == hubCase ? null : each));
                }
            });
        }
    }

    private static CaseNote Note(HubCase hubCase) =>
        new()
        {
            CaseId = hubCase.Id,
            AuthorId = People.Coordinator.Id,
            AuthorName = People.Coordinator.Name,
            At = TestClock.MondayMorning.AddDays(-2),
            Text = "Spoke to the landlord.",
            IsOpinion = false,
        };

    private static HubAction Action(HubCase hubCase)
    {
        var action = new HubAction
        {
            BodyId = World.Hub,
            CaseId = hubCase.Id,
            MeetingId = null,
            Text = "Visit the flat",
            OwnerMembershipId = World.PoliceMember,
            OwnerName = "Testshire Police",
            Due = new(2026, 11, 24),
            AgreedAt = TestClock.MondayMorning.AddDays(-6),
        };
        action.Updates.Add(
            new()
            {
                ActionId = action.Id,
                At = TestClock.MondayMorning.AddDays(-1),
                ByUserId = People.Police.Id,
                ByName = People.Police.Name,
                Progress = ReportedProgress.InProgress,
                Text = "Nobody in.",
            }
        );
        return action;
    }

    private static Referral Waiting(int number, HubCase? joined) =>
        new()
        {
            BodyId = World.Hub,
            Reference = CaseSample
                .Reference(number + (joined is null ? 1000 : 2000))
                .Replace("CSH", "REF", StringComparison.Ordinal),
            OrganisationId = World.Police,
            ReferredById = People.Police.Id,
            ReferredByName = People.Police.Name,
            Details = new() { Kind = CaseKind.Person, Title = "Threats on the stairs" },
            Status = joined is null ? ReferralStatus.Submitted : ReferralStatus.Joined,
            CaseId = joined?.Id,
            SubmittedAt = TestClock.MondayMorning.AddDays(-1),
        };

    // What a page does at its very first showing it does once, and a job may ask something beside it: the least of three counts.
    private static async Task<Dictionary<(string Name, string Path), int>> CountAsync(
        Moot moot,
        CommandCounter counter
    )
    {
        var counted = new Dictionary<(string, string), int>();
        var plain = moot
            .Services.GetRequiredService<IActionDescriptorCollectionProvider>()
            .ActionDescriptors.Items.OfType<PageActionDescriptor>()
            .Select(page => "/" + page.AttributeRouteInfo!.Template)
            .Where(path => !path.Contains('{', StringComparison.Ordinal));
        string[] paths = [.. plain, CaseAddress, $"/Meetings/{World.NextMeeting}/Agenda"];
        foreach (var person in new[] { People.Coordinator, People.Police })
        {
            using var browser = await moot.AsAsync(person);
            foreach (var path in paths)
            {
                using var first = await browser.SendAsync(new(HttpMethod.Get, path));
                if (!first.IsSuccessStatusCode)
                {
                    continue;
                }

                var least = int.MaxValue;
                for (var showing = 0; showing < 3; showing++)
                {
                    counter.Count = 0;
                    using var again = await browser.SendAsync(new(HttpMethod.Get, path));
                    least = Math.Min(least, counter.Count);
                }

                counted[(person.Name, path)] = least;
            }
        }

        return counted;
    }

    private sealed class CommandCounter : DbCommandInterceptor
    {
        private int count;

        public int Count
        {
            get => Volatile.Read(ref count);
            set => Volatile.Write(ref count, value);
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            Interlocked.Increment(ref count);
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
