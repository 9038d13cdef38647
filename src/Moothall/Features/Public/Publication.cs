using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Features.Public.Publishing;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Ui;

namespace Moothall.Features.Public;

/// <summary>What is published, in the order in which visitors look for it.</summary>
public enum PublicationKind
{
    [Display(Name = "Summary of the plan")]
    PlanSummary,

    [Display(Name = "The plan")]
    Plan,

    [Display(Name = "Progress of the plan")]
    PlanProgress,

    [Display(Name = "Annual report")]
    AnnualReport,

    [Display(Name = "Report to scrutiny")]
    ScrutinyReport,

    [Display(Name = "Terms of reference")]
    Terms,

    [Display(Name = "Agenda")]
    Agenda,

    [Display(Name = "Document")]
    Document,

    [Display(Name = "What is on")]
    Calendar,
}

/// <summary>
/// A page for everybody. One person prepares it, another looks at exactly that and publishes it; what replaces it or withdraws it
/// leaves a trace that visitors see.
/// </summary>
public sealed class Publication : Record
{
    public required PublicationKind Kind { get; init; }

    /// <summary>What it was made of; never shown to visitors.</summary>
    public required Guid SubjectId { get; init; }
    public required string Title { get; init; }

    /// <summary>The page, as <see cref="PublishedContent"/> in JSON.</summary>
    public required string Content { get; init; }

    /// <summary>A file that is given with it, as it was kept; nothing where there is none.</summary>
    public Guid? FileId { get; init; }
    public StoredFile? File { get; init; }

    /// <summary>When it was prepared, in UTC.</summary>
    public required DateTime PreparedAt { get; init; }
    public required Guid PreparedById { get; init; }
    public required string PreparedByName { get; init; }

    /// <summary>When it was published, in UTC; nothing for a draft.</summary>
    public DateTime? PublishedAt { get; private set; }
    public string PublishedByName { get; private set; } = "";

    /// <summary>When a later one took its place, in UTC.</summary>
    public DateTime? ReplacedAt { get; private set; }

    /// <summary>When it was withdrawn, in UTC.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>What visitors read in its place.</summary>
    public string WithdrawnBecause { get; private set; } = "";

    /// <summary>What visitors read as its title: of one that was withdrawn, only what kind of page it was.</summary>
    public string PublicTitle => WithdrawnAt is null ? Title : DisplayNames.Of(Kind);

    /// <summary>Whether it is what visitors should read today.</summary>
    public bool IsCurrent => PublishedAt is not null && ReplacedAt is null && WithdrawnAt is null;

    /// <summary>The page.</summary>
    public PublishedContent Read() =>
        JsonSerializer.Deserialize<PublishedContent>(Content)
        ?? throw new InvalidOperationException($"Publication {Id} holds no page.");

    /// <summary>Whether a page that is made now would be the very same.</summary>
    public bool Says(SourcePage made) =>
        Title == made.Title
        && FileId == made.FileId
        && Content == JsonSerializer.Serialize(made.Content);

    /// <summary>Prepares a page. The caller saves.</summary>
    public static Publication Prepare(
        PublicationKind kind,
        Guid subjectId,
        string title,
        PublishedContent content,
        (Guid Id, string Name) by,
        DateTime now,
        Guid? fileId = null
    ) =>
        new()
        {
            Kind = kind,
            FileId = fileId,
            SubjectId = subjectId,
            Title = title,
            Content = JsonSerializer.Serialize(content),
            PreparedAt = now,
            PreparedById = by.Id,
            PreparedByName = by.Name,
        };

    /// <summary>Why a person may not publish it, or nothing.</summary>
    public string? MayNotPublish(Guid userId) =>
        PublishedAt is not null ? "It is published already."
        : userId == PreparedById ? "You prepared it. Somebody else looks at it and publishes it."
        : null;

    /// <summary>Publishes it in the place of what was published of the same thing.</summary>
    /// <returns>What stands in the way, in words, or nothing.</returns>
    public string? Publish(
        (Guid Id, string Name) by,
        IEnumerable<Publication> sameSubject,
        DateTime now
    )
    {
        if (MayNotPublish(by.Id) is { } problem)
        {
            return problem;
        }

        var others = sameSubject.ToList();
        if (others.Exists(one => one.WithdrawnAt is null && one.PreparedAt > PreparedAt))
        {
            return "The same was prepared again later. Publish that, and throw this draft away.";
        }

        foreach (var earlier in others.Where(one => one.IsCurrent))
        {
            earlier.ReplacedAt = now;
        }

        (PublishedAt, PublishedByName) = (now, by.Name);
        return null;
    }

    /// <summary>Takes it away at once; one person is enough to end a leak.</summary>
    /// <param name="because">What visitors read in its place.</param>
    /// <param name="now">Now in UTC.</param>
    public void Withdraw(string because, DateTime now) =>
        (WithdrawnAt, WithdrawnBecause) = WithdrawnAt is null
            ? (now, because)
            : (WithdrawnAt, WithdrawnBecause);
}

internal sealed class PublicationMapping : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> builder)
    {
        builder.Ignore(one => one.IsCurrent);
        builder.Ignore(one => one.PublicTitle);
        builder.HasIndex(one => new { one.Kind, one.SubjectId });
        builder.HasIndex(one => one.PublishedAt);
        builder.HasOne(one => one.File).WithMany().HasForeignKey(one => one.FileId);
    }
}
