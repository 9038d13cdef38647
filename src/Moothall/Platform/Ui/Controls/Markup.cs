using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Moothall.Platform.Ui.Controls;

/// <summary>Builds elements whose texts and attributes are always encoded.</summary>
internal static class Markup
{
    public static TagBuilder Element(string name, string? css, params IHtmlContent?[] children)
    {
        var tag = new TagBuilder(name);
        if (css is not null)
        {
            tag.MergeAttribute("class", css);
        }
        if (name is "input")
        {
            tag.TagRenderMode = TagRenderMode.SelfClosing;
        }
        foreach (var child in children.OfType<IHtmlContent>())
        {
            tag.InnerHtml.AppendHtml(child);
        }
        return tag;
    }

    /// <summary>Sets an attribute, unless there is nothing to say.</summary>
    public static TagBuilder With(this TagBuilder tag, string attribute, string? value)
    {
        if (value is not null)
        {
            tag.MergeAttribute(attribute, value, replaceExisting: true);
        }
        return tag;
    }

    /// <summary>Sets an attribute that has no value, such as <c>checked</c>.</summary>
    public static TagBuilder When(this TagBuilder tag, bool holds, string attribute) =>
        holds ? tag.With(attribute, attribute) : tag;

    public static IHtmlContent Text(string text) => new StringHtmlContent(text);

    public static IHtmlContent All(params IHtmlContent?[] parts)
    {
        var all = new HtmlContentBuilder();
        foreach (var part in parts.OfType<IHtmlContent>())
        {
            all.AppendHtml(part);
        }
        return all;
    }
}
