using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;

namespace Moothall.Platform.Jobs;

/// <summary>Who may run a job now. Where several processes serve one database, one of them runs it at a time.</summary>
public sealed class JobLease : Record, IUnaudited
{
    public required string Name { get; init; }
    public required DateTime Until { get; set; }
}

internal sealed class JobLeaseMapping : IEntityTypeConfiguration<JobLease>
{
    public void Configure(EntityTypeBuilder<JobLease> builder) =>
        builder.HasIndex(lease => lease.Name).IsUnique();
}
