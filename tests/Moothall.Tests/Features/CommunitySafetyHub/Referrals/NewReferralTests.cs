using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Referrals;

/// <summary>Making a referral, well and badly.</summary>
public sealed class NewReferralTests
{
    [Theory, BothDatabases]
    [Rule("S1-5.6a")]
    public async Task A_telephone_needs_digits_and_what_is_wrong_names_the_person(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var petra = await moot.AsAsync(People.Police);
        var page = await petra.GetAsync(Fill.Address);
        page = await petra.PostAsync(page, Fill.Send, "Add another person", Fill.Person());
        var wrong = await petra.PostAsync(
            page,
            Fill.Send,
            Fill.Send,
            ("Input.People[0].Telephones", "not a phone at all"),
            ("Input.People[0].DateOfBirth.Month", "14"),
            ("Input.People[1].KnownAs", "Sandy"),
            ("Input.People[1].Role", "Witness"),
            ("Input.People[1].AgeNotKnownBecause", "Seen once"),
            ("Input.People[1].Address", "not known"),
            ("Input.People[1].Telephones", "None known")
        );
        Assert.Equal(2, wrong.Errors.Count());
        Assert.All(
            wrong.Errors,
            error => Assert.StartsWith("Person 1: ", error, StringComparison.Ordinal)
        );
        Assert.Contains(
            "Person 1: Enter each telephone number in digits, such as 01632 960123 ext 4, or “none known”",
            wrong.Errors
        );
    }

    [Theory, BothDatabases]
    [Rule("S1-5.6")]
    [Rule("S1-5.6a")]
    [Rule("S1-5.6c")]
    [Rule("C2")]
    public async Task A_member_refers_a_person_with_all_the_terms_ask(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var guest = await moot.AsAsync(People.Guest);
        Assert.Equal(HttpStatusCode.Forbidden, (await guest.GetAsync(Fill.Address)).Status);
        using var petra = await moot.AsAsync(People.Police);
        var empty = await Fill.SendAsync(petra, []);
        Assert.Contains("Enter a summary", empty.Errors);
        Assert.Contains(
            "Enter at least one person, or change what the referral is about",
            empty.Errors
        );

        var sent = await Fill.SendAsync(petra, Fill.Person());

        Assert.StartsWith("/Referrals/REF-2026-", sent.Path, StringComparison.Ordinal);
        var referral = await SingleAsync(moot);
        Assert.Equal(ReferralStatus.Submitted, referral.Status);
        Assert.Equal(World.Police, referral.OrganisationId);
        Assert.Equal(World.AntiSocialBehaviour, referral.Topics.Single().Id);
        Assert.Equal("crime-and-disorder", referral.Details.Gateway);
        var person = referral.People.Single();
        Assert.Equal("Marta O’Neill", person.FullName);
        Assert.Equal("oneill", person.SearchFamilyName);
        Assert.Equal(new DateOnly(1985, 4, 3), person.DateOfBirth);
        Assert.Equal("ZZ99 1AA", person.Postcode);
        Assert.Equal(
            ["01632960123", "07700900456"],
            person.Telephones.Select(one => one.Digits).Order()
        );
    }

    [Theory, BothDatabases]
    [Rule("S1-5.6a")]
    public async Task What_a_person_needs_is_said_beside_each_field(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var petra = await moot.AsAsync(People.Police);
        var page = await Fill.SendAsync(
            petra,
            Fill.Person(
                ("Input.People[0].FamilyName", ""),
                ("Input.People[0].DateOfBirth.Day", ""),
                ("Input.People[0].DateOfBirth.Month", ""),
                ("Input.People[0].DateOfBirth.Year", ""),
                ("Input.People[0].Address", ""),
                ("Input.People[0].Telephones", "")
            )
        );
        Assert.Equal(
            [
                "Enter the family name, or a name the person is known as",
                "Enter the date of birth, or an estimated age, or say why it is not known.",
                "Enter the address, or “not known”",
                "Enter a telephone number, or “none known”",
            ],
            page.Errors
        );
        Assert.Equal(0, await CountAsync(moot));
    }

    [Theory, BothDatabases]
    [Rule("S1-5.9")]
    public async Task What_has_been_tried_must_be_said(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var petra = await moot.AsAsync(People.Police);
        var page = await Fill.SendAsync(petra, Fill.Place(("Input.Details.TriedAlready", "  ")));
        Assert.Equal(["Say what has been tried already"], page.Errors);
        Assert.Equal(0, await CountAsync(moot));
        await Fill.SendAsync(petra, Fill.Place());
        Assert.Equal("Patrols and a new lamp.", (await SingleAsync(moot)).Details.TriedAlready);
    }

    [Theory, BothDatabases]
    public async Task A_place_needs_no_names(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var petra = await moot.AsAsync(People.Police);
        var page = await Fill.SendAsync(petra, Fill.Place(("Input.Places[0].Description", "")));
        Assert.Equal(["Enter the place the referral is about"], page.Errors);
        await Fill.SendAsync(petra, Fill.Place());
        var referral = await SingleAsync(moot);
        Assert.Empty(referral.People);
        Assert.Equal("Quarry Lane play area", referral.Places.Single().Description);
    }

