using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Data;
using Moothall.Platform.Email;
using Moothall.Tests.Hosting;
using Moothall.Tests.House.Markers;

namespace Moothall.Tests.House;

/// <summary>
/// A mark in every text of every record that someone may not see; everyone goes everywhere; no page, list, search, file,
/// event or message shows a mark to whom it is kept from, and each is shown to someone it is for.
/// </summary>
public sealed class MarkerCrawlTests(ITestOutputHelper output)
{
    // Kept from everyone, typed by the reader alone, or told only while its item is under discussion and then in the minutes.
    private static readonly Secret[] ShownNowhere =
    [
        Secret.AddressMadeProtected,
        Secret.SearchOfPolice,
        Secret.SaidInPartA,
        Secret.SaidInPartB,
    ];

    // Belongs to a state that none of the records is in; the word stands in its row all the same.
    private static readonly string[] FieldsOfAnotherState =
    [
        // Who dropped a message that names its sender, and why one is not for the hub.
        "IncomingMessage.AddedByName",
        "IncomingMessage.Because",
        "HubCase.ClosureSummary",
        "Concern.Answer",
        "Concern.AnsweredByName",
        "Referral.AdmittedLateBy",
    ];

    [Theory, BothDatabases]
    [Rule("S1-4.2")]
    [Rule("S1-7.1b")]
    [Rule("S1-7.2f")]
    public async Task Nobody_comes_upon_what_is_kept_from_them(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var world = await PlantedWorld.PlantAsync(moot);
        await EveryKindIsPlantedAsync(moot, world);
        var routes = await Routes.ReadAsync(moot, world);
        var visits = new List<Visit>();
        foreach (
            var person in People.All.Concat<Person?>([
                PlantedWorld.Leaver,
                PlantedWorld.Interpreter,
                PlantedWorld.Observer,
                null,
            ])
        )
        {
            using var browser =
                person is null ? moot.Visitor()
                : person == PlantedWorld.Leaver ? world.LeaversBrowser
                : await moot.AsAsync(person);
            var visit = new Visit(world, person, browser);
            visits.Add(visit);
            await new Crawl(world, routes, visit, visits.Count * 5).RunAsync();
        }

        output.WriteLine(
            $"{routes.Count} pages and endpoints, {world.Marks.All.Count} marks, {visits.Sum(v => v.Requests)} requests"
        );
        var leaks = visits.SelectMany(visit => visit.Leaks).Distinct().ToList();
        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
        Assert.Contains(visits, visit => visit.Events > 0);
        EachIsShownToWhomItIsFor(world, visits);
        await NoMessageHoldsOneAsync(moot, world);
    }

    private static async Task EveryKindIsPlantedAsync(Moot moot, PlantedWorld world)
    {
        var kinds = await moot.WithAsync(db =>
            Task.FromResult(
                db.Model.GetEntityTypes()
                    .Select(type => type.ClrType)
                    .Where(type => type.IsAssignableTo(typeof(IPersonalRecord)))
                    .ToList()
            )
        );
        Assert.NotEmpty(kinds);
        Assert.All(
            kinds,
            kind =>
                Assert.True(
                    world.Marks.All.Any(mark =>
                        !mark.IsId
                        && mark.Place.StartsWith($"{kind.Name}.", StringComparison.Ordinal)
                    ),
                    $"Plant a {kind.Name} in PlantedWorld: it tells about a person."
                )
        );
    }

    private static void EachIsShownToWhomItIsFor(PlantedWorld world, List<Visit> visits)
    {
        var unshown =
            from secret in Enum.GetValues<Secret>().Except(ShownNowhere)
            from reader in Readers.Of[secret]
            let visit = visits.Single(visit => visit.Person == reader)
            where !visit.Seen.Any(mark => mark.Secret == secret && !mark.IsId)
            select $"{reader.Name} sees nothing of {secret}";
        var places = visits.SelectMany(visit => visit.Seen).Select(mark => mark.Place).ToHashSet();
        var unseen = world
            .Marks.All.Where(mark => !ShownNowhere.Contains(mark.Secret))
            .Select(mark => mark.Place)
            .Distinct()
            .Where(place => !places.Contains(place) && !FieldsOfAnotherState.Contains(place))
            .Select(place => $"{place} is shown to nobody, so nothing is proved of it");
        Assert.Empty(unshown.Concat(unseen));
    }

    // Referrals and concerns were sent on the way here, so there are messages; none says more than that there is something.
    private static async Task NoMessageHoldsOneAsync(Moot moot, PlantedWorld world)
    {
        var notices = await moot.WithAsync(db => db.Set<Notice>().AsNoTracking().ToListAsync());
        Assert.NotEmpty(notices);
        Assert.All(
            notices,
            notice =>
                Assert.DoesNotContain(
                    world.Marks.In($"{notice.To} {notice.Subject} {notice.Text}"),
                    mark => mark.Place != "Referral.Reference"
                )
        );
    }
}
