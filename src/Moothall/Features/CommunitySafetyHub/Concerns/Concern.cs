using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Concerns;

/// <summary>A concern about a case or a member, raised with the Community Safety Manager (S1-6.8).</summary>
public sealed class Concern : Record, IPersonalRecord
{
    public Guid? CaseId { get; init; }
    public Guid? MembershipId { get; init; }

    /// <summary>Whether it challenges a decision of the hub: then it stands on the case's timeline with its answer (S1-5.8).</summary>
    public bool IsChallenge { get; init; }
    public required Guid RaisedById { get; init; }
    public required string RaisedByName { get; init; }
    public required DateTime RaisedAt { get; init; }
    public required string Text { get; init; }
    public string Answer { get; private set; } = "";
    public string AnsweredByName { get; private set; } = "";
    public DateTime? AnsweredAt { get; private set; }

    /// <inheritdoc/>
    public (string Kind, Guid Id) ShownAs =>
        CaseId is { } caseId ? ("Case", caseId) : ("Concern", Id);

    /// <summary>Answers it, once; what was answered stays.</summary>
    /// <returns>What is in the way, in words, or nothing.</returns>
    public string? Reply(string answer, DateTime at, string byName)
    {
        if (AnsweredAt is not null)
        {
            return $"{AnsweredByName} has answered this already. Your answer was not saved.";
        }

        (Answer, AnsweredAt, AnsweredByName) = (answer, at, byName);
        return null;
    }
}

internal sealed class ConcernMapping : IEntityTypeConfiguration<Concern>
{
    public void Configure(EntityTypeBuilder<Concern> builder)
    {
        builder.HasIndex(concern => concern.CaseId);
        builder.HasIndex(concern => new { concern.AnsweredAt, concern.RaisedAt });
        builder.HasOne<HubCase>().WithMany().HasForeignKey(concern => concern.CaseId);
    }
}
