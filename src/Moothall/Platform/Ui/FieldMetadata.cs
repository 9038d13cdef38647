using System.Reflection;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Moothall.Platform.Ui;

/// <summary>Hands the framework what <see cref="FieldAttribute"/> says: the name, what must be posted, and the words when it can't be read.</summary>
internal sealed class FieldMetadata
    : IBindingMetadataProvider,
        IDisplayMetadataProvider,
        IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        // A value that a page itself binds is else not looked at when it is empty, and its page would go on with nothing.
        if (
            context.PropertyAttributes?.OfType<FieldAttribute>().FirstOrDefault()?.Required
            is not null
        )
        {
            context.ValidationMetadata.IsRequired = true;
        }
    }

    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.PropertyAttributes?.OfType<FieldAttribute>().FirstOrDefault() is not { } field)
        {
            return;
        }
        context.DisplayMetadata.DisplayName = () => field.MessageName;
        // A text the code says is never null stays an empty text, as the column behind it expects.
        context.DisplayMetadata.ConvertEmptyStringToNull =
            context.Key.PropertyInfo is not { } property
            || property.PropertyType != typeof(string)
            || new NullabilityInfoContext().Create(property).WriteState
                == NullabilityState.Nullable;
    }

    public void CreateBindingMetadata(BindingMetadataProviderContext context)
    {
        if (context.PropertyAttributes?.OfType<FieldAttribute>().FirstOrDefault() is not { } field)
        {
            return;
        }
        var type = context.Key.ModelType;
        // Radios left alone post nothing at all; without this the first member would be taken for the answer.
        if (
            field.Required is not null
            && type.IsValueType
            && type != typeof(bool)
            && Nullable.GetUnderlyingType(type) is null
        )
        {
            context.BindingMetadata.IsBindingRequired = true;
        }
        context.BindingMetadata.ModelBindingMessageProvider = Messages(
            field,
            Nullable.GetUnderlyingType(type) ?? type
        );
    }

    private static DefaultModelBindingMessageProvider Messages(FieldAttribute field, Type type)
    {
        var messages = new DefaultModelBindingMessageProvider();
        var missing = field.Required ?? $"{field.MessageName} must be answered";
        var unreadable =
            type == typeof(int) || type == typeof(long)
                ? $"{field.MessageName} must be a whole number, like 3"
                : $"{field.MessageName}: choose one of the answers offered";
        PlainMessages.Set(messages);
        messages.SetMissingBindRequiredValueAccessor(_ => missing);
        messages.SetMissingKeyOrValueAccessor(() => missing);
        messages.SetValueMustNotBeNullAccessor(_ => missing);
        messages.SetValueIsInvalidAccessor(_ => unreadable);
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => unreadable);
        messages.SetUnknownValueIsInvalidAccessor(_ => unreadable);
        messages.SetValueMustBeANumberAccessor(_ => unreadable);
        return messages;
    }
}

/// <summary>What the framework says when a posted value can't be read, in plain English.</summary>
internal static class PlainMessages
{
    public static void Set(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor(
            (value, name) => $"{name}: “{value}” is not an answer this page knows"
        );
        messages.SetMissingBindRequiredValueAccessor(name => $"{name} must be answered");
        messages.SetMissingKeyOrValueAccessor(() => "This must be answered");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Nothing was sent. Try again.");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value =>
            $"“{value}” is not an answer this page knows"
        );
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() =>
            "That is not an answer this page knows"
        );
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Enter a number");
        messages.SetUnknownValueIsInvalidAccessor(name =>
            $"{name} is not an answer this page knows"
        );
        messages.SetValueIsInvalidAccessor(value => $"“{value}” is not an answer this page knows");
        messages.SetValueMustBeANumberAccessor(name => $"{name} must be a number");
        messages.SetValueMustNotBeNullAccessor(_ => "This must be answered");
    }
}
