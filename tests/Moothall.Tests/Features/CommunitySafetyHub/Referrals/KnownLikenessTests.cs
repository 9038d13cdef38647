using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Referrals;

/// <summary>Who is offered to the team as known already, in which order and with which words (settled 14; ADR 11).</summary>
public sealed class KnownLikenessTests
{
    private static readonly string[] Leads = ["Very likely: ", "Likely: ", "Possibly: "];

    [Theory, BothDatabases]
    public async Task Other_forms_of_a_person_are_offered_with_the_reasons_in_words(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await ReferAsync(moot, "Robert James", "Ashworth", "4/6/1971", "12 Mill Lane");

        var bob = await ReferAsync(moot, "Bob", "Ashworth", "4/6/1971", "7 Station Road");
        Assert.Equal(
            "Very likely: same date of birth; two forms of one forename; "
                + "same surname; another address, so may have moved house.",
            Assert.Single(bob)
        );
        var swapped = await ReferAsync(moot, "Robert", "Ashworth", "6/4/1971", "12 Mill Lane");
        Assert.Contains(
            "day and month of birth the other way round; one forename in common",
            swapped[0],
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task A_surname_after_a_marriage_is_offered(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await ReferAsync(moot, "Helen", "Fairfield", "17/11/1983", "3 Church Walk");

        var both = await ReferAsync(moot, "Helen", "Fairfield-Crow", "17/11/1983", "");
        Assert.Contains("; surnames share a part", Assert.Single(both), StringComparison.Ordinal);
        var other = await ReferAsync(moot, "Helen", "Langley", "17/11/1983", "3 Church Walk");
        Assert.Contains(
            other,
            reason =>
                reason.StartsWith("Possibly: ", StringComparison.Ordinal)
                && reason.Contains("different surname, as after", StringComparison.Ordinal)
        );
    }

    [Theory, BothDatabases]
    public async Task A_twin_is_offered_after_the_one_meant_and_never_as_likely(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await ReferAsync(moot, "Ella", "Denham", "9/2/2009", "41 High Street");
        await ReferAsync(moot, "Anna", "Denham", "9/2/2009", "41 High Street");

        var anna = await ReferAsync(moot, "Anna", "Denham", "9/2/2009", "41 High Street");
        Assert.Equal(2, anna.Count);
        Assert.StartsWith("Very likely", anna[0], StringComparison.Ordinal);
        Assert.Equal(
            "Possibly: same date of birth; different forename, as twins have; "
                + "same surname; same address.",
            anna[1]
        );
    }

    [Theory, BothDatabases]
    public async Task A_stranger_who_shares_a_common_surname_is_not_offered(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await ReferAsync(moot, "Imran", "Khan", "7/4/1990", "1 Mill Lane");
        await ReferAsync(moot, "Mohammed Imran", "Hussain", "3/1/1988", "2 Mill Lane");
        await ReferAsync(moot, "Priya", "Patel", "12/8/1995", "3 Mill Lane");

        Assert.Empty(await ReferAsync(moot, "Bilal", "Khan", "17/4/1990", "8 High Street"));
        Assert.Empty(await ReferAsync(moot, "Mohammed Bilal", "Hussain", "3/6/1991", ""));
        Assert.Empty(await ReferAsync(moot, "Pooja", "Patel", "13/8/1995", "9 High Street"));
        Assert.Single(await ReferAsync(moot, "Mohammed", "Hussain", "3/1/1988", ""));
    }

    [Theory, BothDatabases]
    public async Task Neither_a_home_nor_a_telephone_nor_a_birthday_alone_is_a_match(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await ReferAsync(moot, "Owen", "Bradwell", "5/5/1979", "88 The Green");

        Assert.Empty(await ReferAsync(moot, "Owen", "Bradwell", "21/10/1948", "88 The Green"));
        Assert.Empty(await ReferAsync(moot, "Sian", "Kirkley", "5/5/1979", "88 The Green"));
        Assert.Empty(await ReferAsync(moot, "Sian", "Kirkley", "30/9/1982", "88 The Green"));
    }

    [Theory, BothDatabases]
    public async Task A_protected_address_takes_no_part(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await ReferAsync(
            moot,
            "Nadia",
            "Elmore",
            "2/3/1992",
            "5 Hidden Close",
            ("Input.People[0].AddressIsProtected", "true"),
            ("Input.People[0].ProtectedBecause", "Someone looks for her.")
        );

        var again = await ReferAsync(moot, "Nadia", "Elmore", "2/3/1992", "5 Hidden Close");
        Assert.Equal(
            "Very likely: same date of birth; same forename; same surname.",
            Assert.Single(again)
        );
    }

    [Theory, BothDatabases]
    public async Task What_a_person_is_also_known_as_is_found(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await ReferAsync(
            moot,
            "Anthony",
            "Kirkwood",
            "19/7/2004",
            "",
            ("Input.People[0].KnownAs", "Smudge")
        );

        var found = await ReferAsync(moot, "Smudge", "Kirkwood", "19/7/2004", "");
        Assert.Contains(
            "forename of one is what the other is known as; same surname",
            Assert.Single(found),
            StringComparison.Ordinal
        );
    }

    /// <summary>Refers somebody and gives what the team then reads of them, the likeliest first.</summary>
    internal static async Task<IReadOnlyList<string>> ReferAsync(
        Moot moot,
        string given,
        string family,
        string born,
        string address,
        params (string, string?)[] more
    )
    {
        var parts = born.Split('/');
        var reference = await Fill.ReferAsync(
            moot,
            People.Police,
            Fill.Person([
                ("Input.People[0].GivenNames", given),
                ("Input.People[0].FamilyName", family),
                ("Input.People[0].DateOfBirth.Day", parts[0]),
                ("Input.People[0].DateOfBirth.Month", parts[1]),
                ("Input.People[0].DateOfBirth.Year", parts[2]),
                ("Input.People[0].Address", address.Length > 0 ? address : "not known"),
                ("Input.People[0].Postcode", ""),
                .. more,
            ])
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync($"/Referrals/{reference}/Triage");
        return
        [
            .. page
                .Document.QuerySelectorAll("main p")
                .Select(line => line.TextContent.Trim())
                .Where(line => Leads.Any(lead => line.StartsWith(lead, StringComparison.Ordinal))),
        ];
    }
}
