using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Documents;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

internal sealed class CirculationMapping
    : IEntityTypeConfiguration<CirculationCopy>,
        IEntityTypeConfiguration<SendingAttempt>,
        IEntityTypeConfiguration<SentLine>,
        IEntityTypeConfiguration<NotCirculated>,
        IEntityTypeConfiguration<FilePassword>,
        IEntityTypeConfiguration<PasswordGiving>,
        IEntityTypeConfiguration<AgreedRoute>
{
    public void Configure(EntityTypeBuilder<CirculationCopy> builder)
    {
        // One copy a person, however often and from however many windows a paper is circulated.
        builder.HasIndex(copy => new { copy.MinutesId, copy.UserId }).IsUnique();
        builder.HasIndex(copy => new { copy.SheetId, copy.UserId }).IsUnique();
        builder.HasIndex(copy => new { copy.Status, copy.NextAttemptAt });
        builder.HasMany(copy => copy.Attempts).WithOne().HasForeignKey(attempt => attempt.CopyId);
    }

    public void Configure(EntityTypeBuilder<SendingAttempt> builder)
    {
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(attempt => attempt.FileId);
        builder.HasOne<FilePassword>().WithMany().HasForeignKey(attempt => attempt.PasswordId);
    }

    public void Configure(EntityTypeBuilder<SentLine> builder) =>
        builder.HasIndex(line => line.AttemptId);

    public void Configure(EntityTypeBuilder<NotCirculated> builder) =>
        builder.HasIndex(one => one.MinutesId);

    public void Configure(EntityTypeBuilder<FilePassword> builder) =>
        builder.HasIndex(password => password.Month).IsUnique();

    public void Configure(EntityTypeBuilder<PasswordGiving> builder) =>
        builder.HasOne<FilePassword>().WithMany().HasForeignKey(giving => giving.PasswordId);

    public void Configure(EntityTypeBuilder<AgreedRoute> builder) =>
        builder.HasIndex(agreed => agreed.UserId);
}
