using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.SharingProtocols;

/// <summary>A mail domain the partnership itself has found secure, with the evidence and the day to look again (settled 8, C1).</summary>
public sealed class SecureDomainEntry : Record
{
    /// <summary>Domain in ASCII without a leading dot, for example <c>wendleshire.police.example</c>.</summary>
    public required string Domain { get; init; }
    public required string Evidence { get; set; }
    public required DateOnly CheckedOn { get; set; }
    public required DateOnly ReviewOn { get; set; }
}
