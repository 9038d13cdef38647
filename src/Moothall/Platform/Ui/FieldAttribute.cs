using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Moothall.Platform.Ui;

/// <summary>What is typed into a field, so that telephones show the right keyboard and obvious slips are named.</summary>
public enum FieldKind
{
    Text,
    Email,
    Telephone,

    /// <summary>A string of digits such as a code; a quantity is a property of type <see cref="int"/>.</summary>
    Number,

    /// <summary>An amount typed in pounds and kept in pence; the property is a <see cref="long"/>.</summary>
    Money,

    /// <summary>Never shown again once typed.</summary>
    Password,
}

/// <summary>
/// Says once, on a property of a <c>…Details</c> type, how a field is labelled, explained, limited and required. Form,
/// validation and summary list all read it. Lengths count characters as the browser's counter does, a line break as one.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute(string label) : ValidationAttribute
{
    /// <summary>The words beside the control.</summary>
    public string Label { get; } = label;

    /// <summary>The field's short name in error messages where the label is a question; the label otherwise.</summary>
    public string? Name { get; set; }

    /// <summary>Help shown under the label.</summary>
    public string? Hint { get; set; }

    /// <summary>The part of the help that explains it, where a hint is too short for that.</summary>
    public string? Help { get; set; }

    /// <summary>Most characters a text may have.</summary>
    public int Limit { get; set; } = 200;

    /// <summary>Lines of a text area; 0 for a single-line box.</summary>
    public int Rows { get; set; }

    /// <summary>What to say when nothing was given, for example "Enter a summary"; the field is optional without it.</summary>
    public string? Required { get; set; }

    /// <summary>The page itself decides when the field is needed, so it isn't called optional.</summary>
    public bool Conditional { get; set; }

    /// <summary>Width of the box in characters (2, 3, 4, 5, 10, 20 or 30); 0 for the full column.</summary>
    public int Width { get; set; }

    /// <summary>The browser's autocomplete token, for example <c>name</c> or <c>one-time-code</c>.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>What is typed.</summary>
    public FieldKind Kind { get; set; }

    /// <summary>Smallest number allowed.</summary>
    public int Least { get; set; } = int.MinValue;

    /// <summary>Largest number allowed.</summary>
    public int Most { get; set; } = int.MaxValue;

    /// <summary>How messages name the field.</summary>
    public string MessageName => Name ?? Label;

    /// <summary>The declaration on a bound property, if it has one.</summary>
    public static FieldAttribute? Of(ModelMetadata metadata) =>
        (metadata as DefaultModelMetadata)
            ?.Attributes.PropertyAttributes?.OfType<FieldAttribute>()
            .FirstOrDefault();

    /// <summary>What is wrong with a value, in words for the person who typed it; null when nothing is.</summary>
    public string? Problem(object? value) =>
        value switch
        {
            null or false or "" => Required,
            string text when string.IsNullOrWhiteSpace(text) => Required,
            string text => TextProblem(text),
            int number => NumberProblem(number),
            System.Collections.ICollection { Count: 0 } => Required,
            _ => null,
        };

    /// <inheritdoc />
    protected override ValidationResult? IsValid(
        object? value,
        ValidationContext validationContext
    ) =>
        Problem(value) is { } problem && !(value is false && IsAnswer(validationContext))
            ? new ValidationResult(
                problem,
                validationContext.MemberName is { } member ? [member] : null
            )
            : ValidationResult.Success;

    // Of a box that is to be ticked, "no" is nothing; where one chooses between yes and no, it is the answer.
    private static bool IsAnswer(ValidationContext context) =>
        context.MemberName is { } member
        && context.ObjectType.GetProperty(member)?.PropertyType == typeof(bool?);

    private string? TextProblem(string text)
    {
        if (UnseenCharacters.Problem(text, MessageName, manyLines: Rows > 0) is { } unseen)
        {
            return unseen;
        }
        if (text.Length > Limit)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{MessageName} must be {Limit:N0} characters or fewer. You have typed {text.Length:N0}."
            );
        }
        return Kind switch
        {
            FieldKind.Email when !TextShapes.LooksLikeEmail(text) =>
                $"{MessageName} must be an e-mail address, like name@example.gov.uk",
            FieldKind.Telephone when !TextShapes.LooksLikeTelephone(text) =>
                $"{MessageName} must be a telephone number, like 01632 960 001 or +44 808 157 0192",
            FieldKind.Number when !text.All(char.IsAsciiDigit) =>
                $"{MessageName} must be digits only",
            _ => null,
        };
    }

    private string? NumberProblem(int number)
    {
        if (number >= Least && number <= Most)
        {
            return null;
        }
        return (Least, Most) switch
        {
            (int.MinValue, _) => $"{MessageName} must be {Wording.Number(Most)} or less",
            (_, int.MaxValue) => $"{MessageName} must be {Wording.Number(Least)} or more",
            // Both of four digits: a year, which nobody writes with a comma.
            (>= 1000, <= 9999) => FormattableString.Invariant(
                $"{MessageName} must be between {Least} and {Most}"
            ),
            _ =>
                $"{MessageName} must be between {Wording.Number(Least)} and {Wording.Number(Most)}",
        };
    }
}
