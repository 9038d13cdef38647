using Microsoft.AspNetCore.Http;
using Moothall.Platform.Ui.Controls;
using static Moothall.Tests.Platform.Ui.FormTests;

namespace Moothall.Tests.Platform.Ui;

public sealed class ReadPageTests
{
    private readonly UiBench<MatterDetails> bench = new();

    [Fact]
    public void A_record_is_read_in_words()
    {
        bench.Details.Title = "Noise";
        bench.Details.Born = new DateOnly(1985, 3, 1);
        bench.Details.Kind = MatterKind.GroupOfPeople;
        bench.Details.Starts = new TimeOnly(14, 30);
        var page = bench.Draw(
            new SummaryTagHelper
            {
                For = bench.Expression(holder => holder.Details),
                Except = "Password,Minutes,Topics",
            }
        );
        Assert.Equal(
            ["Noise", "Not given", "1 March 1985", "Group of people", "No", "2:30pm"],
            page.QuerySelectorAll("dd").Select(cell => cell.TextContent)
        );
    }

    [Fact]
    public void Page_links_keep_the_filters()
    {
        bench.Http.Request.QueryString = new QueryString(
            "?status=open&status=new&q=a%26b&pageNumber=4"
        );
        var page = bench.Draw(new PagesTagHelper { Current = 4, Of = 9 });
        Assert.Equal(
            "?status=open&status=new&q=a%26b&pageNumber=5",
            page.QuerySelector("a[rel=next]")!.GetAttribute("href")
        );
        Assert.Equal("4", page.QuerySelector("[aria-current=page]")!.TextContent);
        Assert.Equal(
            ["1", "⋯", "3", "4", "5", "⋯", "9"],
            page.QuerySelectorAll("li").Select(item => item.TextContent)
        );
    }

    [Fact]
    public void A_status_has_its_words_and_colour()
    {
        var tag = bench
            .Draw(new StatusTagHelper { Value = MatterKind.Person })
            .QuerySelector("strong")!;
        Assert.Equal("A person", tag.TextContent);
        Assert.Equal("govuk-tag govuk-tag--teal", tag.ClassName);
    }
}
