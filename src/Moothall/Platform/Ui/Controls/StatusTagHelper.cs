using System.Collections.Concurrent;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Moothall.Platform.Ui.Controls;

/// <summary><c>&lt;moot-tag value="Model.Status" /&gt;</c>: a status in words and in the colour its member declares.</summary>
[HtmlTargetElement(
    "moot-tag",
    Attributes = "value",
    TagStructure = TagStructure.NormalOrSelfClosing
)]
public sealed class StatusTagHelper : TagHelper
{
    private static readonly ConcurrentDictionary<Enum, string> Colours = new();

    /// <summary>The status.</summary>
    public Enum? Value { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is null)
        {
            output.SuppressOutput();
            return;
        }
        var colour = Colours.GetOrAdd(
            Value,
            static one => DisplayNames.Attribute<TagColourAttribute>(one)?.Colour ?? "grey"
        );
        output.TagName = "strong";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"govuk-tag govuk-tag--{colour}");
        output.Content.SetContent(DisplayNames.Of(Value));
    }
}
