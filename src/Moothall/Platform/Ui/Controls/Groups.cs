using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using static Moothall.Platform.Ui.Controls.Markup;

namespace Moothall.Platform.Ui.Controls;

/// <summary>The frame round a control: its label or question, hint, error, in the order people meet them.</summary>
internal static class Groups
{
    /// <summary>One control with a label.</summary>
    public static TagBuilder Single(FieldView view, IHtmlContent control)
    {
        var label = Element("label", Sized("govuk-label", view), Text(view.Label))
            .With("for", view.Id);
        return Group(view, Heading(view, label, "govuk-label-wrapper"), Help(view), control);
    }

    /// <summary>Several controls under one question.</summary>
    public static TagBuilder Several(FieldView view, IHtmlContent controls, string? role = null)
    {
        var words = view.Options.Heading
            ? (IHtmlContent)Element("h1", "govuk-fieldset__heading", Text(view.Label))
            : Text(view.Label);
        var legend = Element("legend", Sized("govuk-fieldset__legend", view), words);
        var fieldset = Element("fieldset", "govuk-fieldset", legend, Help(view), controls)
            .With("aria-describedby", view.DescribedBy())
            .With("role", role);
        return Group(view, fieldset);
    }

    /// <summary>A control that carries its own label, such as a single checkbox.</summary>
    public static TagBuilder Bare(FieldView view, IHtmlContent control) =>
        Group(view, ErrorOf(view), control);

    public static TagBuilder? HintOf(FieldView view, string css = "govuk-hint") =>
        view.Hint is null
            ? null
            : Element("div", css, Text(view.Hint)).With("id", view.Id + "-hint");

    public static TagBuilder? ErrorOf(FieldView view) =>
        view.Error is null
            ? null
            : Element(
                    "p",
                    "govuk-error-message",
                    Element("span", "govuk-visually-hidden", Text("Error:")),
                    Text(" "),
                    Text(view.Error)
                )
                .With("id", view.Id + "-error");

    private static IHtmlContent Help(FieldView view) =>
        All(HintOf(view), LinkToHelp(view), ErrorOf(view));

    // In a tab of its own, so that nothing typed so far is left behind.
    private static TagBuilder? LinkToHelp(FieldView view) =>
        view.Field?.Help is not { } topic
            ? null
            : Element(
                "p",
                "govuk-body-s govuk-!-margin-bottom-2",
                Element(
                        "a",
                        "govuk-link",
                        Text("Help with this"),
                        Element(
                            "span",
                            "govuk-visually-hidden",
                            Text($": {view.Field.MessageName}")
                        ),
                        Text(" (opens in a new tab)")
                    )
                    .With("href", $"/Help#{topic}")
                    .With("target", "_blank")
                    .With("rel", "noopener")
            );

    private static TagBuilder Group(FieldView view, params IHtmlContent?[] parts) =>
        Element(
            "div",
            view.Error is null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error",
            parts
        );

    private static TagBuilder Heading(FieldView view, TagBuilder label, string css) =>
        view.Options.Heading ? Element("h1", css, label) : label;

    private static string Sized(string css, FieldView view) =>
        view.Options.Size is { } size ? $"{css} {css}--{size}"
        : view.Options.Heading ? $"{css} {css}--l"
        : css;
}
