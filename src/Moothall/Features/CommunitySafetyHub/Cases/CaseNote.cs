using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>Something the Community Safety Team records in a case between meetings. Facts and opinion are kept apart (R14.7).</summary>
public sealed class CaseNote : Record, IPersonalRecord
{
    public required Guid CaseId { get; init; }
    public required Guid AuthorId { get; init; }
    public required string AuthorName { get; init; }
    public required DateTime At { get; init; }
    public required string Text { get; init; }
    public required bool IsOpinion { get; init; }

    /// <inheritdoc/>
    public (string Kind, Guid Id) ShownAs => ("Case", CaseId);
}
