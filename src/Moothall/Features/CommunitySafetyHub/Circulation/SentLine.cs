using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>An action or a case that a sent paper told of, so that what exactly went is known and only who may see all of it opens it again.</summary>
public sealed class SentLine : Record
{
    public required Guid AttemptId { get; init; }
    public Guid? ActionId { get; init; }
    public Guid? CaseId { get; init; }
}
