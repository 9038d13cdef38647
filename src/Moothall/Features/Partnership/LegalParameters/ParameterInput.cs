using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.LegalParameters;

/// <summary>A new value of a number that law or the terms set, from a date.</summary>
public sealed class ParameterInput
{
    [Field(
        "Number",
        Limit = 10,
        Width = 5,
        Kind = FieldKind.Number,
        Hint = "Leave empty where the rule is an event and not a period."
    )]
    public string Value { get; set; } = "";

    [Field(
        "Unit",
        Limit = 40,
        Width = 20,
        Conditional = true,
        Hint = "For example, days or months."
    )]
    public string Unit { get; set; } = "";

    [Field("The rule as people say it", Limit = 200, Required = "Enter the rule as people say it")]
    public string Words { get; set; } = "";

    [Field(
        "Source",
        Limit = 300,
        Required = "Enter where this is said",
        Hint = "The law, guidance or clause, so that someone else can find it."
    )]
    public string Source { get; set; } = "";

    [Field("How sure this is", Required = "Choose how sure this is")]
    public LegalConfidence? Confidence { get; set; }

    [Field(
        "First day on which it applies",
        Name = "The first day",
        Required = "Enter the first day on which it applies"
    )]
    public DateOnly? EffectiveFrom { get; set; }
}
