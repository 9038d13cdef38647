using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Moothall.Platform.Ui.Controls;

/// <summary>
/// <c>&lt;moot-fields for="Details" /&gt;</c>: every declared field of a details type in declared order, so that a new
/// field on a form needs the details type only.
/// </summary>
[HtmlTargetElement(
    "moot-fields",
    Attributes = "for",
    TagStructure = TagStructure.NormalOrSelfClosing
)]
public sealed class FieldsTagHelper : TagHelper
{
    /// <summary>The details.</summary>
    public ModelExpression For { get; set; } = null!;

    /// <summary>Names of properties drawn elsewhere, with commas.</summary>
    public string? Except { get; set; }

    /// <summary>Names of the only properties to draw, with commas.</summary>
    public string? Only { get; set; }

    /// <summary>Answers by property: <c>items-topic="Model.Topics"</c>.</summary>
    [HtmlAttributeName("items", DictionaryAttributePrefix = "items-")]
    public IDictionary<string, IEnumerable<SelectListItem>> Items { get; set; } =
        new Dictionary<string, IEnumerable<SelectListItem>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether to say "(optional)".</summary>
    public bool? Optional { get; set; }

    /// <summary>The page being drawn.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        foreach (var property in Declared(For.ModelExplorer, Except, Only))
        {
            var name = property.Metadata.PropertyName!;
            var items = Items
                .FirstOrDefault(pair => pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
                .Value;
            var options = new FieldOptions { Optional = Optional, Items = items?.ToList() };
            var expression = ModelNames.CreatePropertyModelName(For.Name, name);
            output.Content.AppendHtml(
                FieldTagHelper.Draw(new FieldView(View, property, expression, options))
            );
        }
    }

    /// <summary>The declared properties of an object, in declared order.</summary>
    internal static IEnumerable<ModelExplorer> Declared(
        ModelExplorer details,
        string? except = null,
        string? only = null
    )
    {
        var left = Names(except);
        var kept = Names(only);
        return details.Properties.Where(property =>
            FieldAttribute.Of(property.Metadata) is not null
            && !left.Contains(property.Metadata.PropertyName!)
            && (only is null || kept.Contains(property.Metadata.PropertyName!))
        );
    }

    private static HashSet<string> Names(string? list) =>
        (list ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
