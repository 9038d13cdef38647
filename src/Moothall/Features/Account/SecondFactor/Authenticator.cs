using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Account.SecondFactor;

/// <summary>A person's authenticator app. Without one nobody signs in. The secret is encrypted with keys kept outside the database (settled 31).</summary>
public sealed class Authenticator : Record
{
    public required Guid UserId { get; init; }

    /// <summary>The secret, encrypted for this person only.</summary>
    [Secret]
    public required byte[] SealedKey { get; init; }

    public required DateTime AddedAt { get; init; }

    /// <summary>The step whose code was used last; no code of it or an earlier one is taken again.</summary>
    public long LastStep { get; init; }
}

/// <summary>Encrypts and decrypts authenticator secrets. One person's encrypted secret is of no use in another's row.</summary>
public sealed class AuthenticatorKeys(IDataProtectionProvider protection)
{
    /// <summary>Encrypts a secret.</summary>
    public byte[] Seal(Guid userId, byte[] key) => For(userId).Protect(key);

    /// <summary>Decrypts a secret.</summary>
    public byte[] Open(Guid userId, byte[] sealedKey) => For(userId).Unprotect(sealedKey);

    private IDataProtector For(Guid userId) =>
        protection.CreateProtector("Moothall.Account.Authenticator", userId.ToString());
}

internal sealed class AuthenticatorMapping : IEntityTypeConfiguration<Authenticator>
{
    public void Configure(EntityTypeBuilder<Authenticator> builder)
    {
        builder.HasIndex(authenticator => authenticator.UserId).IsUnique();
        builder.HasOne<User>().WithMany().HasForeignKey(authenticator => authenticator.UserId);
    }
}
