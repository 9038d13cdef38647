using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Actions;

/// <summary>
/// A line of an action's history: what was changed about the action itself, apart from what is reported on it. Whoever sees the
/// action reads it, so it says nothing of its case.
/// </summary>
public sealed class ActionChange : Record, IPersonalRecord
{
    public required Guid ActionId { get; init; }
    public required DateTime At { get; init; }
    public required string ByName { get; init; }
    public required string Text { get; init; }

    /// <inheritdoc/>
    public (string Kind, Guid Id) ShownAs => ("Action", ActionId);
}
