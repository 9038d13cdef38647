using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;

namespace Moothall.Features.Account.SigningIn;

/// <summary>A counter of tries to sign in, kept under the hash of what it counts.</summary>
public sealed class SignInLimit : Record, IUnaudited
{
    /// <summary>Hash of the account and where the tries came from.</summary>
    public required string Key { get; init; }

    /// <summary>Hash of the account alone, so that an administrator can let it try again; empty for a counter of many accounts.</summary>
    public required string Account { get; init; }

    /// <summary>How many tries fill it.</summary>
    public required int Most { get; init; }

    /// <summary>Tries that have not been forgiven.</summary>
    public required int Tries { get; init; }

    /// <summary>When the counter starts again from nothing; while it is full, nobody is let try until then.</summary>
    public required DateTime Until { get; init; }
}

internal sealed class SignInLimitMapping : IEntityTypeConfiguration<SignInLimit>
{
    public void Configure(EntityTypeBuilder<SignInLimit> builder)
    {
        builder.HasIndex(limit => limit.Key).IsUnique();
        builder.HasIndex(limit => limit.Account);
    }
}
