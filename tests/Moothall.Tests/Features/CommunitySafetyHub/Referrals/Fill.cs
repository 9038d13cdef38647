using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Referrals;

/// <summary>Fills in the referral form as people do.</summary>
internal static class Fill
{
    public const string Address = "/Referrals/New";
    public const string Send = "Send the referral";

    /// <summary>A complete referral about one person; later values replace earlier ones of the same name.</summary>
    public static (string, string?)[] Person(params (string Name, string? Value)[] changes) =>
        With(
            [
                ("Input.Details.Kind", "Person"),
                ("Input.Details.Title", "Threats on the stairs"),
                ("Input.PrimaryTopicId", World.AntiSocialBehaviour.ToString()),
                ("Input.People[0].GivenNames", "Marta"),
                ("Input.People[0].FamilyName", "O’Neill"),
                ("Input.People[0].Role", "Victim"),
                ("Input.People[0].DateOfBirth.Day", "3"),
                ("Input.People[0].DateOfBirth.Month", "4"),
                ("Input.People[0].DateOfBirth.Year", "1985"),
                ("Input.People[0].Address", "12 Quarry Lane"),
                ("Input.People[0].Postcode", "zz99 1aa"),
                ("Input.People[0].Telephones", "01632 960 123\n07700 900 456"),
                ("Input.Details.Summary", "Threatened twice a week since October."),
                ("Input.Details.TriedAlready", "Two visits by the housing officer."),
                ("Input.Details.AskedOfHub", "Agree who speaks with the neighbour."),
            ],
            changes
        );

    /// <summary>A complete referral about a place.</summary>
    public static (string, string?)[] Place(params (string Name, string? Value)[] changes) =>
        With(
            [
                ("Input.Details.Kind", "Place"),
                ("Input.Details.Title", "Damage at the play area"),
                ("Input.PrimaryTopicId", World.Arson.ToString()),
                ("Input.Places[0].Description", "Quarry Lane play area"),
                ("Input.Details.Summary", "Fires on three evenings."),
                ("Input.Details.TriedAlready", "Patrols and a new lamp."),
                ("Input.Details.AskedOfHub", "A plan for the summer."),
            ],
            changes
        );

    /// <summary>Opens the form and sends it.</summary>
    public static async Task<Page> SendAsync(Browser browser, (string, string?)[] fields)
    {
        var page = await browser.GetAsync(Address);
        return await browser.PostAsync(page, Send, Send, fields);
    }

    /// <summary>Sends a referral and returns its reference.</summary>
    public static async Task<string> ReferAsync(
        Moot moot,
        Person person,
        (string, string?)[] fields
    )
    {
        using var browser = await moot.AsAsync(person);
        var page = await SendAsync(browser, fields);
        Assert.Empty(page.Errors);
        return page.Path.Split('/')[^1];
    }

    private static (string, string?)[] With(
        (string Name, string? Value)[] fields,
        (string Name, string? Value)[] changes
    )
    {
        var names = changes.Select(change => change.Name).ToHashSet();
        return [.. fields.Where(field => !names.Contains(field.Name)), .. changes];
    }
}
