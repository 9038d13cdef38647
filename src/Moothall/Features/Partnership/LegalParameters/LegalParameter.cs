using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.LegalParameters;

/// <summary>A number that law, guidance or the terms of reference set, from a date, with its source: data, never a constant.</summary>
public sealed class LegalParameter : Record
{
    /// <summary>Name in the table of deadlines, for example <c>hub.max_duration</c>.</summary>
    public required string Key { get; init; }
    public required string Meaning { get; set; }

    /// <summary>The value as written, for example "60".</summary>
    public required string Value { get; set; }

    /// <summary>Unit of the value: minutes, days, months.</summary>
    public required string Unit { get; set; }
    public required string Source { get; set; }
    public required DateOnly EffectiveFrom { get; init; }
}
