using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Import;
using Moothall.Features.CommunitySafetyHub.Import.Recognising;
using Moothall.Platform.Documents.Doubts;
using Moothall.Tests.Hosting;
using Moothall.Tests.Platform.Documents.Tables;

namespace Moothall.Tests.Features.CommunitySafetyHub.Import;

/// <summary>A heading nobody knows is no dead end: whoever brings the list says what its columns are.</summary>
public sealed class ColumnsTests
{
    private const string Strange =
        "Wot it is,Our word,Sort\nBins alight,A/1,Arson\nShouting,A/2,ASB\n";

    [Theory, BothDatabases]
    public async Task A_list_of_which_no_heading_is_known_is_brought_in_by_saying_what_its_columns_are(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await Bringing.UploadAsync(carys, ImportKind.Cases, Strange);
        Assert.Contains("No list of open cases was found", page.Words, StringComparison.Ordinal);
        Assert.Equal(
            ("Leave out", "Leave out", "Leave out"),
            (
                Bringing.Shown(page, "Wot it is"),
                Bringing.Shown(page, "Our word"),
                Bringing.Shown(page, "Sort")
            )
        );
        // One column is not enough, and what was said of it stays.
        page = await Bringing.AnswerAsync(carys, page, ("Wot it is: this column is", "Title"));
        Assert.Equal(
            [
                "A list of cases has a column for the reference, the title or the name, and one more.",
            ],
            page.Errors
        );
        Assert.Equal("Title", Bringing.Shown(page, "Wot it is"));
        page = await Bringing.AnswerAsync(
            carys,
            page,
            ("Our word: this column is", "Old reference"),
            ("Sort: this column is", "Topic")
        );
        Assert.EndsWith("/Preview", page.Path, StringComparison.Ordinal);
        Assert.Contains("2 will be brought in, 0 will not", page.Words, StringComparison.Ordinal);
        await carys.PostAsync(page, "Bring it in");
        var cases = await moot.WithAsync(db =>
            db.Set<HubCase>()
                .OrderBy(one => one.OldReference)
                .Select(one => one.OldReference + " " + one.Title)
                .ToListAsync()
        );
        Assert.Equal(["A/1 Bins alight", "A/2 Shouting"], cases);
    }

