using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Account.SecondFactor;

/// <summary>A code that stands in once for the authenticator app. Shown to its owner once; only a hash is kept.</summary>
public sealed class RecoveryCode : Record
{
    /// <summary>How many a person is given.</summary>
    public const int Count = 10;

    // Without I, L, O and U, which are read as 1, 1, 0 and V.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public required Guid UserId { get; init; }

    [Secret]
    public required byte[] Hash { get; init; }

    public DateTime? UsedAt { get; init; }

    /// <summary>Ten new codes as their owner sees them, and the rows to keep.</summary>
    public static (IReadOnlyList<string> Codes, IReadOnlyList<RecoveryCode> Rows) New(Guid userId)
    {
        var codes = Enumerable
            .Range(0, Count)
            .Select(_ =>
                string.Join(
                    '-',
                    Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4))
                )
            )
            .ToList();
        return (
            codes,
            [
                .. codes.Select(code => new RecoveryCode
                {
                    UserId = userId,
                    Hash = HashOf(userId, code),
                }),
            ]
        );
    }

    /// <summary>The hash a code is found by. The code has 80 random bits, so a plain hash cannot be searched.</summary>
    public static byte[] HashOf(Guid userId, string typed)
    {
        var plain = typed
            .ToUpperInvariant()
            .Replace('O', '0')
            .Replace('I', '1')
            .Replace('L', '1')
            .Where(char.IsAsciiLetterOrDigit);
        return SHA256.HashData([.. userId.ToByteArray(), .. Encoding.ASCII.GetBytes([.. plain])]);
    }
}

internal sealed class RecoveryCodeMapping : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.HasIndex(code => new { code.UserId, code.Hash }).IsUnique();
        builder.HasOne<User>().WithMany().HasForeignKey(code => code.UserId);
    }
}
