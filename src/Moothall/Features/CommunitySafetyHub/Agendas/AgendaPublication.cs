using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Agendas;

/// <summary>An agenda as it was published, kept so that the next publication shows its readers what changed.</summary>
public sealed class AgendaPublication : Record
{
    public required Guid MeetingId { get; init; }

    /// <summary>Counts the publications of the meeting's agenda from 1.</summary>
    public required int Number { get; init; }
    public required DateTime PublishedAt { get; init; }
    public required string ByName { get; init; }
    public List<PublishedItem> Items { get; } = [];
}

/// <summary>An item as it was published. Who may not see its case now does not see that it was there (settled 20).</summary>
public sealed class PublishedItem : Record, IPersonalRecord
{
    public required Guid PublicationId { get; init; }
    public required Guid ItemId { get; init; }
    public Guid? CaseId { get; init; }
    public required AgendaPart Part { get; init; }
    public required int Order { get; init; }
    public required string Title { get; init; }
    public required int Minutes { get; init; }

    /// <inheritdoc/>
    public (string Kind, Guid Id) ShownAs =>
        CaseId is { } caseId ? ("Case", caseId) : ("AgendaItem", ItemId);
}

internal sealed class AgendaPublicationMapping : IEntityTypeConfiguration<AgendaPublication>
{
    public void Configure(EntityTypeBuilder<AgendaPublication> builder)
    {
        builder
            .HasIndex(publication => new { publication.MeetingId, publication.Number })
            .IsUnique();
        builder
            .HasMany(publication => publication.Items)
            .WithOne()
            .HasForeignKey(item => item.PublicationId);
    }
}
