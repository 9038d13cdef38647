using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Settings;
using Moothall.Platform.Ui;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Partnership.Settings;

/// <summary>The partnership's own name, aliases and colour.</summary>
public sealed class SettingsPageTests
{
    private const string Path = "/Partnership/Settings";

    [Theory, BothDatabases]
    [Rule("S1-P1")]
    [Rule("S1-P3")]
    public async Task Name_and_protocol_change_and_stand_at_the_top_of_every_page(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var police = await moot.AsAsync(People.Police);
        Assert.Equal(HttpStatusCode.Forbidden, (await police.GetAsync(Path)).Status);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync(Path);
        var bad = await carys.PostAsync(
            page,
            page.Form("Save"),
            null,
            ("Input.Name", ""),
            ("Input.ProtocolName", "")
        );
        Assert.Equal(
            [
                "Enter the name of the partnership",
                "Enter the name of the information sharing protocol",
            ],
            bad.Errors
        );
        await carys.PostAsync(
            page,
            page.Form("Save"),
            null,
            ("Input.Name", "Safer Testbourne"),
            ("Input.Aliases", "Testbourne Local Strategic Partnership"),
            ("Input.ProtocolName", "Two Testshire Protocol"),
            ("Input.ProtocolOwner", "Testshire County Council")
        );
        Assert.Contains(
            "Safer Testbourne",
            (await police.GetAsync("/")).Text,
            StringComparison.Ordinal
        );
        var register = (await police.GetAsync("/Partnership/SharingProtocols")).Words;
        Assert.Contains("Two Testshire Protocol", register, StringComparison.Ordinal);
        Assert.Contains("Testshire County Council", register, StringComparison.Ordinal);
        Assert.Equal(
            "Testbourne Local Strategic Partnership",
            await moot.WithAsync(db =>
                db.Set<PartnershipSettings>().Select(own => own.Aliases).SingleAsync()
            )
        );
    }

    [Theory, BothDatabases]
    public async Task A_colour_on_which_white_cannot_be_read_is_refused(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync(Path);
        foreach (var colour in new[] { "#ffff00", "blue", "#12345", "#777777}" })
        {
            var refused = await carys.PostAsync(
                page,
                page.Form("Save"),
                null,
                ("Input.Colour", colour)
            );
            Assert.Single(refused.Errors);
        }

        await carys.PostAsync(page, page.Form("Save"), null, ("Input.Colour", "#003078"));
        Assert.Contains(
            "#003078",
            await carys.Client.GetStringAsync(
                "/partnership.css",
                TestContext.Current.CancellationToken
            ),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("#000000", true)]
    [InlineData("#767676", true)]
    [InlineData("#777777", false)]
    [InlineData("#ffffff", false)]
    public void White_must_stand_out_by_four_and_a_half_to_one(string colour, bool fits) =>
        Assert.Equal(fits, Masthead.UnreadableColour(colour) is null);

    [Theory, BothDatabases]
    public async Task Two_who_save_at_once_are_both_told(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        using var ivy = await moot.AsAsync(People.Administrator);
        var first = await carys.GetAsync(Path);
        var second = await ivy.GetAsync(Path);
        await carys.PostAsync(
            first,
            first.Form("Save"),
            null,
            ("Input.AreaName", "North Testbourne")
        );
        var shown = await ivy.PostAsync(
            second,
            second.Form("Save"),
            null,
            ("Input.AreaName", "South Testbourne")
        );
        Assert.Contains("North Testbourne", shown.Words, StringComparison.Ordinal);
        Assert.Equal(
            "North Testbourne",
            await moot.WithAsync(db =>
                db.Set<PartnershipSettings>().Select(own => own.AreaName).SingleAsync()
            )
        );
        await ivy.PostAsync(shown, shown.Form("Save"));
        Assert.Equal(
            "South Testbourne",
            await moot.WithAsync(db =>
                db.Set<PartnershipSettings>().Select(own => own.AreaName).SingleAsync()
            )
        );
    }
}
