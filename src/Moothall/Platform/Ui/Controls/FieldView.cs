using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Moothall.Platform.Ui.Controls;

/// <summary>What a page may say about one control beyond its declaration.</summary>
internal sealed record FieldOptions
{
    public string? Label { get; init; }
    public string? Hint { get; init; }
    public string? Size { get; init; }
    public bool Heading { get; init; }
    public bool? Optional { get; init; }
    public bool Radios { get; init; }
    public bool Inline { get; init; }
    public bool Lookup { get; init; }
    public IReadOnlyList<SelectListItem>? Items { get; init; }
}

/// <summary>All that drawing one control needs. What was typed comes before what is stored, so that nothing typed is lost.</summary>
internal sealed class FieldView
{
    private readonly ModelStateDictionary state;

    public FieldView(
        ViewContext view,
        ModelExplorer explorer,
        string expression,
        FieldOptions options
    )
    {
        state = view.ViewData.ModelState;
        Name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression);
        Id = IdOf(Name);
        Options = options;
        Field = FieldAttribute.Of(explorer.Metadata);
        Metadata = explorer.Metadata;
        Model = explorer.Model;
        Type = explorer.Metadata.UnderlyingOrModelType;
        Error = state.TryGetValue(Name, out var entry) ? ErrorWords(entry) : null;
        Errors = FormOrder.Of(view.HttpContext);
    }

    public string Name { get; }
    public string Id { get; }
    public FieldOptions Options { get; }
    public FieldAttribute? Field { get; }
    public ModelMetadata Metadata { get; }
    public object? Model { get; }

    /// <summary>The type without its question mark.</summary>
    public Type Type { get; }

    /// <summary>What is wrong, if anything.</summary>
    public string? Error { get; }

    public FormOrder Errors { get; }

    public string? Hint => Options.Hint ?? Field?.Hint;

    public bool IsMany => Metadata.IsEnumerableType;

    public string Label =>
        (Options.Label ?? Field?.Label ?? Metadata.GetDisplayName())
        + (IsOptional ? " (optional)" : "");

    public string? DescribedBy(string? more = null)
    {
        var ids = new[]
        {
            Hint is null ? null : Id + "-hint",
            Error is null ? null : Id + "-error",
            more,
        };
        var joined = string.Join(' ', ids.OfType<string>());
        return joined.Length == 0 ? null : joined;
    }

    /// <summary>What was typed under a name, or null when nothing was posted.</summary>
    public IReadOnlyList<string>? Typed(string name)
    {
        if (!state.TryGetValue(name, out var entry))
        {
            return null;
        }
        return entry.RawValue switch
        {
            IEnumerable<string?> many => [.. many.Select(one => one ?? "")],
            string one => [one],
            _ => entry.AttemptedValue is { } attempted ? [attempted] : null,
        };
    }

    /// <summary>The values to show as chosen.</summary>
    public IReadOnlyList<string> Chosen() =>
        Typed(Name)
        ?? Model switch
        {
            null => [],
            string text => [text],
            System.Collections.IEnumerable many => [.. many.Cast<object?>().Select(Posted)],
            _ => [Posted(Model)],
        };

    /// <summary>The text to show in a box.</summary>
    public string Text() =>
        Typed(Name) is { } typed ? typed.FirstOrDefault() ?? ""
        : Field?.Kind == FieldKind.Money && Model is long pence
            ? FigureText.Money(pence).TrimStart('£')
        : Posted(Model);

    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>The first thing wrong with an entry, in words.</summary>
    public static string? ErrorWords(ModelStateEntry entry) =>
        entry.Errors.Count == 0
            ? null
            : entry
                .Errors.Select(error => error.ErrorMessage)
                .FirstOrDefault(words => words.Length > 0)
                ?? "This answer could not be read. Check it and try again.";

    private bool IsOptional =>
        Options.Optional
        ?? (Field is { Required: null, Conditional: false } && Metadata.ModelType != typeof(bool));

    private static string Posted(object? value) =>
        value switch
        {
            TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
            decimal figure => FigureText.Words(figure),
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
