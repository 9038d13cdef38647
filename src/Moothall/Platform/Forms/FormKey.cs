using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;

namespace Moothall.Platform.Forms;

/// <summary>A form's one-use key, written with what the form made: the same form sent twice makes one (settled 22).</summary>
public sealed class FormKey : Record, IUnaudited
{
    public required Guid UserId { get; init; }
    public required Guid Key { get; init; }

    /// <summary>Where the first sending led; a repeat leads there too.</summary>
    public required string Location { get; init; }

    /// <summary>Fingerprint of what the first sending said.</summary>
    public required string Fingerprint { get; init; }
    public required DateTime UsedAt { get; init; }
}

internal sealed class FormKeyMapping : IEntityTypeConfiguration<FormKey>
{
    public void Configure(EntityTypeBuilder<FormKey> builder) =>
        builder.HasIndex(key => new { key.UserId, key.Key }).IsUnique();
}
