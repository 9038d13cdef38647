using System.Text;
using Moothall.Tests.Hosting;
using Moothall.Tests.Platform.Documents.Tables;

namespace Moothall.Tests.Features.Plan.Import;

/// <summary>A cell that holds a tag of a web page is words like any other, wherever it is shown.</summary>
public sealed class TagsInCellsTests
{
    private const string Tag = "<script>alert(1)</script>";
    private const string Action = $"Visit farms {Tag}";
    private const string Priority = "Rural <svg onload=alert(2)> crime";
    private const string Agency = "<iframe src=x></iframe> Trust";

    private static readonly string[][] Rows =
    [
        ["Action", "Priority", "Lead", "Target date"],
        [Action, Priority, Agency, $"{Tag} May 2027"],
    ];

    [Theory, BothDatabases]
    public async Task A_table_with_a_tag_in_it_is_read_and_shown_as_words(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        (string Name, byte[] Content)[] files =
        [
            ("plan.csv", Encoding.UTF8.GetBytes(Lines(','))),
            ("plan.txt", Encoding.UTF8.GetBytes(Lines('\t'))),
            (
                "plan.xlsx",
                TableFiles.Xlsx(
                    new TableFiles.Sheet(
                        "Plan",
                        [.. Rows.Select(row => row.Cast<object?>().ToArray())]
                    )
                )
            ),
        ];
        foreach (var (name, content) in files)
        {
            var look = await BringingPlans.UploadAsync(carys, name, content);
            Assert.Empty(look.Errors);
            IsWords(look);
            // What was answered for the first is not asked of the others.
            var kept = await carys.PostAsync(look, "Keep these answers");
            var made = await carys.PostAsync(kept, "Make this the plan");
            Assert.Contains("The plan is made", made.Words, StringComparison.Ordinal);
            IsWords(made);
            Assert.Contains(Agency, made.Words, StringComparison.Ordinal);
            var action = made
                .Document.QuerySelectorAll("main a")
                .Select(link => link.GetAttribute("href"))
                .First(link =>
                    link?.StartsWith("/Plan/Actions/", StringComparison.Ordinal) == true
                );
            IsWords(await carys.GetAsync(action!));
            Assert.Contains(
                Priority,
                (await carys.GetAsync("/Priorities")).Words,
                StringComparison.Ordinal
            );
        }
    }

    private static void IsWords(Page page)
    {
        Assert.Contains(Action, page.Words, StringComparison.Ordinal);
        Assert.Contains(Priority, page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(
            page.Document.QuerySelectorAll("script"),
            script => script.TextContent.Contains("alert", StringComparison.Ordinal)
        );
        Assert.Empty(page.Document.QuerySelectorAll("main [onload], main iframe"));
    }

    private static string Lines(char separator) =>
        string.Concat(Rows.Select(row => $"{string.Join(separator, row)}\n"));
}