    public static TheoryDataRow<string, string, string, string>[] BadBirths =>
        [
            new("31", "2", "1990", "Date of birth: 31 February is not a date"),
            new("24", "11", "2026", "Date of birth must not be in the future."),
            new(
                "1",
                "1",
                "1896",
                "Date of birth must be 23 November 1906 or later. Check the year."
            ),
            new("", "2", "1990", "Date of birth must include a day"),
        ];

    [Theory, MemberData(nameof(BadBirths))]
    public async Task An_impossible_birth_is_refused_and_nothing_is_lost(
        string day,
        string month,
        string year,
        string message
    )
    {
        await using var moot = await Moot.StartAsync(Database.Sqlite);
        using var petra = await moot.AsAsync(People.Police);
        var page = await Fill.SendAsync(
            petra,
            Fill.Person(
                ("Input.People[0].DateOfBirth.Day", day),
                ("Input.People[0].DateOfBirth.Month", month),
                ("Input.People[0].DateOfBirth.Year", year)
            )
        );
        Assert.Equal([message], page.Errors);
        Assert.Equal(day, Value(page, "Input.People[0].DateOfBirth.Day"));
        Assert.Equal("O’Neill", Value(page, "Input.People[0].FamilyName"));
        Assert.Contains(
            message,
            page.Document.QuerySelector(".govuk-error-message")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(0, await CountAsync(moot));
    }

    [Theory, BothDatabases]
    public async Task A_summary_of_fifty_thousand_characters_comes_back_whole(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var petra = await moot.AsAsync(People.Police);
        var summary = string.Concat(Enumerable.Repeat("Ten chars ", 5_000)).TrimEnd() + "!";
        var page = await Fill.SendAsync(petra, Fill.Place(("Input.Details.Summary", summary)));
        Assert.Equal(
            ["Summary must be 10,000 characters or fewer. You have typed 50,000."],
            page.Errors
        );
        Assert.Equal(
            summary,
            page.Document.QuerySelector("[name='Input.Details.Summary']")!.TextContent
        );
    }

    [Theory, BothDatabases]
    public async Task Rows_are_added_and_removed_without_a_script(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var petra = await moot.AsAsync(People.Police);
        var page = await petra.GetAsync(Fill.Address);
        page = await petra.PostAsync(page, Fill.Send, "Add another person", Fill.Person());
        Assert.Empty(page.Errors);
        page = await petra.PostAsync(
            page,
            Fill.Send,
            "Add another person",
            ("Input.People[1].GivenNames", "Second"),
            ("Input.People[1].DateOfBirth.Day", "31"),
            ("Input.People[1].DateOfBirth.Month", "2"),
            ("Input.People[1].DateOfBirth.Year", "1990")
        );
        page = await petra.PostAsync(
            page,
            Fill.Send,
            "Remove person 1",
            ("Input.People[2].GivenNames", "Third")
        );
        Assert.Equal("Second", Value(page, "Input.People[0].GivenNames"));
        Assert.Equal("31", Value(page, "Input.People[0].DateOfBirth.Day"));
        Assert.Equal("Third", Value(page, "Input.People[1].GivenNames"));
        Assert.Equal("Threats on the stairs", Value(page, "Input.Details.Title"));
        Assert.Empty(page.Errors);
        Assert.Null(page.Document.QuerySelector("[name='Input.People[2].GivenNames']"));
    }

    [Theory, BothDatabases]
    public async Task The_same_form_sent_twice_makes_one(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var petra = await moot.AsAsync(People.Police);
        var page = await petra.GetAsync(Fill.Address);
        var first = await petra.PostAsync(page, Fill.Send, Fill.Send, Fill.Place());
        var second = await petra.PostAsync(page, Fill.Send, Fill.Send, Fill.Place());
        Assert.Equal(first.Path, second.Path);
        Assert.Contains("You had sent this already", second.Words, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(moot));
    }

    [Theory, BothDatabases]
    public async Task Choices_that_were_not_offered_are_refused(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var petra = await moot.AsAsync(People.Police);
        var nowhere = Guid.CreateVersion7().ToString();
        var page = await Fill.SendAsync(
            petra,
            Fill.Place(
                ("Input.PrimaryTopicId", nowhere),
                ("Input.BodyId", nowhere),
                ("Input.Details.Gateway", "because I say so")
            )
        );
        Assert.Contains("Choose the topics from the list", page.Errors);
        Assert.Contains("Choose the hub", page.Errors);
        Assert.Contains("Choose why you may share this", page.Errors);

        // Another organisation posted by a member is not heard: they refer for their own.
        await Fill.SendAsync(petra, Fill.Place(("Input.OrganisationId", World.Charity.ToString())));
        Assert.Equal(World.Police, (await SingleAsync(moot)).OrganisationId);
    }

    private static string? Value(Page page, string name) =>
        page.Document.QuerySelector($"[name='{name}']")?.GetAttribute("value");

    private static Task<int> CountAsync(Moot moot) =>
        moot.WithAsync(db => db.Set<Referral>().CountAsync());

    private static Task<Referral> SingleAsync(Moot moot) =>
        moot.WithAsync(db =>
            db.Set<Referral>()
                .Include(one => one.Topics)
                .Include(one => one.Places)
                .Include(one => one.People)
                    .ThenInclude(person => person.Telephones)
                .SingleAsync()
        );
}
