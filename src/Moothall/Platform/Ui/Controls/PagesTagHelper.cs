using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Moothall.Platform.Ui.Controls.Markup;

namespace Moothall.Platform.Ui.Controls;

/// <summary>
/// <c>&lt;moot-pages current="2" of="9" /&gt;</c>: links to the other pages of a list, keeping the filters in the address.
/// The page is the query value <c>pageNumber</c>, from 1.
/// </summary>
[HtmlTargetElement("moot-pages", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagesTagHelper : TagHelper
{
    /// <summary>Name of the query value; not "page", which Razor Pages keeps for itself.</summary>
    public const string Key = "pageNumber";

    /// <summary>The page shown, from 1.</summary>
    public int Current { get; set; } = 1;

    /// <summary>How many pages there are.</summary>
    public int Of { get; set; }

    /// <summary>The page being drawn.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of < 2)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-pagination");
        output.Attributes.SetAttribute("aria-label", "Pages");
        var list = Element("ul", "govuk-pagination__list");
        var last = 0;
        foreach (var number in Numbers(Current, Of))
        {
            if (number > last + 1)
            {
                list.InnerHtml.AppendHtml(
                    Element(
                        "li",
                        "govuk-pagination__item govuk-pagination__item--ellipsis",
                        Text("⋯")
                    )
                );
            }
            list.InnerHtml.AppendHtml(Item(number));
            last = number;
        }
        output.Content.SetHtmlContent(
            All(
                Current > 1 ? Step("prev", "Previous", Current - 1) : null,
                list,
                Current < Of ? Step("next", "Next", Current + 1) : null
            )
        );
    }

    /// <summary>The page numbers worth a link: the ends, the current one and its neighbours.</summary>
    internal static IEnumerable<int> Numbers(int current, int of) =>
        Enumerable
            .Range(1, of)
            .Where(number => number == 1 || number == of || Math.Abs(number - current) <= 1);

    private TagBuilder Item(int number)
    {
        var words = number.ToString(CultureInfo.InvariantCulture);
        var isCurrent = number == Current;
        var link = Element("a", "govuk-link govuk-pagination__link", Text(words))
            .With("href", Address(number))
            .With("aria-label", "Page " + words)
            .With("aria-current", isCurrent ? "page" : null);
        return Element(
            "li",
            "govuk-pagination__item" + (isCurrent ? " govuk-pagination__item--current" : ""),
            link
        );
    }

    private TagBuilder Step(string rel, string words, int number)
    {
        var hidden = Element("span", "govuk-visually-hidden", Text(" page"));
        var title = Element("span", "govuk-pagination__link-title", Text(words), hidden);
        var link = Element("a", "govuk-link govuk-pagination__link", title)
            .With("href", Address(number))
            .With("rel", rel);
        return Element("div", "govuk-pagination__" + rel, link);
    }

    private string Address(int number)
    {
        var kept = View.HttpContext.Request.Query.Where(pair =>
            !pair.Key.Equals(Key, StringComparison.OrdinalIgnoreCase)
        );
        return new QueryBuilder(kept)
        {
            { Key, number.ToString(CultureInfo.InvariantCulture) },
        }.ToString();
    }
}
