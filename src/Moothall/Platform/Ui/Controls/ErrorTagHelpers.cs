using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Moothall.Platform.Ui.Controls.Markup;

namespace Moothall.Platform.Ui.Controls;

/// <summary>
/// <c>&lt;moot-errors /&gt;</c>: what is wrong, in the order of the page, each linked to its control. The layout draws it
/// where a page hasn't, so it can't be forgotten.
/// </summary>
[HtmlTargetElement("moot-errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorsTagHelper : TagHelper
{
    /// <summary>The page being drawn.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var order = FormOrder.Of(View.HttpContext);
        if (!order.SummaryPlaced)
        {
            order.SummaryPlaced = true;
            output.Content.SetHtmlContent(new Summary(View, order));
        }
    }

    // The summary stands above the controls but must know their order, so it is put into words only when the page is
    // written out, after all of it has been drawn.
    private sealed class Summary(ViewContext view, FormOrder order) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var wrong = view
                .ViewData.ModelState.Where(pair => pair.Value is { Errors.Count: > 0 })
                .OrderBy(pair => order.PlaceOf(pair.Key))
                .ToList();
            if (wrong.Count == 0)
            {
                return;
            }
            var list = Element("ul", "govuk-list govuk-error-summary__list");
            foreach (var (key, entry) in wrong)
            {
                var words = FieldView.ErrorWords(entry!)!;
                var id = order.IdOf(key);
                list.InnerHtml.AppendHtml(
                    Element(
                        "li",
                        null,
                        id is null
                            ? Text(words)
                            : Element("a", null, Text(words)).With("href", "#" + id)
                    )
                );
            }
            var title = Element("h2", "govuk-error-summary__title", Text("There is a problem"));
            var alert = Element(
                    "div",
                    null,
                    title,
                    Element("div", "govuk-error-summary__body", list)
                )
                .With("role", "alert");
            Element("div", "govuk-error-summary", alert)
                .With("data-module", "govuk-error-summary")
                .WriteTo(writer, encoder);
        }
    }
}

/// <summary>
/// <c>&lt;moot-error for="Input.Choice" /&gt;</c>: the error beside a control written by hand, whose id is the property's
/// usual one; it also takes the control's place in the summary.
/// </summary>
[HtmlTargetElement(
    "moot-error",
    Attributes = "for",
    TagStructure = TagStructure.NormalOrSelfClosing
)]
public sealed class ErrorTagHelper : TagHelper
{
    /// <summary>The property.</summary>
    public ModelExpression For { get; set; } = null!;

    /// <summary>The page being drawn.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var view = new FieldView(View, For.ModelExplorer, For.Name, new FieldOptions());
        view.Errors.Add(view.Name, view.Id);
        output.TagName = null;
        if (Groups.ErrorOf(view) is { } error)
        {
            output.Content.SetHtmlContent(error);
        }
    }
}
