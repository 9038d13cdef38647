using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Versions;

/// <summary>What one says when a version is kept.</summary>
public sealed class VersionDetails
{
    [Field(
        "What this version is",
        Limit = 200,
        Required = "Enter what this version is",
        Hint = "For example: as agreed by the board in March; revised for next year."
    )]
    public string Title { get; set; } = "";

    [Field(
        "The plan was revised for the year beginning in April",
        Kind = FieldKind.Number,
        Limit = 4,
        Width = 4,
        Hint = "The calendar year, where this version is the yearly revision. The law asks for one before each 1 April."
    )]
    public string RevisedFor { get; set; } = "";
}

/// <summary>A plan as it stood at one time, kept whole and never changed.</summary>
public sealed class PlanVersion : Record
{
    public required Guid PlanId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }
    public required string Title { get; init; }

    /// <summary>The year for which it is the revision: its first calendar year.</summary>
    public int? RevisedFor { get; init; }

    /// <summary>When it was kept, in UTC.</summary>
    public required DateTime At { get; init; }
    public required string ByName { get; init; }

    /// <summary>The plan, as <see cref="PlanCopy"/> in JSON.</summary>
    public required string Content { get; init; }

    /// <summary>The plan as it stood.</summary>
    public PlanCopy Read() =>
        JsonSerializer.Deserialize<PlanCopy>(Content)
        ?? throw new InvalidOperationException($"Version {Id} of a plan holds no plan.");

    /// <summary>Keeps a plan as it stands now. The caller saves.</summary>
    public static async Task<PlanVersion> KeepAsync(
        MoothallDb db,
        WholePlan whole,
        (string Title, int? RevisedFor) about,
        (DateTime At, string ByName) when,
        CancellationToken cancel
    )
    {
        var version = new PlanVersion
        {
            PlanId = whole.Plan.Id,
            Number =
                1
                + await db.Set<PlanVersion>()
                    .CountAsync(one => one.PlanId == whole.Plan.Id, cancel),
            Title = about.Title,
            RevisedFor = about.RevisedFor,
            At = when.At,
            ByName = when.ByName,
            Content = JsonSerializer.Serialize(PlanCopy.Of(whole)),
        };
        db.Add(version);
        return version;
    }
}

internal sealed class PlanVersionMapping : IEntityTypeConfiguration<PlanVersion>
{
    public void Configure(EntityTypeBuilder<PlanVersion> builder)
    {
        builder.HasIndex(one => new { one.PlanId, one.Number }).IsUnique();
        builder.HasOne<PartnershipPlan>().WithMany().HasForeignKey(one => one.PlanId);
    }
}
