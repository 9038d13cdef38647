using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using static Moothall.Platform.Ui.Controls.Markup;

namespace Moothall.Platform.Ui.Controls;

/// <summary>Radios, checkboxes and drop-downs.</summary>
internal static class ChoiceControl
{
    private const int FewEnoughForRadios = 6;

    public static IReadOnlyList<SelectListItem> YesOrNo =>
        [new("Yes", bool.TrueString), new("No", bool.FalseString)];

    public static IHtmlContent Draw(
        FieldView view,
        IReadOnlyList<SelectListItem> items,
        bool radiosWhenFew
    )
    {
        if (view.IsMany)
        {
            return Boxes(view, items, "checkbox");
        }
        return
            view.Options.Radios
            || (radiosWhenFew && items.Count <= FewEnoughForRadios && !view.Options.Lookup)
            ? Boxes(view, items, "radio")
            : Select(view, items);
    }

    /// <summary>One checkbox with its label beside it. The hidden field lets an unticked box be told from one never shown.</summary>
    public static IHtmlContent Single(FieldView view)
    {
        var ticked = view.Chosen()
            .Any(value =>
                string.Equals(value, bool.TrueString, StringComparison.OrdinalIgnoreCase)
            );
        var input = Element("input", "govuk-checkboxes__input")
            .With("id", view.Id)
            .With("name", view.Name)
            .With("type", "checkbox")
            .With("value", "true")
            .When(ticked, "checked")
            .With("aria-describedby", view.DescribedBy());
        var unticked = Element("input", null)
            .With("type", "hidden")
            .With("name", view.Name)
            .With("value", "false");
        var label = Element("label", "govuk-label govuk-checkboxes__label", Text(view.Label))
            .With("for", view.Id);
        var item = Element(
            "div",
            "govuk-checkboxes__item",
            input,
            label,
            Groups.HintOf(view, "govuk-hint govuk-checkboxes__hint")
        );
        var box = Element("div", "govuk-checkboxes", item).With("data-module", "govuk-checkboxes");
        return Groups.Bare(view, All(box, unticked));
    }

    private static TagBuilder Boxes(
        FieldView view,
        IReadOnlyList<SelectListItem> items,
        string type
    )
    {
        var css = type == "radio" ? "govuk-radios" : "govuk-checkboxes";
        var chosen = ChosenOf(view, items);
        var all = Element("div", view.Options.Inline ? $"{css} {css}--inline" : css)
            .With("data-module", css);
        for (var index = 0; index < items.Count; index++)
        {
            var item = items[index];
            // The first has the field's own id, so that the error summary finds it.
            var id =
                index == 0
                    ? view.Id
                    : string.Create(CultureInfo.InvariantCulture, $"{view.Id}-{index + 1}");
            var input = Element("input", css + "__input")
                .With("id", id)
                .With("name", view.Name)
                .With("type", type)
                .With("value", ValueOf(item))
                .When(chosen.Contains(ValueOf(item)), "checked")
                .When(item.Disabled, "disabled");
            var label = Element("label", $"govuk-label {css}__label", Text(item.Text))
                .With("for", id);
            all.InnerHtml.AppendHtml(Element("div", css + "__item", input, label));
        }
        return Groups.Several(view, all);
    }

    private static TagBuilder Select(FieldView view, IReadOnlyList<SelectListItem> items)
    {
        var chosen = ChosenOf(view, items);
        var select = Element(
                "select",
                view.Error is null ? "govuk-select" : "govuk-select govuk-select--error"
            )
            .With("id", view.Id)
            .With("name", view.Name)
            .With("data-module", view.Options.Lookup ? "moot-lookup" : null)
            .With("aria-describedby", view.DescribedBy());
        if (!items.Any(item => ValueOf(item).Length == 0))
        {
            select.InnerHtml.AppendHtml(
                Element("option", null, Text(view.Options.Lookup ? "" : "Choose")).With("value", "")
            );
        }
        TagBuilder? group = null;
        foreach (var item in items)
        {
            if (item.Group is { } named && group?.Attributes["label"] != named.Name)
            {
                group = Element("optgroup", null).With("label", named.Name);
                select.InnerHtml.AppendHtml(group);
            }
            var option = Element("option", null, Text(item.Text))
                .With("value", ValueOf(item))
                .When(chosen.Contains(ValueOf(item)), "selected")
                .When(item.Disabled, "disabled");
            (item.Group is null ? select : group!).InnerHtml.AppendHtml(option);
        }
        return Groups.Single(view, select);
    }

    private static string ValueOf(SelectListItem item) => item.Value ?? item.Text;

    // A page that marks items itself is heard only while neither a person nor the record has said anything.
    private static HashSet<string> ChosenOf(FieldView view, IReadOnlyList<SelectListItem> items)
    {
        var chosen = view.Chosen();
        var marked =
            chosen.Count == 0 && view.Typed(view.Name) is null
                ? items.Where(item => item.Selected).Select(ValueOf)
                : chosen;
        return marked.ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
