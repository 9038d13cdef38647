using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Import;

/// <summary>A list that was brought in: what it was, who brought it, and what came of it.</summary>
public sealed class HubImport : Record
{
    public required Guid BodyId { get; init; }

    /// <summary>What people call it, for example <c>BRT-2026-K7QM</c>.</summary>
    public required string Reference { get; init; }
    public required ImportKind Kind { get; init; }
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file, so that the same one brought twice is noticed.</summary>
    public required string FileHash { get; init; }

    /// <summary>The account that brought it; nothing where the command did.</summary>
    public Guid? ById { get; init; }
    public required string ByName { get; init; }
    public required DateTime At { get; init; }
    public required int RowsRead { get; init; }
    public required int RowsWritten { get; init; }
    public required int RowsRefused { get; init; }
    public DateTime? UndoneAt { get; private set; }
    public string UndoneByName { get; private set; } = "";
    public string UndoneBecause { get; private set; } = "";

    /// <summary>Everything it wrote, so that all of it and nothing else can be taken away again.</summary>
    public List<ImportedRecord> Written { get; } = [];

    /// <summary>Marks it as taken back.</summary>
    public void Undo(string because, string byName, DateTime at) =>
        (UndoneBecause, UndoneByName, UndoneAt) = (because, byName, at);
}

/// <summary>A row that an import wrote, or what it was told of a column, for the next list with the same heading.</summary>
public sealed class ImportedRecord : Record
{
    /// <summary>The kind of what is remembered of a column: its heading is the name, what it is the place.</summary>
    public const string Column = "Column";

    public required Guid ImportId { get; init; }

    /// <summary>Name of the kind of row.</summary>
    public required string Kind { get; init; }
    public required Guid RecordId { get; init; }

    /// <summary>What a person calls it, where it is worked on by itself; empty for a part of another.</summary>
    public required string Name { get; init; }

    /// <summary>Where it stood in the file: "Sheet Cases, row 14".</summary>
    public required string Place { get; init; }
}

/// <summary>
/// A list being brought in: the file and the answers given so far, encrypted, for the person alone. It is no record yet and is
/// forgotten after a day.
/// </summary>
public sealed class ImportDraft : Record, IUnaudited
{
    public required Guid UserId { get; init; }
    public required Guid BodyId { get; init; }
    public required ImportKind Kind { get; init; }

    [Secret]
    public required byte[] Content { get; init; }

    [Secret]
    public required byte[] Answers { get; set; }
    public required DateTime SavedAt { get; init; }

    /// <summary>What became of it, once it is confirmed; its rows with faults can still be fetched until it is forgotten.</summary>
    public Guid? ImportId { get; set; }
}

/// <summary>
/// Minutes of a meeting held before the hub moved in: the paper as it was, with its date. They were brought in and not signed
/// here, which every page that shows them says.
/// </summary>
public sealed class PastMinutes : Record, IPersonalRecord
{
    public required Guid BodyId { get; init; }
    public required DateOnly HeldOn { get; init; }
    public required Guid FileId { get; init; }
    public required string FileName { get; init; }

    /// <summary>The words of the paper, encrypted with the partnership's keys, to be read without opening it.</summary>
    [Secret]
    public required byte[] Text { get; init; }
    public required string ByName { get; init; }
    public required DateTime BroughtAt { get; init; }

    /// <inheritdoc/>
    public (string Kind, Guid Id) ShownAs => ("PastMinutes", Id);
}

internal sealed class HubImportMapping
    : IEntityTypeConfiguration<HubImport>,
        IEntityTypeConfiguration<ImportedRecord>,
        IEntityTypeConfiguration<ImportDraft>,
        IEntityTypeConfiguration<PastMinutes>
{
    public void Configure(EntityTypeBuilder<HubImport> builder)
    {
        builder.HasIndex(import => import.Reference).IsUnique();
        builder.HasIndex(import => import.FileHash);
        builder
            .HasMany(import => import.Written)
            .WithOne()
            .HasForeignKey(written => written.ImportId);
    }

    public void Configure(EntityTypeBuilder<ImportedRecord> builder) =>
        builder.HasIndex(written => written.RecordId);

    public void Configure(EntityTypeBuilder<ImportDraft> builder) =>
        builder.HasIndex(draft => draft.UserId);

    public void Configure(EntityTypeBuilder<PastMinutes> builder)
    {
        builder.HasIndex(minutes => new { minutes.BodyId, minutes.HeldOn });
        builder
            .HasOne<Moothall.Platform.Documents.StoredFile>()
            .WithMany()
            .HasForeignKey(minutes => minutes.FileId);
    }
}
