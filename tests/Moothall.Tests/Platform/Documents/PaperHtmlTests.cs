using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Moothall.Platform.Documents;

namespace Moothall.Tests.Platform.Documents;

public sealed class PaperHtmlTests
{
    private static readonly HtmlParser Parser = new();

    [Fact]
    public void Document_has_a_language_a_title_and_headings_in_order()
    {
        var page = Parser.ParseDocument(PaperHtml.Render(WordWriterTests.Full));
        Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(WordWriterTests.Full.Title, page.Title);
        string[] headings =
        [
            .. page.QuerySelectorAll("h1,h2,h3,h4").Select(heading => heading.LocalName),
        ];
        Assert.Equal(["h1", "h2", "h3", "h4"], headings);
        Assert.Equal("What was agreed", page.QuerySelector("caption")!.TextContent);
        Assert.All(
            page.QuerySelectorAll("th"),
            cell => Assert.Equal("col", cell.GetAttribute("scope"))
        );
        Assert.NotNull(page.QuerySelector("main"));
    }

    [Fact]
    public void Part_of_a_page_obeys_the_content_security_policy_and_leaves_the_main_heading_to_the_page()
    {
        var html = PaperHtml.Fragment(WordWriterTests.Full);
        var part = Parser.ParseDocument(html);
        Assert.Empty(part.QuerySelectorAll("h1,style,script,[style],[onclick]"));
        Assert.StartsWith("<div", html, StringComparison.Ordinal);
        Assert.Contains("Official – Sensitive", part.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Text unchanged: 9f2c 41d0",
            part.Body.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Whatever_is_typed_stays_text()
    {
        var expected = Shape(PaperHtml.Render(WordWriterTests.Of("x")));
        // An empty caption or marking is left out altogether.
        foreach (var text in NaughtyStrings.All.Where(text => text.Length > 0))
        {
            Assert.Equal(expected, Shape(PaperHtml.Render(WordWriterTests.Of(text))));
            var shown = Parser
                .ParseDocument(PaperHtml.Fragment(WordWriterTests.Of(text)))
                .QuerySelector("p.govuk-body[dir]")!;
            Assert.Equal(string.Concat(PlainText.Lines(text)), shown.TextContent);
        }
    }

    [Theory]
    [InlineData("\"; } body { display: none } @page { a: \"")]
    [InlineData("</style><script>alert(1)</script>")]
    [InlineData("\\")]
    [InlineData("a\nb")]
    public void Marking_cannot_leave_its_place_in_the_style_sheet(string marking)
    {
        var paper = WordWriterTests.Of("x") with { Marking = marking };
        var page = Parser.ParseDocument(PaperHtml.Render(paper));
        var style = page.QuerySelector("style")!.TextContent;
        var plain = Parser
            .ParseDocument(PaperHtml.Render(WordWriterTests.Of("x")))
            .QuerySelector("style")!
            .TextContent;
        Assert.Equal(plain.Count(letter => letter == '"'), style.Count(letter => letter == '"'));
        Assert.Equal(plain.Count(letter => letter == '}'), style.Count(letter => letter == '}'));
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    // The elements without line breaks and without text: no text may add or take away one.
    private static string Shape(string html) =>
        string.Join(
            ' ',
            Parser.ParseDocument(html).All.Where(element => element.LocalName != "br").Select(Tag)
        );

    private static string Tag(IElement element) =>
        element.LocalName
        + string.Concat(
            element.Attributes.Select(attribute => $"[{attribute.Name}={attribute.Value}]")
        );
}
