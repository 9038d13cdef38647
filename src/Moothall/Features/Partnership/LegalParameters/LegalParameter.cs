using System.ComponentModel.DataAnnotations;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.LegalParameters;

/// <summary>How sure the partnership may be of a number it did not set itself.</summary>
public enum LegalConfidence
{
    [Display(Name = "Read in the source")]
    Confirmed,

    [Display(Name = "Taken from a text about the source")]
    Secondary,

    [Display(Name = "Uncertain: check before relying on it")]
    Uncertain,

    [Display(Name = "Set by the partnership itself")]
    Local,
}

/// <summary>A number that law, guidance or the terms of reference set, from a date, with its source: data, never a constant.</summary>
public sealed class LegalParameter : Record
{
    /// <summary>Name in the table of deadlines, for example <c>hub.max_duration</c>.</summary>
    public required string Key { get; init; }
    public required string Meaning { get; set; }

    /// <summary>The value as written, for example "60"; empty where the rule is an event and not a period.</summary>
    public required string Value { get; set; }

    /// <summary>Unit of the value: minutes, days, months; empty where there is no value.</summary>
    public required string Unit { get; set; }

    /// <summary>The rule as people say it, for example "at 12:00 on the day before the meeting".</summary>
    public string Words { get; set; } = "";
    public required string Source { get; set; }
    public LegalConfidence Confidence { get; set; } = LegalConfidence.Confirmed;
    public required DateOnly EffectiveFrom { get; init; }
}
