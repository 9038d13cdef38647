using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Moothall.Platform.Ui.Controls;

/// <summary>
/// <c>&lt;moot-field for="Input.Summary" /&gt;</c>: the whole control for one property, chosen by its type, with label,
/// hint, error, and whatever was typed before.
/// </summary>
[HtmlTargetElement(
    "moot-field",
    Attributes = "for",
    TagStructure = TagStructure.NormalOrSelfClosing
)]
public sealed class FieldTagHelper : TagHelper
{
    /// <summary>The property.</summary>
    public ModelExpression For { get; set; } = null!;

    /// <summary>The answers to choose from; an enumeration brings its own.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>Radios rather than a drop-down.</summary>
    public bool Radios { get; set; }

    /// <summary>Radios or checkboxes side by side.</summary>
    public bool Inline { get; set; }

    /// <summary>A drop-down one can type in, for long lists.</summary>
    public bool Lookup { get; set; }

    /// <summary>Other words than the declared label.</summary>
    public string? Label { get; set; }

    /// <summary>Other words than the declared hint.</summary>
    public string? Hint { get; set; }

    /// <summary>Size of the label: s, m, l or xl.</summary>
    public string? Size { get; set; }

    /// <summary>Whether the label is the page's heading.</summary>
    public bool Heading { get; set; }

    /// <summary>Whether to say "(optional)"; by default when nothing requires the field. False suits filters.</summary>
    public bool? Optional { get; set; }

    /// <summary>The page being drawn.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var options = new FieldOptions
        {
            Label = Label,
            Hint = Hint,
            Size = Size,
            Heading = Heading,
            Optional = Optional,
            Radios = Radios,
            Inline = Inline,
            Lookup = Lookup,
            Items = Items?.ToList(),
        };
        output.TagName = null;
        output.Content.SetHtmlContent(
            Draw(new FieldView(View, For.ModelExplorer, For.Name, options))
        );
    }

    /// <summary>Draws a control and notes its place on the page.</summary>
    internal static IHtmlContent Draw(FieldView view)
    {
        var isDate = view.Type == typeof(DateOnly);
        view.Errors.Add(view.Name, isDate ? DateControl.FirstWrong(view) : view.Id);
        if (isDate)
        {
            return DateControl.Draw(view);
        }
        var element = view.IsMany
            ? view.Metadata.ElementMetadata!.UnderlyingOrModelType
            : view.Type;
        if (view.Options.Items is { } items)
        {
            return ChoiceControl.Draw(view, items, radiosWhenFew: false);
        }
        if (element.IsEnum)
        {
            return ChoiceControl.Draw(view, DisplayNames.Choices(element), radiosWhenFew: true);
        }
        if (element == typeof(IFormFile))
        {
            return TextControl.File(view);
        }
        if (view.Type == typeof(bool))
        {
            return view.Metadata.IsNullableValueType
                ? ChoiceControl.Draw(view, ChoiceControl.YesOrNo, radiosWhenFew: true)
                : ChoiceControl.Single(view);
        }
        return TextControl.Draw(view);
    }
}
