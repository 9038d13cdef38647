using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Cases;

/// <summary>People of a case are added and changed; what is kept of them stays kept.</summary>
public sealed class CasePersonPageTests
{
    private static readonly (string, string?)[] Siân =
    [
        ("Input.GivenNames", "Siân"),
        ("Input.FamilyName", "O’Brien"),
        ("Input.Role", "Victim"),
        ("Input.DateOfBirth.Day", "29"),
        ("Input.DateOfBirth.Month", "2"),
        ("Input.DateOfBirth.Year", "2008"),
        ("Input.Address", "4 Marker Street"),
        ("Input.Postcode", "zz991aa"),
        ("Input.Telephones", "01632 960 001"),
    ];

    [Theory, BothDatabases]
    public async Task A_person_is_added_changed_and_searched_by_the_new_name(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var (hubCase, other) = (CaseSample.Case(1), CaseSample.Case(2));
        var elsewhere = CaseSample.Person(other, "Harry", "Elsewhere");
        await moot.AddAsync(hubCase, other, elsewhere);
        using var carys = await moot.AsAsync(People.Coordinator);
        using var petra = await moot.AsAsync(People.Police);
        var address = $"/Cases/{hubCase.Reference}/Person";
        Assert.Equal(HttpStatusCode.Forbidden, (await petra.GetAsync(address)).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await carys.GetAsync($"{address}/{elsewhere.Id}")).Status
        );
        var form = await carys.GetAsync(address);
        var impossible = await carys.PostAsync(
            form,
            fields:
            [
                .. Siân.Select(one =>
                    one.Item1 == "Input.DateOfBirth.Day" ? (one.Item1, "31") : one
                ),
            ]
        );
        Assert.Contains("Date of birth", impossible.Errors.Single(), StringComparison.Ordinal);
        var added = await carys.PostAsync(form, fields: Siân);
        Assert.Equal($"/Cases/{hubCase.Reference}", added.Path);
        Assert.Contains("29 February 2008 (aged 18)", added.Words, StringComparison.Ordinal);
        Assert.Contains(
            "Person added: Siân O’Brien (Victim)",
            added.Words,
            StringComparison.Ordinal
        );

        var person = await PersonAsync(moot, hubCase);
        Assert.Equal(("obrien", "sian"), (person.SearchFamilyName, person.SearchGivenNames));
        var edit = await carys.GetAsync($"{address}/{person.Id}");
        await carys.PostAsync(
            edit,
            fields: [("Input.FamilyName", "Łoś-Jones"), ("Input.KnownAs", "Peg")]
        );
        person = await PersonAsync(moot, hubCase);
        Assert.Equal(("losjones", "sianpeg"), (person.SearchFamilyName, person.SearchGivenNames));
        Assert.Equal("4markerstreetzz991aa", person.SearchAddress);
        Assert.Equal("01632 960 001", person.Telephones.Single().Number);
    }

    [Theory, BothDatabases]
    public async Task An_address_made_protected_leaves_every_column_and_page(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var hubCase = CaseSample.Case(1);
        await moot.AddAsync(hubCase);
        using var carys = await moot.AsAsync(People.Coordinator);
        using var clive = await moot.AsAsync(People.Chair);
        var address = $"/Cases/{hubCase.Reference}/Person";
        var form = await carys.GetAsync(address);
        (string, string?)[] kept =
        [
            .. Siân,
            ("Input.AddressIsProtected", "true"),
            ("Input.ProtectedBecause", "A former partner"),
        ];
        var unsaid = await carys.PostAsync(form, fields: kept[..^1]);
        Assert.Equal(["Say from whom it is kept, and why"], unsaid.Errors);
        var added = await carys.PostAsync(form, fields: kept);
        Assert.Contains(
            "An address is held for named people only.",
            added.Words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Marker Street", added.Text, StringComparison.Ordinal);
        Assert.False(await Search.EveryRow.HoldsAsync(moot, "Marker Street"));
        Assert.DoesNotContain(
            await moot.AuditAsync(),
            entry => entry.ToJson().Contains("Marker Street", StringComparison.Ordinal)
        );

        var person = await PersonAsync(moot, hubCase);
        Assert.Equal(("", "", ""), (person.Address, person.Postcode, person.SearchAddress));
        var edit = await clive.GetAsync($"{address}/{person.Id}");
        Assert.DoesNotContain("Marker Street", edit.Text, StringComparison.Ordinal);
        var open = await clive.PostAsync(edit, fields: [("Input.Address", "5 Open Road")]);
        Assert.StartsWith(
            "This is held for named people only.",
            open.Errors.Single(),
            StringComparison.Ordinal
        );
        var notNamed = await clive.PostAsync(
            edit,
            fields:
            [
                ("Input.Address", "5 Open Road"),
                ("Input.AddressIsProtected", "true"),
                ("Input.ProtectedBecause", "The same"),
            ]
        );
        Assert.Equal(["Only those named as its readers may change what is kept"], notNamed.Errors);
        var postcode = await clive.PostAsync(edit, fields: [("Input.Postcode", "ZZ99 2BB")]);
        Assert.StartsWith(
            "This is held for named people only.",
            postcode.Errors.Single(),
            StringComparison.Ordinal
        );
        // Something else may be changed, and what is kept stays.
        await clive.PostAsync(edit, fields: [("Input.KnownAs", "Peg")]);
        Assert.Equal(1, await moot.WithAsync(db => db.Set<ProtectedValue>().CountAsync()));
    }

    private static Task<CasePerson> PersonAsync(Moot moot, HubCase hubCase) =>
        moot.WithAsync(db =>
            db.Set<CasePerson>()
                .AsNoTracking()
                .Include(one => one.Telephones)
                .SingleAsync(one => one.CaseId == hubCase.Id)
        );
}
