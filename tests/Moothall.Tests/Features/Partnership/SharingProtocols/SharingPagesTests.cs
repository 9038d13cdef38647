using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.SharingProtocols;
using Moothall.Platform.Time;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Partnership.SharingProtocols;

/// <summary>The wording of the agreement by version, and the domains minutes may go to.</summary>
public sealed class SharingPagesTests
{
    [Theory, BothDatabases]
    [Rule("S1-7.1")]
    public async Task A_wording_is_never_edited_and_a_new_one_counts_from_a_day_to_come(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.AddAsync(
            new ConfidentialitySignature
            {
                MeetingId = World.NextMeeting,
                UserId = People.Police.Id,
                Name = People.Police.Name,
                WordingId = World.Wording,
                SignedAt = TestClock.MondayMorning,
                Manner = SigningManner.InProduct,
            }
        );
        using var police = await moot.AsAsync(People.Police);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await police.GetAsync("/Partnership/SharingProtocols/NewWording")).Status
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync("/Partnership/SharingProtocols/NewWording");
        Assert.Contains("First statement.", page.Text, StringComparison.Ordinal);
        var same = await carys.PostAsync(page, page.Form("Add"), null, Day("Input.From", 23));
        Assert.Equal(2, same.Errors.Count);
        var list = await carys.PostAsync(
            page,
            page.Form("Add"),
            null,
            [
                ("Input.Statements", "Only one statement.\n\n And another. "),
                .. Day("Input.From", 30),
            ]
        );
        Assert.Contains("Version 2 To come", list.Words, StringComparison.Ordinal);
        Assert.Contains("Version 1 In force", list.Words, StringComparison.Ordinal);
        Assert.Contains("Signed 1 time.", list.Words, StringComparison.Ordinal);
        var wordings = await moot.WithAsync(db =>
            db.Set<ConfidentialityWording>().OrderBy(one => one.Number).ToListAsync()
        );
        Assert.StartsWith("First statement.", wordings[0].Statements, StringComparison.Ordinal);
        Assert.Equal("Only one statement.\nAnd another.", wordings[1].Statements);
        moot.Clock.Advance(TimeSpan.FromDays(7));
        using var later = await moot.AsAsync(People.Coordinator);
        Assert.Contains(
            "Version 2 In force",
            (await later.GetAsync("/Partnership/SharingProtocols/Wordings")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    [Rule("S1-7.2h")]
    public async Task The_own_list_takes_evidence_and_refuses_retired_suffixes_with_the_reason(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync("/Partnership/SharingProtocols/SecureDomain");
        (string, string?)[] dates = [.. Day("Input.CheckedOn", 20), .. Day("Input.ReviewOn", 30)];
        foreach (
            var (domain, words) in new[]
            {
                ("gcsx.gov.uk", "was retired in March 2019"),
                ("council.gsi.gov.uk", "was retired in March 2019"),
                ("gov.uk", "Many bodies have addresses under gov.uk"),
                ("not a domain", "Enter a domain in plain letters"),
            }
        )
        {
            var refused = await carys.PostAsync(
                page,
                page.Form("Save"),
                null,
                [("Input.Domain", domain), ("Input.Evidence", "Seen"), .. dates]
            );
            Assert.Contains(words, Assert.Single(refused.Errors), StringComparison.Ordinal);
        }

        var listed = await carys.PostAsync(
            page,
            page.Form("Save"),
            null,
            [
                ("Input.Domain", "Testshire.Police.UK."),
                ("Input.Evidence", "DMARC reject, TLS enforced"),
                .. dates,
            ]
        );
        Assert.Contains("testshire.police.uk", listed.Words, StringComparison.Ordinal);
        Assert.Contains("gsi.gov.uk Retired", listed.Words, StringComparison.Ordinal);
        Assert.Contains("cjsm.net Live", listed.Words, StringComparison.Ordinal);
        var rule = await moot.WithAsync(db => db.SecureDomainsAsync());
        var today = UkTime.DateOf(TestClock.MondayMorning);
        Assert.True(rule.Check("p.novak@testshire.police.uk", today).Secure);
        Assert.False(rule.Check("p.novak@testshire.police.uk", today.AddDays(8)).Secure);
        Assert.False(rule.Check("p.novak@eviltestshire.police.uk", today).Secure);
        var entry = await moot.WithAsync(db => db.Set<SecureDomainEntry>().SingleAsync());
        var edit = await carys.GetAsync($"/Partnership/SharingProtocols/SecureDomain/{entry.Id}");
        await carys.PostAsync(
            edit,
            edit.Form("Save"),
            null,
            [
                ("Input.Evidence", "Checked again"),
                .. Day("Input.CheckedOn", 23),
                ("Input.ReviewOn.Day", "1"),
                ("Input.ReviewOn.Month", "11"),
                ("Input.ReviewOn.Year", "2027"),
            ]
        );
        rule = await moot.WithAsync(db => db.SecureDomainsAsync());
        Assert.True(rule.Check("p.novak@testshire.police.uk", today.AddDays(8)).Secure);
    }

    private static (string Name, string? Value)[] Day(string field, int day) =>
        [($"{field}.Day", $"{day}"), ($"{field}.Month", "11"), ($"{field}.Year", "2026")];
}
