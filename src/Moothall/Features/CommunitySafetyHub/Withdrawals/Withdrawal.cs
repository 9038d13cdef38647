using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Withdrawals;

/// <summary>
/// That a member withdrew from the sharing protocol, or one who acts for it was withdrawn, on the day: everything is shut at
/// once, and what they hold on paper and in files is recalled (S1-4.2, S1-7.1c).
/// </summary>
public sealed class Withdrawal : Record
{
    public required Guid MembershipId { get; init; }
    public required string MemberName { get; init; }

    /// <summary>The person withdrawn; nothing where the whole member withdrew.</summary>
    public Guid? UserId { get; init; }
    public string PersonName { get; init; } = "";
    public required string Why { get; init; }
    public required DateTime At { get; init; }
    public required string ByName { get; init; }

    /// <summary>The last day that stood before, to be put back if the withdrawal is undone.</summary>
    public DateOnly? UntilBefore { get; init; }

    /// <summary>When it was undone, and by whom; nothing while it stands.</summary>
    public DateTime? UndoneAt { get; set; }
    public string UndoneByName { get; set; } = "";

    /// <summary>Who is withdrawn, in words.</summary>
    public string Who => UserId is null ? MemberName : $"{PersonName}, {MemberName}";
}

/// <summary>What became of something recalled.</summary>
public enum RecallOutcome
{
    [Display(Name = "Came back")]
    CameBack,

    [Display(Name = "Destroyed by them")]
    Destroyed,
}

/// <summary>That something recalled is back or destroyed: when, by what word, and who wrote it down.</summary>
public sealed class RecallTick : Record
{
    public required Guid WithdrawalId { get; init; }

    /// <summary>The paper copy, circulated copy or taken file that it ticks.</summary>
    public required Guid SubjectId { get; init; }
    public required string What { get; init; }
    public required RecallOutcome Outcome { get; init; }
    public required DateOnly On { get; init; }
    public required string ByName { get; init; }
    public required DateTime At { get; init; }
}

internal sealed class WithdrawalMapping
    : IEntityTypeConfiguration<Withdrawal>,
        IEntityTypeConfiguration<RecallTick>
{
    public void Configure(EntityTypeBuilder<Withdrawal> builder) =>
        builder.HasOne<HubMembership>().WithMany().HasForeignKey(one => one.MembershipId);

    public void Configure(EntityTypeBuilder<RecallTick> builder)
    {
        builder.HasIndex(tick => new { tick.WithdrawalId, tick.SubjectId }).IsUnique();
        builder.HasOne<Withdrawal>().WithMany().HasForeignKey(tick => tick.WithdrawalId);
    }
}
