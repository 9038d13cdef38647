using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Moothall.Platform.Ui;

/// <summary>Chooses how typed dates, times and declared texts are read.</summary>
internal sealed class BinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        if (type == typeof(DateOnly))
        {
            return new DateBinder();
        }
        if (type == typeof(TimeOnly))
        {
            return new TimeBinder();
        }
        if (type == typeof(int) && FieldAttribute.Of(context.Metadata) is not null)
        {
            return new WholeNumberBinder();
        }
        if (type == typeof(decimal))
        {
            return new FigureBinder();
        }
        if (type == typeof(long) && FieldAttribute.Of(context.Metadata)?.Kind == FieldKind.Money)
        {
            return new MoneyBinder();
        }
        return type == typeof(string) && FieldAttribute.Of(context.Metadata) is { } field
            ? new TextBinder(field)
            : null;
    }
}

/// <summary>Reads three boxes, or one text, as a date; what was typed stays for the page to show again.</summary>
internal sealed class DateBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        if (Typed(bindingContext) is not { } typed)
        {
            return Task.CompletedTask;
        }
        var field = FieldAttribute.Of(bindingContext.ModelMetadata);
        var reading = typed.Read(
            field?.MessageName ?? bindingContext.ModelMetadata.GetDisplayName()
        );
        Binding.Finish(bindingContext, reading.Date, reading.Problem);
        return Task.CompletedTask;
    }

    private static DateParts? Typed(ModelBindingContext context)
    {
        var whole = context.ValueProvider.GetValue(context.ModelName);
        if (whole != ValueProviderResult.None)
        {
            context.ModelState.SetModelValue(context.ModelName, whole);
            return DateParts.Split(whole.FirstValue ?? "");
        }
        var (day, month, year) = (Box(context, "Day"), Box(context, "Month"), Box(context, "Year"));
        return day is null && month is null && year is null
            ? null
            : new(day ?? "", month ?? "", year ?? "");
    }

    private static string? Box(ModelBindingContext context, string box)
    {
        var key = ModelNames.CreatePropertyModelName(context.ModelName, box);
        var value = context.ValueProvider.GetValue(key);
        if (value == ValueProviderResult.None)
        {
            return null;
        }
        context.ModelState.SetModelValue(key, value);
        // The box is no property, so nothing would ever validate it and the whole form would count as unchecked.
        context.ModelState.MarkFieldSkipped(key);
        return value.FirstValue;
    }
}

/// <summary>Reads a time of day.</summary>
internal sealed class TimeBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        var text = value.FirstValue ?? "";
        var time = TimeText.Read(text);
        var name = FieldAttribute.Of(bindingContext.ModelMetadata)?.MessageName;
        var problem =
            string.IsNullOrWhiteSpace(text) || time is not null
                ? null
                : $"{name ?? bindingContext.ModelMetadata.GetDisplayName()} must be a time, like 10:00 or 2:30pm";
        Binding.Finish(bindingContext, time, problem);
        return Task.CompletedTask;
    }
}

/// <summary>
/// Tidies a declared text without changing what it says: line breaks become one character, as the browser counts them,
/// and space at the ends goes. A tab in a single-line box, pasted from a spreadsheet, becomes a space.
/// </summary>
internal sealed class TextBinder(FieldAttribute field) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        var text = Tidy(value.FirstValue ?? "", field);
        var empty = text.Length == 0 && bindingContext.ModelMetadata.ConvertEmptyStringToNull;
        bindingContext.Result = ModelBindingResult.Success(empty ? null : text);
        return Task.CompletedTask;
    }

    internal static string Tidy(string text, FieldAttribute field)
    {
        if (field.Kind == FieldKind.Password)
        {
            return text;
        }
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return (field.Rows > 0 ? lines : lines.Replace('\t', ' ')).Trim();
    }
}

internal static class Binding
{
    /// <summary>Ends the reading of a value type: a problem, a value, or nothing where nothing is allowed.</summary>
    public static void Finish(ModelBindingContext context, object? value, string? problem)
    {
        if (problem is null && value is null && !context.ModelMetadata.IsReferenceOrNullableType)
        {
            problem = context.ModelMetadata.ModelBindingMessageProvider.ValueMustNotBeNullAccessor(
                ""
            );
        }
        if (problem is null)
        {
            context.Result = ModelBindingResult.Success(value);
            return;
        }
        context.ModelState.TryAddModelError(context.ModelName, problem);
        context.Result = ModelBindingResult.Failed();
    }
}
