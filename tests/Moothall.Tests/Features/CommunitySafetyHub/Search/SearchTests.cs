using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Search;
using Moothall.Platform.Audit;
using Moothall.Platform.Ui;
using Moothall.Tests.Features.CommunitySafetyHub.Cases;
using Moothall.Tests.Hosting;
using Moothall.Tests.Platform.Documents;

namespace Moothall.Tests.Features.CommunitySafetyHub.Search;

/// <summary>Search over what one may see; its words stay out of addresses, logs and plain rows (settled 19).</summary>
public sealed class SearchTests
{
    [Theory, BothDatabases]
    public async Task A_search_without_purpose_or_words_is_asked_again(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var form = await carys.GetAsync("/Search");
        var wrong = await carys.PostAsync(form, fields: [("Input.Reference", "nonsense")]);
        Assert.Equal(
            [
                "Reference must look like CSH-2026-K7QM, or be one with digits that the case had before",
                "Choose why you search",
                "Say what it is for",
            ],
            wrong.Errors
        );
        var empty = await carys.PostAsync(
            form,
            fields: [("Input.Purpose", "Other"), ("Input.Details", "Checking")]
        );
        Assert.Equal(
            ["Enter a name, a date of birth, a place or a reference to search for"],
            empty.Errors
        );
        Assert.Equal(0, await moot.WithAsync(db => db.Set<StoredSearch>().CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task Names_places_births_and_references_are_found_in_any_spelling(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var hubCase = CaseSample.Case(1);
        await moot.AddAsync(
            hubCase,
            CaseSample.Case(2, "Another matter"),
            CaseSample.Person(
                hubCase,
                "Łukasz Jan",
                "O’Brien-Smith",
                new(1985, 3, 31),
                "12 St. Mary's Rd",
                "ZZ99 1AA"
            ),
            CaseSample.Person(hubCase, "محمد", "الأحمد"),
            new CasePlace { CaseId = hubCase.Id, Description = "Bandstand, Castle Park" }
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        (string Field, string Typed)[] finds =
        [
            ("FamilyName", "obrien"),
            ("FamilyName", "O'BRIEN SMITH"),
            ("FamilyName", "Smith"),
            ("FamilyName", "الاحمد"),
            ("GivenNames", "lukasz"),
            ("GivenNames", "jan"),
            ("GivenNames", "محمد"),
            ("Place", "zz991aa"),
            ("Place", "ZZ99"),
            ("Place", "st marys"),
            ("Place", "castle park"),
            ("Reference", hubCase.Reference.ToLowerInvariant().Replace('-', ' ')),
            ("DateOfBirth", "31/3/1985"),
        ];
        foreach (var (field, typed) in finds)
        {
            var found = await FindAsync(carys, (field, typed));
            Assert.True(
                found.Words.Contains(hubCase.Reference, StringComparison.Ordinal)
                    && found.Words.Contains("1 record is shown", StringComparison.Ordinal),
                $"{field} {typed}: {found.Words}"
            );
        }

        // All that is typed must fit, and on one person.
        var both = await FindAsync(carys, ("FamilyName", "obrien"), ("GivenNames", "محمد"));
        Assert.Contains("Nothing that you may see fits", both.Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Naughty_names_are_found_again(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var hubCase = CaseSample.Case(1);
        var field = new FieldAttribute("Family name") { Limit = 100 };
        var names = NaughtyStrings
            .All.Select(name => name.Trim())
            .Where(name => name.Length > 0 && field.Problem(name) is null)
            .Where((_, index) => index % 12 == 0)
            .ToList();
        Assert.True(names.Count > 20);
        await moot.AddAsync([
            hubCase,
            .. names.Select(name => CaseSample.Person(hubCase, "A", name)),
        ]);
        using var carys = await moot.AsAsync(People.Coordinator);
        foreach (var name in names)
        {
            var found = await FindAsync(carys, ("FamilyName", name));
            Assert.True(
                found
                    .Document.QuerySelectorAll("main li strong")
                    .Any(one => one.TextContent == $"A {name}"),
                name
            );
        }
    }

    [Theory, BothDatabases]
    public async Task What_one_may_not_see_is_not_found_nor_counted(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var (open, unseen) = (
            CaseSample.Case(1, "Seen"),
            CaseSample.Case(2, "Unseen", CaseVisibility.NamedPeople)
        );
        var hidden = CaseSample.Person(unseen, "Harry", "Planted", new(1990, 5, 5));
        await moot.AddAsync(
            open,
            unseen,
            hidden,
            CaseSample.Person(open, "Henry", "Planted", address: ""),
            new ProtectedValue
            {
                PersonId = hidden.Id,
                Kind = ProtectedKind.Address,
                Sealed = moot.Services.GetRequiredService<ProtectedSeal>().Seal("17 Refuge Lane"),
                Why = "Kept",
            }
        );
        using var petra = await moot.AsAsync(People.Police);
        using var clive = await moot.AsAsync(People.Chair);
        var none = await FindAsync(petra, ("FamilyName", "Planted"));
        Assert.Contains("Nothing that you may see fits", none.Words, StringComparison.Ordinal);
        var one = await FindAsync(clive, ("FamilyName", "Planted"));
        Assert.Contains("1 record is shown", one.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Harry", one.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(unseen.Reference, one.Text, StringComparison.Ordinal);
        var byReference = await FindAsync(clive, ("Reference", unseen.Reference));
        Assert.Contains(
            "Nothing that you may see fits",
            byReference.Words,
            StringComparison.Ordinal
        );
        await moot.AddAsync(CaseSample.Share(unseen, People.Chair));
        var refuge = await FindAsync(clive, ("Place", "refuge"));
        Assert.Contains("Nothing that you may see fits", refuge.Words, StringComparison.Ordinal);
        Assert.Contains(
            "2 records are shown",
            (await FindAsync(clive, ("FamilyName", "Planted"))).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task The_search_and_what_it_led_to_are_recorded_with_the_purpose(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var hubCase = CaseSample.Case(1);
        await moot.AddAsync(hubCase, CaseSample.Person(hubCase, "Harry", "Planted"));
        using var carys = await moot.AsAsync(People.Coordinator);
        await FindAsync(carys, ("FamilyName", "Nobodyatall"));
        var empty = (await moot.AuditAsync())[^1];
        Assert.Equal((AuditKind.Read, "search"), (empty.Kind, empty.Note));
        Assert.Empty(empty.Subjects);

        var found = await FindAsync(carys, ("FamilyName", "planted"));
        var look = (await moot.AuditAsync())[^1];
        Assert.Equal([new Subject("Case", hubCase.Id)], look.Subjects);
        Assert.Equal(
            "Search: I want to check before I make a referral. Before writing to housing",
            look.Why
        );
        var link = found.Document.QuerySelector("main h2 a")!.GetAttribute("href")!;
        await carys.GetAsync(link);
        Assert.Equal(look.Why, (await moot.AuditAsync())[^1].Why);
        // Somebody else's search lends no purpose.
        using var sunil = await moot.AsAsync(People.SecondCoordinator);
        await sunil.GetAsync(link);
        Assert.NotEqual(look.Why, (await moot.AuditAsync())[^1].Why);
    }

    [Theory, BothDatabases]
    public async Task The_words_are_the_owners_for_half_an_hour_and_then_forgotten(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        using var sunil = await moot.AsAsync(People.SecondCoordinator);
        var found = await FindAsync(carys, ("FamilyName", "Planted"));
        Assert.Equal(HttpStatusCode.NotFound, (await sunil.GetAsync(found.Path)).Status);
        moot.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, (await carys.GetAsync(found.Path)).Status);
        var purge = moot.Services.GetRequiredService<SearchPurge>();
        await purge.RunOnceAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, await moot.WithAsync(db => db.Set<StoredSearch>().CountAsync()));
        moot.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.NotFound, (await carys.GetAsync(found.Path)).Status);
        await purge.RunOnceAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, await moot.WithAsync(db => db.Set<StoredSearch>().CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task The_words_are_in_no_address_no_log_and_no_plain_row(Database database)
    {
        const string Marker = "Qwxplanted";
        var log = new LoggedWords();
        await using var moot = await Moot.StartAsync(database, log.Capture);
        using var carys = await moot.AsAsync(People.Coordinator);
        var found = await FindAsync(carys, ("FamilyName", Marker), ("Place", Marker + "road"));
        Assert.DoesNotContain(Marker, found.Path, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            found.Document.QuerySelectorAll("[href]"),
            one => one.GetAttribute("href")!.Contains(Marker, StringComparison.OrdinalIgnoreCase)
        );
        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(
            log.Lines,
            line => line.Contains(Marker, StringComparison.OrdinalIgnoreCase)
        );
        Assert.False(await EveryRow.HoldsAsync(moot, Marker));
        Assert.True(await EveryRow.HoldsAsync(moot, People.Coordinator.Name));
    }

    /// <summary>Searches by these fields and comes back with the results.</summary>
    /// <summary>Searches as people do and follows to what it found.</summary>
    internal static async Task<Page> FindAsync(
        Browser browser,
        params (string Field, string Typed)[] words
    )
    {
        var form = await browser.GetAsync("/Search");
        var found = await browser.PostAsync(
            form,
            fields:
            [
                .. words.Select(word => ($"Input.{word.Field}", (string?)word.Typed)),
                ("Input.Purpose", nameof(SearchPurpose.BeforeReferral)),
                ("Input.Details", "Before writing to housing"),
            ]
        );
        Assert.True(
            found.Path.StartsWith("/Search/", StringComparison.Ordinal),
            string.Join("; ", found.Errors)
        );
        return found;
    }
}
