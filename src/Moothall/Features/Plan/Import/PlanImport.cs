using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;

namespace Moothall.Features.Plan.Import;

/// <summary>
/// A document from which a plan is or was brought in, kept with the answers to what was doubtful: they are the partnership's own
/// reading, and the next plan is read with them.
/// </summary>
public sealed class PlanImport : Record
{
    public required Guid FileId { get; init; }
    public required string FileName { get; init; }
    public required string ByName { get; init; }
    public required DateTime At { get; init; }

    /// <summary>The answers by the question's key, as one JSON object.</summary>
    public string Answers { get; private set; } = "{}";

    /// <summary>The plan that came of it; nothing while it is being looked at.</summary>
    public Guid? PlanId { get; set; }

    /// <summary>The answers.</summary>
    public IReadOnlyDictionary<string, string> Given() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Answers)!;

    /// <summary>Keeps more answers.</summary>
    public void Answer(IEnumerable<KeyValuePair<string, string>> given)
    {
        var all = new SortedDictionary<string, string>(
            Given().ToDictionary(),
            StringComparer.Ordinal
        );
        foreach (var (key, value) in given)
        {
            all[key] = value;
        }

        Answers = JsonSerializer.Serialize(all);
    }
}

internal sealed class PlanImportMapping : IEntityTypeConfiguration<PlanImport>
{
    public void Configure(EntityTypeBuilder<PlanImport> builder)
    {
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(one => one.FileId);
        builder.HasOne<PartnershipPlan>().WithMany().HasForeignKey(one => one.PlanId);
    }
}
