using System.Net;
using System.Text;
using Moothall.Features.Plan.Import.Reading;
using Moothall.Tests.Platform.Documents;

namespace Moothall.Tests.Features.Plan.Import;

/// <summary>The sample plans as Word documents that LibreOffice wrote: as lines of text, and as tables.</summary>
public sealed class WordPlanTests
{
    [Fact]
    public async Task Lines_of_text_in_Word_read_as_the_text_does()
    {
        using var folder = new TemporaryFolder();
        foreach (var (seed, name) in new[] { (Seeds.Flat, "flat"), (Seeds.Matrix, "matrix") })
        {
            await File.WriteAllBytesAsync(
                folder[$"{name}.txt"],
                Seeds.Content(seed),
                TestContext.Current.CancellationToken
            );
        }

        await ConvertAsync(folder, "Text (encoded):UTF8", "flat.txt", "matrix.txt");
        AreAsInTheText(folder);
    }

    [Fact]
    public async Task Tables_in_Word_read_as_the_text_does()
    {
        using var folder = new TemporaryFolder();
        await WriteAsync(folder["flat.html"], Flat(Seeds.Read(Seeds.Flat)));
        await WriteAsync(folder["matrix.html"], Matrix(Seeds.Read(Seeds.Matrix)));
        await ConvertAsync(folder, "HTML (StarWriter)", "flat.html", "matrix.html");
        AreAsInTheText(folder);
    }

    private static void AreAsInTheText(TemporaryFolder folder)
    {
        var flat = Seeds.Read(File.ReadAllBytes(folder["flat.docx"]), "flat.docx");
        Assert.Equal(SeedPlanTests.FlatPriorities, flat.ByPriority());
        Assert.Equal(SeedPlanTests.FlatDates, flat.ByTarget());
        Assert.Equal(17, flat.Actions.Count);
        var matrix = Seeds.Read(File.ReadAllBytes(folder["matrix.docx"]), "matrix.docx");
        Assert.Equal([8, 9, 9, 8, 7, 8, 6], matrix.ByPriority().Select(one => one.Count));
        Assert.Equal([4, 4, 4, 4, 3, 5, 4], matrix.Priorities.Select(one => one.Strands.Count));
        Assert.All(matrix.Priorities, one => Assert.Equal(2, one.Strategies.Count));
    }

    private static Task WriteAsync(string file, string body) =>
        File.WriteAllTextAsync(
            file,
            $"<html><meta charset=utf-8><body>{body}</body></html>",
            TestContext.Current.CancellationToken
        );

    private static async Task ConvertAsync(
        TemporaryFolder folder,
        string filter,
        params string[] files
    )
    {
        var (code, output) = await Tool.RunAsync(
            "soffice",
            [
                "--headless",
                "--norestore",
                $"-env:UserInstallation=file://{folder["profile"]}",
                $"--infilter={filter}",
                "--convert-to",
                "docx:MS Word 2007 XML",
                "--outdir",
                folder.Path,
                .. files.Select(file => folder[file]),
            ]
        );
        Assert.True(code == 0, output);
    }

    // A row an action, the priorities a list in their cell.
    private static string Flat(PlanReading plan)
    {
        var html = new StringBuilder("<p>The priorities for 2024/25 are:</p><ul>");
        html.Append(string.Concat(plan.Priorities.Select(one => $"<li>{Of(one.Name)}</li>")));
        html.Append(
            "</ul><table border=1><tr><th>Action<th>Responsible agency<th>Additional agencies<th>Priorities met<th>Target date</tr>"
        );
        foreach (var action in plan.Actions)
        {
            html.Append("<tr><td>").Append(Paragraphs([action.Text, action.Rationale]));
            html.Append("<td>").Append(Paragraphs(action.Responsible.Select(one => one.Words)));
            html.Append("<td>")
                .Append(
                    Paragraphs(action.Additional.Select(one => one.Words).DefaultIfEmpty("N/A"))
                );
            html.Append("<td><ul>")
                .Append(string.Concat(action.Priorities.Select(one => $"<li>{Of(one.Name)}</li>")))
                .Append("</ul>");
            html.Append("<td>").Append(Of(action.Target!.ToString())).Append("</tr>");
        }

        return html.Append("</table>").ToString();
    }

    // A table a priority, as such plans are set.
    private static string Matrix(PlanReading plan)
    {
        var html = new StringBuilder("<h1>Community Safety Plan 2023-24</h1>");
        foreach (var priority in plan.Priorities)
        {
            html.Append(
                "<table border=1><tr><th>CSP Priority<th>Lead Agency<th>Key actions to explore and develop</tr><tr><td>"
            );
            html.Append(
                Paragraphs([
                    $"{priority.Name} ({priority.Abbreviation})".Replace(
                        " ()",
                        "",
                        StringComparison.Ordinal
                    ),
                    priority.Aim,
                    ".....",
                ])
            );
            foreach (var strategy in priority.Strategies)
            {
                html.Append(Paragraphs([strategy.Title, .. strategy.Objectives]));
            }

            html.Append("<td>")
                .Append(Paragraphs(priority.Leads.Select(one => one.Words)))
                .Append("<td>");
            foreach (var strand in priority.Strands)
            {
                html.Append(Paragraphs([$"{strand.Name} – {strand.Sentence}"])).Append("<ul>");
                html.Append(
                    string.Concat(
                        plan.Actions.Where(one => one.Strand == strand)
                            .Select(one => $"<li>{Of(one.Text)}</li>")
                    )
                );
                html.Append("</ul>");
            }

            html.Append("</tr></table><p>&nbsp;</p>");
        }

        return html.ToString();
    }

    private static string Paragraphs(IEnumerable<string> texts) =>
        string.Concat(texts.Where(text => text.Length > 0).Select(text => $"<p>{Of(text)}</p>"));

    private static string Of(string text) => WebUtility.HtmlEncode(text);
}
