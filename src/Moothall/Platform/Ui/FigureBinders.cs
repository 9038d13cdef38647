using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Moothall.Platform.Ui;

/// <summary>Reads a figure as people type it: 1,250 or 3.5 or 12%.</summary>
internal sealed class FigureBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext) =>
        FigureText.BindAsync(
            bindingContext,
            text => FigureText.Read(text),
            "must be a number, like 12 or 3.5"
        );
}

/// <summary>Reads a whole number as people type it: 6 or 1,340.</summary>
internal sealed class WholeNumberBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext) =>
        FigureText.BindAsync(
            bindingContext,
            text => FigureText.ReadWhole(text),
            "must be a whole number, like 3"
        );
}

/// <summary>Reads an amount of money in pounds into pence.</summary>
internal sealed class MoneyBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext) =>
        FigureText.BindAsync(
            bindingContext,
            text => FigureText.ReadPence(text),
            "must be an amount in pounds, like 1,250 or 99.50"
        );
}

/// <summary>Figures and amounts of money as people write them.</summary>
public static partial class FigureText
{
    private const NumberStyles Styles =
        NumberStyles.AllowThousands
        | NumberStyles.AllowDecimalPoint
        | NumberStyles.AllowLeadingSign
        | NumberStyles.AllowLeadingWhite
        | NumberStyles.AllowTrailingWhite;

    // More digits than any count of people or money here has, and fewer than either database loses.
    private const decimal Most = 10_000_000_000m;
    private const int MostPlaces = 4;

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The figure, or nothing where the text is none or has more than four places.</summary>
    public static decimal? Read(string text) =>
        HasCommasInPlace(text)
        && decimal.TryParse(text.Trim().TrimEnd('%'), Styles, English, out var figure)
        && Math.Abs(figure) < Most
        && decimal.Round(figure, MostPlaces) == figure
            ? figure
            : null;

    /// <summary>The whole number, or nothing where the text is none: "1,340" is one, "12%" and "3.5" are not.</summary>
    public static int? ReadWhole(string text) =>
        HasCommasInPlace(text)
        && int.TryParse(text, Styles & ~NumberStyles.AllowDecimalPoint, English, out var number)
            ? number
            : null;

    // Elsewhere "12,5" is twelve and a half; the framework would take it for 125.
    private static bool HasCommasInPlace(string text) =>
        !text.Contains(',', StringComparison.Ordinal) || Thousands().IsMatch(text);

    [GeneratedRegex(
        @"^[^0-9,.]*[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])[^,]*\z",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Thousands();

    /// <summary>The pence of "£1,250", "1250.50" or "12k"; nothing where the text is no amount of whole pence.</summary>
    public static long? ReadPence(string text)
    {
        var bare = text.Trim().TrimStart('£');
        var isThousands = bare.EndsWith("k", StringComparison.OrdinalIgnoreCase);
        var pence = Read(isThousands ? bare[..^1] : bare) * (isThousands ? 100_000 : 100);
        return pence >= 0 && decimal.Truncate(pence.Value) == pence ? (long)pence : null;
    }

    /// <summary>For example "1,250" or "3.5".</summary>
    public static string Words(decimal figure) => figure.ToString("#,0.####", English);

    /// <summary>For example "£1,250" or "£99.50".</summary>
    public static string Money(long pence) =>
        (pence / 100m).ToString(pence % 100 == 0 ? "£#,0" : "£#,0.00", English);

    internal static Task BindAsync<T>(
        ModelBindingContext context,
        Func<string, T?> read,
        string otherwise
    )
        where T : struct
    {
        var posted = context.ValueProvider.GetValue(context.ModelName);
        if (posted == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }
        context.ModelState.SetModelValue(context.ModelName, posted);
        var text = posted.FirstValue ?? "";
        var value = read(text);
        var name =
            FieldAttribute.Of(context.ModelMetadata)?.MessageName
            ?? context.ModelMetadata.GetDisplayName();
        Binding.Finish(
            context,
            value,
            string.IsNullOrWhiteSpace(text) || value is not null ? null : $"{name} {otherwise}"
        );
        return Task.CompletedTask;
    }
}
