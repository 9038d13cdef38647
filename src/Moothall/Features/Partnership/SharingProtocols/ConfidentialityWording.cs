using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.SharingProtocols;

/// <summary>A version of the confidentiality agreement. A signature shows which wording was signed; wording in use is never edited (S1-7.1).</summary>
public sealed class ConfidentialityWording : Record
{
    /// <summary>Counts the wordings from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The statements, one a line.</summary>
    public required string Statements { get; init; }

    /// <summary>First day on which meetings use it.</summary>
    public required DateOnly From { get; init; }
}
