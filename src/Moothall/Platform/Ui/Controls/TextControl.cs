using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using static Moothall.Platform.Ui.Controls.Markup;

namespace Moothall.Platform.Ui.Controls;

/// <summary>Boxes for text, numbers, times and files.</summary>
internal static class TextControl
{
    private const int UsualLine = 60;
    private const int MostRows = 16;

    public static IHtmlContent Draw(FieldView view) =>
        view.Field is { Rows: > 0 } field ? Area(view, field) : Box(view);

    public static IHtmlContent File(FieldView view) =>
        Groups.Single(
            view,
            Element(
                    "input",
                    view.Error is null
                        ? "govuk-file-upload"
                        : "govuk-file-upload govuk-file-upload--error"
                )
                .With("id", view.Id)
                .With("name", view.Name)
                .With("type", "file")
                .When(view.IsMany, "multiple")
                .With("aria-describedby", view.DescribedBy())
        );

    private static TagBuilder Box(FieldView view)
    {
        var field = view.Field;
        var kind =
            view.Type == typeof(decimal) || field?.Kind == FieldKind.Money ? FieldKind.Money
            : view.Type == typeof(int) || view.Type == typeof(long) ? FieldKind.Number
            : field?.Kind ?? FieldKind.Text;
        var box = Element("input", Css("govuk-input", view, Width(view)))
            .With("id", view.Id)
            .With("name", view.Name)
            .With("type", TypeOf(kind))
            .With(
                "inputmode",
                kind == FieldKind.Number ? "numeric"
                    : kind == FieldKind.Money ? "decimal"
                    : null
            )
            .With(
                "autocomplete",
                field?.Autocomplete ?? (kind == FieldKind.Password ? "current-password" : "off")
            )
            .With("spellcheck", kind == FieldKind.Text ? null : "false")
            .With("dir", kind == FieldKind.Text ? "auto" : null)
            .With("value", kind == FieldKind.Password ? null : view.Text())
            .With("aria-describedby", view.DescribedBy());
        return Groups.Single(view, box);
    }

    // The limit is not put on the element: a paste that is too long must be kept and said, not cut in silence.
    private static TagBuilder Area(FieldView view, FieldAttribute field)
    {
        var info = view.Id + "-info";
        // A parser drops the first line break after the tag, so one is given away.
        var area = Element(
                "textarea",
                Css("govuk-textarea", view, "govuk-js-character-count"),
                Text("\n" + view.Text())
            )
            .With("id", view.Id)
            .With("name", view.Name)
            .With("rows", Rows(view.Text(), field.Rows).ToString(CultureInfo.InvariantCulture))
            .With("dir", "auto")
            .With("autocomplete", field.Autocomplete)
            .With("aria-describedby", view.DescribedBy(info));
        var count = Element(
                "div",
                "govuk-hint govuk-character-count__message",
                Text($"You can enter up to {Wording.Number(field.Limit)} characters")
            )
            .With("id", info);
        var group = Groups.Single(view, All(area, count));
        group.AddCssClass("govuk-character-count");
        // The counter speaks only near the limit; before that it would be noise.
        return group
            .With("data-module", "govuk-character-count")
            .With("data-maxlength", field.Limit.ToString(CultureInfo.InvariantCulture))
            .With("data-threshold", "75");
    }

    // What stands in a box already is seen at once, up to about a screen of it.
    private static int Rows(string? text, int least) =>
        text is null
            ? least
            : Math.Clamp(
                text.Split('\n').Sum(line => 1 + (line.Length / UsualLine)),
                least,
                Math.Max(least, MostRows)
            );

    private static string Css(string css, FieldView view, string? more) =>
        css + (view.Error is null ? "" : $" {css}--error") + (more is null ? "" : " " + more);

    private static string? Width(FieldView view)
    {
        var usual =
            view.Type == typeof(TimeOnly) || view.Type == typeof(int) ? 5
            : view.Type == typeof(decimal) || view.Field?.Kind == FieldKind.Money ? 10
            : 0;
        var width = view.Field is { Width: > 0 } field ? field.Width : usual;
        return width == 0 ? null : $"govuk-input--width-{width}";
    }

    private static string TypeOf(FieldKind kind) =>
        kind switch
        {
            FieldKind.Email => "email",
            FieldKind.Telephone => "tel",
            FieldKind.Password => "password",
            _ => "text",
        };
}
