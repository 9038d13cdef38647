using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Import;
using Moothall.Platform.Audit;
using Moothall.Tests.Hosting;
using Moothall.Tests.Platform.Documents;
using Moothall.Tests.Platform.Documents.Tables;

namespace Moothall.Tests.Features.CommunitySafetyHub.Import;

/// <summary>A hub moves in through the pages: nothing is written before it was seen, and everything that was is found again.</summary>
public sealed class BringInTests
{
    [Theory, BothDatabases]
    public async Task Only_the_Community_Safety_Team_brings_lists_in(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var draft = (
            await Bringing.UploadAsync(
                carys,
                ImportKind.Cases,
                "list.csv",
                MessyLists.OtherCouncil()
            )
        ).Path;
        foreach (
            var person in new[]
            {
                People.Chair,
                People.Police,
                People.Administrator,
                People.DataProtection,
            }
        )
        {
            using var other = await moot.AsAsync(person);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/BringIn")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(draft)).Status);
        }

        // A colleague may bring lists in too, but not see this one.
        using var sunil = await moot.AsAsync(People.SecondCoordinator);
        Assert.Equal(HttpStatusCode.OK, (await sunil.GetAsync("/BringIn")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sunil.GetAsync(draft)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sunil.GetAsync($"{draft}/Preview")).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await sunil.GetAsync($"{draft}/Preview?handler=Mend")).Status
        );
        // After a day it is forgotten.
        moot.Clock.Advance(ImportDrafts.KeptFor);
        using var later = await moot.AsAsync(People.Coordinator);
        Assert.Equal(HttpStatusCode.NotFound, (await later.GetAsync(draft)).Status);
    }

    [Theory, BothDatabases]
    public async Task Cases_are_shown_before_they_are_written_and_found_by_their_old_reference_after(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var recognised = await Bringing.UploadAsync(
            carys,
            ImportKind.Cases,
            "cases.xlsx",
            MessyLists.Cases()
        );
        Assert.Equal("Leave out", Bringing.Shown(recognised, "Shoe size"));
        Assert.Contains("Which member is “Housing”?", recognised.Words, StringComparison.Ordinal);
        // Not before the questions are answered.
        var early = await carys.GetAsync($"{recognised.Path}/Preview");
        Assert.Equal(recognised.Path, early.Path);
        var preview = await Bringing.AnswerAsync(
            carys,
            recognised,
            ("“Police”", "Testshire Police"),
            ("“Housing”", "Housing Options")
        );
        Assert.EndsWith("/Preview", preview.Path, StringComparison.Ordinal);
        Assert.Contains(
            "5 rows: 2 will be brought in, 3 will not",
            preview.Words,
            StringComparison.Ordinal
        );
        Assert.Contains("31/02/1985", preview.Words, StringComparison.Ordinal);
        Assert.Equal(0, await moot.WithAsync(db => db.Set<HubCase>().CountAsync()));
        // What was kept so far is encrypted.
        var kept = await moot.WithAsync(db => db.Set<ImportDraft>().SingleAsync());
        Assert.DoesNotContain(
            "CSH/25",
            System.Text.Encoding.UTF8.GetString(kept.Content),
            StringComparison.Ordinal
        );
        using (
            var mend = await carys.SendAsync(new(HttpMethod.Get, $"{preview.Path}?handler=Mend"))
        )
        {
            var rows = await mend.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains("\"What is wrong\"", rows, StringComparison.Ordinal);
            Assert.Contains("Una", rows, StringComparison.Ordinal);
        }

        var done = await carys.PostAsync(preview, "Bring it in");
        Assert.Contains("Cases 2 People in them 2", done.Words, StringComparison.Ordinal);
        // Sent twice, it is written once.
        var again = await carys.PostAsync(preview, "Bring it in");
        Assert.Equal(done.Path, again.Path);
        Assert.Equal(2, await moot.WithAsync(db => db.Set<HubCase>().CountAsync()));
        var found = await moot.WithAsync(db =>
            db.Set<HubCase>()
                .Include(one => one.People)
                .Include(one => one.Topics)
                .Include(one => one.Shares)
                .Include(one => one.Events)
                .AsSplitQuery()
                .SingleAsync(one => one.OldReference == "CSH/25/009")
        );
        Assert.Equal(
            ("Arson", CaseStatus.Monitoring, CaseVisibility.Hub),
            (found.Title, found.Status, found.Visibility)
        );
        Assert.Equal(
            ("Pattern", "It was not in the imported list."),
            (found.People[0].FamilyName, found.People[0].AgeNotKnownBecause)
        );
        Assert.Equal(World.Council, Assert.Single(found.Shares).OrganisationId);
        Assert.Contains(
            "Brought in from “cases.xlsx” on 23 November 2026",
            Assert.Single(found.Events).Text,
            StringComparison.Ordinal
        );
        var page = await carys.GetAsync($"/Cases/{found.Reference}");
        Assert.Contains("Called CSH/25/009 before", page.Words, StringComparison.Ordinal);
        Assert.Contains("Brought in from an earlier list", page.Words, StringComparison.Ordinal);
        Assert.Contains("Lee Pattern sets small fires", page.Words, StringComparison.Ordinal);
        var search = await carys.PostAsync(
            await carys.GetAsync("/Search"),
            fields:
            [
                ("Input.Reference", "csh 25 009"),
                ("Input.Purpose", "CurrentWork"),
                ("Input.Details", "Moving in"),
            ]
        );
        Assert.Contains(found.Reference, search.Words, StringComparison.Ordinal);
        // The abuse case stays with named agencies; a member who is none of them sees nothing of it.
        var abuse = await moot.WithAsync(db =>
            db.Set<HubCase>().SingleAsync(one => one.OldReference == "CSH/25/004")
        );
        Assert.Equal(CaseVisibility.NamedAgencies, abuse.Visibility);
        using var petra = await moot.AsAsync(People.Police);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await petra.GetAsync($"/Cases/{abuse.Reference}")).Status
        );
        // One entry of the audit tells who brought it and as what.
        var reference = done.Path.Split('/')[^1];
        var entry = await moot.WithAsync(async db =>
            (await db.Set<AuditContent>().ToListAsync())
                .ConvertAll(one => AuditPayload.FromJson(one.Json))
                .Single(one => one.Changes.Any(change => change.Record == nameof(HubImport)))
        );
        Assert.Equal(
            (People.Coordinator.Id, $"Bringing in a list ({reference})"),
            (entry.ActorId, entry.Why)
        );
        Assert.Equal(2, entry.Changes.Count(change => change.Record == nameof(HubCase)));
    }

    [Theory, BothDatabases]
    public async Task The_same_file_brought_twice_is_said_and_its_cases_are_left_out(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var list = TableFiles.Bytes("Ref,Issue,Topic\nA/1,Bins alight,Arson\nA/2,Shouting,ASB\n");
        var first = await Bringing.BringAsync(carys, ImportKind.Cases, "list.csv", list);
        Assert.Contains("2 of 2 rows were written", first.Words, StringComparison.Ordinal);
        var twice = await Bringing.UploadAsync(carys, ImportKind.Cases, "other name.csv", list);
        Assert.Contains("The same file was brought in on", twice.Words, StringComparison.Ordinal);
        var preview = await Bringing.AnswerAsync(carys, twice);
        Assert.Contains(
            "0 will be brought in, 2 will not",
            preview.Words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Bring it in", preview.Words, StringComparison.Ordinal);
        Assert.Equal(2, await moot.WithAsync(db => db.Set<HubCase>().CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task What_changed_between_seeing_and_confirming_is_shown_again(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var list = TableFiles.Bytes("Ref,Issue,Topic\nA/1,Bins alight,Arson\n");
        var preview = await Bringing.AnswerAsync(
            carys,
            await Bringing.UploadAsync(carys, ImportKind.Cases, "list.csv", list)
        );
        await moot.AddAsync(
            new HubCase
            {
                BodyId = World.Hub,
                Reference = "CSH-2026-K7QM",
                OldReference = "A/1",
                Kind = CaseKind.Theme,
                Title = "Bins",
                OpenedAt = TestClock.MondayMorning,
            }
        );
        var refused = await carys.PostAsync(preview, "Bring it in");
        Assert.Contains(
            refused.Errors,
            error =>
                error.Contains("nothing to write", StringComparison.Ordinal)
                || error.Contains("has changed", StringComparison.Ordinal)
        );
        Assert.Equal(1, await moot.WithAsync(db => db.Set<HubCase>().CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task Hostile_files_are_refused_with_the_reason_and_nothing_is_kept(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        (string Name, byte[] Content, string Why)[] files =
        [
            ("list.csv", [.. "MZ"u8, .. new byte[100]], "program"),
            ("list.xlsx", Samples.Compound(["EncryptedPackage", "EncryptionInfo"]), "password"),
            ("list.xlsx", Samples.Zip(("bomb.xml", new byte[40_000_000])), "expands"),
            ("list.docx", Samples.Office(Samples.WordType, ("word/vbaProject.bin", [1])), "macros"),
            ("list.csv", "<html><script>alert(1)</script>"u8.ToArray(), "Web pages"),
            ("list.pdf", Samples.Pdf, "no tables"),
            ("list.xlsx", [.. "PK\u0003\u0004"u8, .. new byte[50]], "damaged"),
        ];
        foreach (var (name, content, why) in files)
        {
            var page = await Bringing.UploadAsync(carys, ImportKind.Cases, name, content);
            Assert.Contains(why, Assert.Single(page.Errors), StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(0, await moot.WithAsync(db => db.Set<ImportDraft>().CountAsync()));
    }
}
