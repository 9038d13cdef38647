using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Referrals;

/// <summary>Who was saved in one request is found in the very next, whichever process saved it (issue 4; ADR 11).</summary>
public sealed class KnownAtOnceTests
{
    [Theory, BothDatabases]
    public async Task A_change_of_a_person_counts_in_the_next_request(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var person = Person("Harriet", "Crowell");
        await moot.AddAsync(person);
        Assert.Single(await ReferAsync(moot, "Harriet", "Crowell"));

        await moot.WithAsync(async db =>
            (await db.Set<CasePerson>().SingleAsync(one => one.Id == person.Id)).GivenNames =
                "Gwendolen"
        );
        Assert.StartsWith(
            "Very likely",
            (await ReferAsync(moot, "Gwendolen", "Crowell"))[0],
            StringComparison.Ordinal
        );

        await moot.WithAsync(async db =>
        {
            db.RemoveRange(await db.Set<PersonTelephone>().ToListAsync());
            db.RemoveRange(await db.Set<CasePerson>().ToListAsync());
        });
        Assert.Empty(await ReferAsync(moot, "Gwendolen", "Crowell"));
    }

    [Theory, BothDatabases]
    public async Task What_is_taken_back_is_not_found(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await ReferAsync(moot, "Somebody", "Else");
        await using (var unit = await BeginAsync(moot, Person("Harriet", "Crowell")))
        {
            await unit.Db.RollbackAsync();
        }

        Assert.Empty(await ReferAsync(moot, "Harriet", "Crowell"));
    }

    [Theory, BothDatabases]
    public async Task Those_who_are_unlinked_are_offered_again(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var (one, other) = (Person("Harriet", "Crowell"), Person("Harriet", "Crowell"));
        var link = new PersonLink
        {
            FirstId = one.Id,
            SecondId = other.Id,
            Why = "The same birthday",
        };
        await moot.AddAsync(one, other, link);
        Assert.Equal(2, (await ReferAsync(moot, "Harriet", "Crowell")).Count);
        await moot.WithAsync(async db =>
            (await db.Set<PersonLink>().SingleAsync()).UnlinkedBecause = "Two cousins"
        );
        Assert.Equal(3, (await ReferAsync(moot, "Harriet", "Crowell")).Count);
    }

    [Fact]
    public async Task Two_processes_on_one_database_find_each_others_people()
    {
        await using var moot = await Moot.StartAsync(Database.Postgres);
        await using var beside = moot.Beside();
        await ReferAsync(moot, "Somebody", "Else");
        await ReferAsync(beside, "Nobody", "Other");

        await ReferAsync(moot, "Harriet", "Crowell");
        Assert.Single(await ReferAsync(beside, "Harriet", "Crowell"));
        Assert.Equal(2, (await ReferAsync(moot, "Harriet", "Crowell")).Count);
    }

    [Fact]
    public async Task One_who_began_first_and_committed_last_is_found()
    {
        await using var moot = await Moot.StartAsync(Database.Postgres);
        await using var beside = moot.Beside();
        await ReferAsync(moot, "Somebody", "Else");

        await using var slow = await BeginAsync(beside, Person("Harriet", "Crowell"));
        await moot.AddAsync(Person("Gwendolen", "Fairley"));
        Assert.Empty(await ReferAsync(moot, "Harriet", "Crowell"));
        await slow.Db.CommitAsync(TestContext.Current.CancellationToken);

        // The one of the slow process and the referral before this one.
        Assert.Equal(2, (await ReferAsync(moot, "Harriet", "Crowell")).Count);
    }

    /// <summary>Refers somebody born on one day and gives why others may be the same person, the likeliest first.</summary>
    private static async Task<IReadOnlyList<string>> ReferAsync(
        Moot moot,
        string given,
        string family
    )
    {
        var reference = await Fill.ReferAsync(
            moot,
            People.Police,
            Fill.Person(
                ("Input.People[0].GivenNames", given),
                ("Input.People[0].FamilyName", family),
                ("Input.People[0].DateOfBirth.Day", "7"),
                ("Input.People[0].DateOfBirth.Month", "4"),
                ("Input.People[0].DateOfBirth.Year", "1990")
            )
        );
        return await moot.WithAsync(db =>
            db.Set<ReferralMatch>()
                .Where(match =>
                    db.Set<Referral>()
                        .Any(one => one.Id == match.ReferralId && one.Reference == reference)
                )
                .OrderBy(match => match.Id)
                .Select(match => match.Because)
                .ToListAsync()
        );
    }

    private static CasePerson Person(string given, string family) =>
        new()
        {
            Role = PersonRole.Other,
            GivenNames = given,
            FamilyName = family,
            DateOfBirth = new(1990, 4, 7),
        };

    /// <summary>Saves a person and leaves the unit open.</summary>
    private static async Task<OpenUnit> BeginAsync(Moot moot, CasePerson person)
    {
        var scope = moot.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AuditActor>().BeJob("test", "preparing a test");
        var db = scope.ServiceProvider.GetRequiredService<MoothallDb>();
        db.BeginUnit();
        db.Add(person);
        await db.SaveChangesAsync();
        return new(scope, db);
    }

    private sealed record OpenUnit(AsyncServiceScope Scope, MoothallDb Db) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Scope.DisposeAsync();
    }
}
