using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Admin;

/// <summary>The officer sees who, when, why and which fields, never what was in them.</summary>
public sealed class AuditPageTests
{
    [Theory, BothDatabases]
    public async Task Pages_and_fields_are_told_in_plain_words(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using (var administrator = await moot.AsAsync(People.Administrator))
        {
            var page = await administrator.GetAsync($"/Admin/People/{People.Police.Id}");
            await administrator.PostAsync(page, "Save details", null, ("Input.Post", "Inspector"));
        }

        using var officer = await moot.AsAsync(People.DataProtection);
        var shown = await officer.GetAsync($"/Admin/Audit?Filter.Record={People.Police.Id}");
        Assert.Contains("Admin: people: person", shown.Words, StringComparison.Ordinal);
        Assert.Contains("User changed: post", shown.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("/Admin/People/Person", shown.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Stamp", shown.Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Changes_show_the_names_of_fields_and_not_their_values(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var organisation = new Organisation { Name = "MARKER before" };
        await moot.AddAsync(organisation);
        await moot.WithAsync(async db =>
        {
            var own = await db.Set<Organisation>().SingleAsync(one => one.Id == organisation.Id);
            own.Name = "MARKER after";
        });
        using var officer = await moot.AsAsync(People.DataProtection);
        var page = await officer.GetAsync($"/Admin/Audit?Filter.Record={organisation.Id}");
        Assert.Contains("2 entries", page.Words, StringComparison.Ordinal);
        Assert.Contains("Organisation changed: name", page.Words, StringComparison.Ordinal);
        Assert.Contains("preparing a test", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("MARKER", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Filters_choose_by_person_kind_and_day(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using (var administrator = await moot.AsAsync(People.Administrator))
        {
            await administrator.GetAsync("/Admin/Audit");
        }

        using var officer = await moot.AsAsync(People.DataProtection);
        var by = $"/Admin/Audit?Filter.Person={People.Administrator.Id}";
        var refused = await officer.GetAsync($"{by}&Filter.Kind=Refusal");
        Assert.Contains("1 entry", refused.Words, StringComparison.Ordinal);
        Assert.Contains(People.Administrator.Name, refused.Words, StringComparison.Ordinal);
        Assert.Contains(
            "0 entries",
            (await officer.GetAsync($"{by}&Filter.Kind=Disposal")).Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "0 entries",
            (await officer.GetAsync($"{by}&Filter.Until=2026-11-22")).Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "1 entry",
            (await officer.GetAsync($"{by}&Filter.From=2026-11-23&Filter.Until=2026-11-23")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task Looking_at_the_audit_is_itself_recorded(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var officer = await moot.AsAsync(People.DataProtection);
        await officer.GetAsync("/Admin/Audit");
        var read = await moot.WithAsync(db =>
            db.Set<AuditContent>()
                .CountAsync(content =>
                    content.Kind == AuditKind.Read && content.ActorId == People.DataProtection.Id
                )
        );
        Assert.Equal(1, read);
    }

    [Theory, BothDatabases]
    public async Task The_chain_is_verified_and_its_head_downloaded(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var officer = await moot.AsAsync(People.DataProtection);
        var verified = await officer.PostAsync(await officer.GetAsync("/Admin/Audit"), "Verify");
        Assert.Contains("The audit holds", verified.Words, StringComparison.Ordinal);

        var head = await moot.WithAsync(db =>
            db.Set<AuditEntry>().OrderByDescending(entry => entry.Sequence).FirstAsync()
        );
        using var file = await officer.SendAsync(new(HttpMethod.Get, "/Admin/Audit/Head"));
        Assert.Contains(
            Convert.ToHexStringLower(head.Hash),
            await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );

        await moot.WithAsync(db =>
            db.Set<AuditContent>()
                .Where(content => content.Sequence == 1)
                .ExecuteUpdateAsync(set => set.SetProperty(content => content.Json, "{}"))
        );
        var broken = await officer.PostAsync(await officer.GetAsync("/Admin/Audit"), "Verify");
        Assert.Contains("broken at entry 1", broken.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_show_the_matrix_and_every_page()
    {
        await using var moot = await Moot.StartAsync(Database.Sqlite);
        using var officer = await moot.AsAsync(People.DataProtection);
        var page = await officer.GetAsync("/Admin/Roles");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("/Admin/Audit", page.Words, StringComparison.Ordinal);
        var ticks = page.Document.QuerySelectorAll("td").Count(cell => cell.TextContent == "Yes");
        Assert.Equal(RoleMatrix.Grants.Values.Sum(permissions => permissions.Count), ticks);
    }
}
