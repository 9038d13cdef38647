using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using static Moothall.Platform.Ui.Controls.Markup;

namespace Moothall.Platform.Ui.Controls;

/// <summary>Day, month and year in three boxes, which everyone can fill without a picker.</summary>
internal static class DateControl
{
    public static IHtmlContent Draw(FieldView view)
    {
        var parts = Shown(view);
        var wrong = view.Error is null ? DateBoxes.None : parts.Read("").Wrong;
        if (view.Error is not null && wrong == DateBoxes.None)
        {
            wrong = DateBoxes.All;
        }
        var birthday = view.Field?.Autocomplete == "bday";
        var boxes = Element(
                "div",
                "govuk-date-input",
                Box(
                    view,
                    "Day",
                    parts.Day,
                    "govuk-input--width-2",
                    wrong.HasFlag(DateBoxes.Day),
                    birthday ? "bday-day" : null
                ),
                Box(
                    view,
                    "Month",
                    parts.Month,
                    "moot-month",
                    wrong.HasFlag(DateBoxes.Month),
                    birthday ? "bday-month" : null
                ),
                Box(
                    view,
                    "Year",
                    parts.Year,
                    "govuk-input--width-4",
                    wrong.HasFlag(DateBoxes.Year),
                    birthday ? "bday-year" : null
                )
            )
            .With("id", view.Id);
        return Groups.Several(view, boxes, role: "group");
    }

    /// <summary>The box an error should lead to: the first that is wrong.</summary>
    public static string FirstWrong(FieldView view)
    {
        var wrong = view.Error is null ? DateBoxes.None : Shown(view).Read("").Wrong;
        var box =
            wrong == DateBoxes.None || wrong.HasFlag(DateBoxes.Day) ? "Day"
            : wrong.HasFlag(DateBoxes.Month) ? "Month"
            : "Year";
        return FieldView.IdOf($"{view.Name}.{box}");
    }

    private static DateParts Shown(FieldView view)
    {
        var (day, month, year) = (Typed(view, "Day"), Typed(view, "Month"), Typed(view, "Year"));
        if (day is not null || month is not null || year is not null)
        {
            return new(day ?? "", month ?? "", year ?? "");
        }
        if (view.Typed(view.Name) is [var whole, ..])
        {
            return DateParts.Split(whole);
        }
        return view.Model is DateOnly date ? DateParts.Of(date) : new("", "", "");
    }

    private static string? Typed(FieldView view, string box) =>
        view.Typed($"{view.Name}.{box}")?.FirstOrDefault();

    private static TagBuilder Box(
        FieldView view,
        string box,
        string value,
        string width,
        bool wrong,
        string? autocomplete
    )
    {
        var name = $"{view.Name}.{box}";
        var id = FieldView.IdOf(name);
        var css =
            $"govuk-input govuk-date-input__input {width}" + (wrong ? " govuk-input--error" : "");
        // A month may be typed as a name, so its box asks for no number keyboard.
        var input = Element("input", css)
            .With("id", id)
            .With("name", name)
            .With("type", "text")
            .With("inputmode", box == "Month" ? null : "numeric")
            .With("autocomplete", autocomplete ?? "off")
            .With("value", value);
        var label = Element("label", "govuk-label govuk-date-input__label", Text(box))
            .With("for", id);
        return Element(
            "div",
            "govuk-date-input__item",
            Element("div", "govuk-form-group", label, input)
        );
    }
}
