using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Import;
using Moothall.Platform.Audit;
using Moothall.Tests.Hosting;
using Moothall.Tests.Platform.Documents.Tables;

namespace Moothall.Tests.Features.CommunitySafetyHub.Import;

/// <summary>The command says what was recognised, asked and refused, and writes only where nothing is left to ask.</summary>
public sealed class ImportCommandTests
{
    [Theory, BothDatabases]
    public async Task A_list_with_questions_is_told_and_not_written_until_they_are_answered(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var file = Kept("cases.xlsx", MessyLists.Cases());
        var (code, said, _) = await RunAsync(moot, "import", "cases", file, "--dry-run", "--json");
        Assert.Equal(0, code);
        var told = JsonNode.Parse(said)!;
        Assert.Equal("cases", (string?)told["kind"]);
        Assert.Equal("cases.xlsx", (string?)told["file"]);
        Assert.Contains(
            told["columns"]!.AsArray(),
            one =>
                (string?)one!["heading"] == "D.O.B"
                && (string?)one["field"] == "DateOfBirth"
                && one["why"] is not null
        );
        Assert.Equal(
            (5, 1, 3),
            (
                (int)told["rows"]!["read"]!,
                (int)told["rows"]!["ready"]!,
                (int)told["rows"]!["refused"]!
            )
        );
        Assert.Equal("Shoe size", (string?)told["unread"]![0]);
        Assert.Contains(
            told["refused"]!.AsArray(),
            one => ((string)one!["reason"]!).Contains("31/02/1985", StringComparison.Ordinal)
        );
        Assert.Null(told["written"]);
        var questions = told["questions"]!.AsArray().Where(one => (bool)one!["open"]!).ToList();
        Assert.Equal(
            ["Housing", "Police"],
            questions.Select(one => (string)one!["value"]!).Order(StringComparer.Ordinal)
        );
        Assert.All(questions, one => Assert.NotEmpty(one!["choices"]!.AsArray()));

        (code, said, _) = await RunAsync(moot, "import", "cases", file);
        Assert.Equal(2, code);
        Assert.Contains("must be answered in the browser", said, StringComparison.Ordinal);
        Assert.Equal(0, await moot.WithAsync(db => db.Set<HubCase>().CountAsync()));

        var answers = Kept(
            "answers.json",
            TableFiles.Bytes(
                """{"agency:Housing": "Testbourne Council - Housing Options", "agency:Police": "Testshire Police"}"""
            )
        );
        (code, said, _) = await RunAsync(
            moot,
            "import",
            "cases",
            file,
            "--answers",
            answers,
            "--json"
        );
        Assert.Equal(0, code);
        told = JsonNode.Parse(said)!;
        Assert.Equal(2, (int)told["written"]!["cases"]!);
        var import = await moot.WithAsync(db => db.Set<HubImport>().SingleAsync());
        Assert.Equal(
            (import.Reference, "the import command", null),
            ((string?)told["import"], import.ByName, import.ById)
        );
        Assert.Equal(2, await moot.WithAsync(db => db.Set<HubCase>().CountAsync()));
        var entry = await moot.WithAsync(async db =>
            (await db.Set<AuditContent>().ToListAsync())
                .ConvertAll(one => AuditPayload.FromJson(one.Json))
                .Single(one => one.Changes.Any(change => change.Record == nameof(HubImport)))
        );
        Assert.Equal(
            (ActorKind.Job, "import", $"Bringing in a list ({import.Reference})"),
            (entry.ActorKind, entry.Actor, entry.Why)
        );

        // The same file a second time is said and not written.
        (code, said, _) = await RunAsync(moot, "import", "cases", file, "--answers", answers);
        Assert.Equal(1, code);
        Assert.Contains(import.Reference, said, StringComparison.Ordinal);
        Assert.Equal(2, await moot.WithAsync(db => db.Set<HubCase>().CountAsync()));

        // What the command brought is taken back in the browser.
        using var carys = await moot.AsAsync(People.Coordinator);
        var done = await carys.GetAsync($"/BringIn/Done/{import.Reference}");
        await carys.PostAsync(done, fields: [("Because", "A trial")]);
        Assert.Equal(0, await moot.WithAsync(db => db.Set<HubCase>().CountAsync()));
    }

    [Fact]
    public async Task Hostile_files_wrong_words_and_lists_of_nothing_end_with_the_reason()
    {
        await using var moot = await Moot.StartAsync(Database.Sqlite);
        var program = Kept("list.csv", [.. "MZ"u8, .. new byte[100]]);
        var (code, said, _) = await RunAsync(moot, "import", "cases", program, "--json");
        Assert.Equal(1, code);
        Assert.Contains(
            "program",
            (string)JsonNode.Parse(said)!["refusal"]!,
            StringComparison.Ordinal
        );
        (code, said, _) = await RunAsync(
            moot,
            "import",
            "members",
            Kept("words.csv", TableFiles.Bytes("a,b\n1,2\n"))
        );
        Assert.Equal(1, code);
        Assert.Contains("No list of members", said, StringComparison.Ordinal);
        (code, _, var error) = await RunAsync(moot, "import", "cases", "/nowhere/list.csv");
        Assert.Equal(1, code);
        Assert.Contains("cannot be opened", error, StringComparison.Ordinal);
        (code, _, error) = await RunAsync(moot, "import", "everything", program);
        Assert.Equal(2, code);
        Assert.Contains("cases|actions|members", error, StringComparison.Ordinal);
        (code, _, error) = await RunAsync(moot, "import", "cases", program, "--answers", program);
        Assert.Equal(1, code);
        Assert.NotEqual("", error);
    }

    internal static string Kept(string name, byte[] content)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("moot-list-").FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    internal static async Task<(int Code, string Said, string Error)> RunAsync(
        Moot moot,
        params string[] words
    )
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var start = StartOptions.Parse(words);
        Assert.Equal(Command.Import, start.Command);
        var code = await ImportCommand.RunAsync(moot.Services, start.Import, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
