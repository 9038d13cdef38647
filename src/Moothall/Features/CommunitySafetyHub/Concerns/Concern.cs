using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Concerns;

/// <summary>A concern about a case or a member, raised with the Community Safety Manager (S1-6.8).</summary>
public sealed class Concern : Record, IPersonalRecord
{
    public Guid? CaseId { get; init; }
    public Guid? MembershipId { get; init; }
    public required Guid RaisedById { get; init; }
    public required string RaisedByName { get; init; }
    public required DateTime RaisedAt { get; init; }
    public required string Text { get; init; }
    public string Answer { get; set; } = "";
    public DateTime? AnsweredAt { get; set; }

    /// <inheritdoc/>
    public (string Kind, Guid Id) ShownAs =>
        CaseId is { } caseId ? ("Case", caseId) : ("Concern", Id);
}
