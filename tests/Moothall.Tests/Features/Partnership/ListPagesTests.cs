using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.Partnership.LegalParameters;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Partnership.Topics;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Partnership;

/// <summary>Topics, priorities and dated numbers.</summary>
public sealed class ListPagesTests
{
    [Theory, BothDatabases]
    [Rule("S1-3.2")]
    [Rule("C23")]
    public async Task A_topic_is_added_with_a_reason_and_retired_without_being_lost(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var police = await moot.AsAsync(People.Police);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await police.GetAsync("/Partnership/Topics")).Status
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync("/Partnership/Topics/Edit");
        var bad = await carys.PostAsync(
            page,
            page.Form("Save"),
            null,
            ("Input.Label", "Arson"),
            ("Input.Kind", nameof(TopicKind.Problem)),
            ("Input.DefaultVisibility", nameof(CaseVisibility.Hub))
        );
        Assert.Equal(
            ["There is a topic with this label already.", "Say why the topic is added."],
            bad.Errors
        );
        var list = await carys.PostAsync(
            page,
            page.Form("Save"),
            null,
            ("Input.Label", "Cuckooing"),
            ("Input.LegalTerm", "Home takeover"),
            ("Input.Kind", nameof(TopicKind.Problem)),
            ("Input.DefaultVisibility", nameof(CaseVisibility.NamedAgencies)),
            ("Input.AddedBecause", "Asked for by the hub")
        );
        Assert.Contains(
            "Cuckooing Added Home takeover Problem Named agencies",
            list.Words,
            StringComparison.Ordinal
        );
        var id = await moot.WithAsync(db =>
            db.Set<Topic>()
                .Where(one => one.Label == "Cuckooing")
                .Select(one => one.Id)
                .SingleAsync()
        );
        var edit = await carys.GetAsync($"/Partnership/Topics/Edit/{id}");
        list = await carys.PostAsync(edit, edit.Form("Save"), null, ("Input.IsRetired", "true"));
        Assert.DoesNotContain("Cuckooing Added", list.Words, StringComparison.Ordinal);
        Assert.Contains(
            "Cuckooing Retired",
            (await carys.GetAsync("/Partnership/Topics?retired=true")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    [Rule("S0-9")]
    public async Task A_priority_has_an_owner_and_dates(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync("/Partnership/Priorities/Edit");
        (string, string?)[] dates =
        [
            ("Input.From.Day", "1"),
            ("Input.From.Month", "4"),
            ("Input.From.Year", "2025"),
            ("Input.Until.Day", "31"),
            ("Input.Until.Month", "3"),
            ("Input.Until.Year", "2024"),
        ];
        var bad = await carys.PostAsync(page, page.Form("Save"), null, dates);
        Assert.Equal(
            [
                "Enter the name of the priority",
                "Choose whose priority it is",
                "The last day is before the first day.",
            ],
            bad.Errors
        );
        dates[5] = ("Input.Until.Year", "2026");
        var list = await carys.PostAsync(
            page,
            page.Form("Save"),
            null,
            [
                ("Input.Name", "Managing offenders"),
                ("Input.Source", nameof(PrioritySource.LocalPolicingBody)),
                .. dates,
            ]
        );
        Assert.Contains(
            "Managing offenders 1 April 2025 to 31 March 2026 Over",
            list.Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task A_legal_number_gets_a_new_value_from_a_date_and_keeps_the_old(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await carys.GetAsync("/Partnership/LegalParameters/New?key=hub.none")).Status
        );
        var page = await carys.GetAsync("/Partnership/LegalParameters/New?key=hub.max_duration");
        (string, string?)[] fields =
        [
            ("Input.Value", "50"),
            ("Input.Words", "fifty minutes"),
            ("Input.Source", "Terms of reference of 2027, 3.1"),
            ("Input.Confidence", nameof(LegalConfidence.Confirmed)),
            ("Input.EffectiveFrom.Day", "1"),
            ("Input.EffectiveFrom.Month", "1"),
            ("Input.EffectiveFrom.Year", "2026"),
        ];
        var clash = await carys.PostAsync(page, page.Form("Add"), null, fields);
        Assert.Contains(
            "There is a value from this day already",
            Assert.Single(clash.Errors),
            StringComparison.Ordinal
        );
        fields[^1] = ("Input.EffectiveFrom.Year", "2027");
        var list = await carys.PostAsync(page, page.Form("Add"), null, fields);
        Assert.Contains("60 minutes", list.Words, StringComparison.Ordinal);
        Assert.Contains("From 1 January 2027 fifty minutes", list.Words, StringComparison.Ordinal);
        moot.Clock.Set(new(2027, 1, 1, 9, 0, 0, DateTimeKind.Utc));
        using var later = await moot.AsAsync(People.Coordinator);
        list = await later.GetAsync("/Partnership/LegalParameters");
        Assert.Contains("fifty minutes Since 1 January 2027", list.Words, StringComparison.Ordinal);
        Assert.Contains(
            "Before, since 1 January 2026: 60 minutes",
            list.Words,
            StringComparison.Ordinal
        );
        Assert.Equal(2, await moot.WithAsync(db => db.Set<LegalParameter>().CountAsync()));
    }
}
