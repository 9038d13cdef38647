using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Moothall.Platform.Ui.Controls.Markup;

namespace Moothall.Platform.Ui.Controls;

/// <summary>
/// <c>&lt;moot-summary for="Details" /&gt;</c>: every declared field with its value, for reading. Rows written inside the
/// element follow them.
/// </summary>
[HtmlTargetElement(
    "moot-summary",
    Attributes = "for",
    TagStructure = TagStructure.NormalOrSelfClosing
)]
public sealed class SummaryTagHelper : TagHelper
{
    /// <summary>The details.</summary>
    public ModelExpression For { get; set; } = null!;

    /// <summary>Names of properties shown elsewhere, with commas.</summary>
    public string? Except { get; set; }

    /// <summary>Leaves out what was not given.</summary>
    public bool HideEmpty { get; set; }

    /// <summary>Words for values that are stored as an id or a code: <c>words-topic="@name"</c>.</summary>
    [HtmlAttributeName("words", DictionaryAttributePrefix = "words-")]
    public IDictionary<string, string> Words { get; set; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = await output.GetChildContentAsync();
        output.TagName = "dl";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-summary-list");
        var content = new HtmlContentBuilder();
        foreach (var property in FieldsTagHelper.Declared(For.ModelExplorer, Except))
        {
            var field = FieldAttribute.Of(property.Metadata)!;
            var given = Words.FirstOrDefault(pair =>
                pair.Key.Equals(property.Metadata.PropertyName, StringComparison.OrdinalIgnoreCase)
            );
            var words = given.Value ?? Wording.Of(property.Model);
            if (words.Length > 0 || !HideEmpty)
            {
                content.AppendHtml(Row(field.MessageName, words));
            }
        }
        content.AppendHtml(rows);
        output.Content.SetHtmlContent(content);
    }

    private static TagBuilder Row(string label, string words) =>
        Element(
            "div",
            "govuk-summary-list__row",
            Element("dt", "govuk-summary-list__key", Text(label)),
            words.Length == 0
                ? Element("dd", "govuk-summary-list__value moot-not-given", Text("Not given"))
                : Element("dd", "govuk-summary-list__value moot-typed", Text(words))
                    .With("dir", "auto")
        );
}