    [Theory, BothDatabases]
    public async Task A_wrong_reading_is_corrected_and_the_preview_follows(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        // “Issue” is the heading of a title; in this list it is what is known, and “Remarks” the title.
        var page = await Bringing.UploadAsync(
            carys,
            ImportKind.Cases,
            "Ref,Issue,Remarks,Topic,Mood\nA/1,Bins set alight twice,Fires,Arson,glum\n"
        );
        Assert.Equal("Title", Bringing.Shown(page, "Issue"));
        page = await Bringing.AnswerAsync(
            carys,
            page,
            ("Issue: this column is", "What is known"),
            ("Remarks: this column is", "Title")
        );
        Assert.EndsWith("/Preview", page.Path, StringComparison.Ordinal);
        Assert.Contains("Title: Fires", page.Words, StringComparison.Ordinal);
        Assert.Contains("Issue: Bins set alight twice", page.Words, StringComparison.Ordinal);
        Assert.Contains("Not read: Mood.", page.Words, StringComparison.Ordinal);
        // Said of two columns, the left one has it, and the page says so.
        page = await carys.GetAsync(page.Path.Replace("/Preview", "", StringComparison.Ordinal));
        page = await Bringing.AnswerAsync(carys, page, ("Mood: this column is", "Title"));
        page = await carys.GetAsync(page.Path.Replace("/Preview", "", StringComparison.Ordinal));
        Assert.Contains(
            "Not read “Remarks” is taken for the same.",
            page.Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task What_was_said_of_a_column_is_remembered_until_its_list_is_taken_back(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        Task<Page> UploadAsync(string row) =>
            Bringing.UploadAsync(
                carys,
                ImportKind.Cases,
                $"Wot it is,Our word,Issue,Topic\n{row},Arson\n"
            );
        var page = await UploadAsync("Bins alight,A/1,Twice");
        Assert.Equal("Title", Bringing.Shown(page, "Issue"));
        page = await Bringing.AnswerAsync(
            carys,
            page,
            ("Wot it is: this column is", "Title"),
            ("Our word: this column is", "Old reference"),
            ("Issue: this column is", "What is known")
        );
        page = page.Path.EndsWith("/Preview", StringComparison.Ordinal)
            ? page
            : await Bringing.AnswerAsync(carys, page);
        var done = await carys.PostAsync(page, "Bring it in");
        Assert.Contains("Cases 1", done.Words, StringComparison.Ordinal);

        page = await UploadAsync("Shouting,A/2,At night");
        Assert.Equal(
            ("Title", "Old reference", "What is known"),
            (
                Bringing.Shown(page, "Wot it is"),
                Bringing.Shown(page, "Our word"),
                Bringing.Shown(page, "Issue")
            )
        );
        Assert.Contains("Chosen when a list was brought in before.", page.Words);
        // Another kind of list has columns of its own.
        var members = await Bringing.UploadAsync(
            carys,
            ImportKind.Members,
            "Wot it is,Our word\na,b\n"
        );
        Assert.Equal("Leave out", Bringing.Shown(members, "Wot it is"));

        var undone = await carys.PostAsync(done, fields: [("Because", "The wrong columns")]);
        Assert.Contains("took it back on", undone.Words);
        page = await UploadAsync("Rubbish,A/3,By day");
        Assert.Equal("Title", Bringing.Shown(page, "Issue"));
    }

    [Fact]
    public void What_somebody_said_goes_before_what_was_recognised()
    {
        var plan = Worlds.Plan(
            ImportKind.Cases,
            "Ref,Issue,Mood,Topic\nA/1,Bins alight,Fires,Arson\n",
            ("column:Mood", "Title")
        );
        Assert.Equal("Fires", ((PlannedCase)Assert.Single(plan.Ready)).Title);
        var issue = plan.Recognised.Tables[0].Columns[1];
        Assert.Equal((null, "“Mood” is taken for the same."), (issue.Field, issue.Why));
    }

    [Fact]
    public void Two_columns_of_one_heading_are_told_apart_and_one_heading_counts_for_every_table()
    {
        const string twice = "Ref,Name,Name,Topic\nA/1,Jane Example,The front door,ASB\n";
        var plan = Worlds.Plan(
            ImportKind.Cases,
            twice,
            ("column:Name (2)", nameof(ImportField.Title)),
            ("title:(none)", "topic")
        );
        var planned = (PlannedCase)Assert.Single(plan.Ready);
        Assert.Equal(
            ("The front door", "Jane Example"),
            (planned.Title, planned.People[0].Name.Full)
        );
        var tables = TableFiles.Xlsx(
            new TableFiles.Sheet(
                "North",
                [
                    ["Was", "Wer"],
                    ["Fit locks", "Testshire Police"],
                ]
            ),
            new TableFiles.Sheet(
                "South",
                [
                    ["Was", "Wer"],
                    ["Ring the school", "Testshire Police"],
                ]
            )
        );
        plan = Worlds.Plan(
            ImportKind.Actions,
            tables,
            "actions.xlsx",
            ("column:Was", "Action"),
            ("column:Wer", "Owner"),
            ("case:(none)", QuestionBook.Without)
        );
        Assert.Equal(2, plan.Ready.Count);
        // A field that a list of this kind does not have is no answer.
        Assert.Empty(
            Worlds
                .Plan(
                    ImportKind.Members,
                    "Wer,Was\na,b\n",
                    ("column:Wer", nameof(ImportField.Title))
                )
                .Recognised.Tables
        );
    }

    [Fact]
    public async Task The_command_takes_what_a_column_is()
    {
        await using var moot = await Moot.StartAsync(Database.Sqlite);
        var file = ImportCommandTests.Kept("list.csv", TableFiles.Bytes(Strange));
        string[] words = ["import", "cases", file, "--dry-run", "--json"];
        var (code, said, _) = await ImportCommandTests.RunAsync(moot, words);
        Assert.Equal(1, code);
        Assert.Contains(
            "--map HEADING=FIELD",
            (string)JsonNode.Parse(said)!["refusal"]!,
            StringComparison.Ordinal
        );
        (code, said, _) = await ImportCommandTests.RunAsync(
            moot,
            [.. words, "--map", "wot it is=Title", "--map", "Sort=Topic"]
        );
        Assert.Equal(0, code);
        var told = JsonNode.Parse(said)!;
        Assert.Equal((2, 2), ((int)told["rows"]!["read"]!, (int)told["rows"]!["ready"]!));
        Assert.Equal("Our word", (string?)told["unread"]![0]);
        (code, _, var error) = await ImportCommandTests.RunAsync(
            moot,
            [.. words, "--map", "Sort=Shoe size"]
        );
        Assert.Equal(1, code);
        Assert.Contains("“Sort=Shoe size” does not say", error, StringComparison.Ordinal);
    }
}
