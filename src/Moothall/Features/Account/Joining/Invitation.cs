using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Account.Joining;

/// <summary>A link with which a person sets their password and authenticator, once, within seven days. Only its hash is kept.</summary>
public sealed class Invitation : Record
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public required Guid UserId { get; init; }

    [Secret]
    public required byte[] TokenHash { get; init; }

    public required DateTime ExpiresAt { get; set; }

    public DateTime? AcceptedAt { get; set; }
}

/// <summary>A link that was just made.</summary>
/// <param name="Path">Its address on this site; shown once, it cannot be found again.</param>
/// <param name="ExpiresAt">When it stops working, in UTC.</param>
public sealed record InvitationLink(string Path, DateTime ExpiresAt);

/// <summary>Makes and finds invitations.</summary>
public sealed class Invitations(MoothallDb db, TimeProvider clock)
{
    /// <summary>Makes a link for a person; earlier ones stop working.</summary>
    public async Task<InvitationLink> IssueAsync(Guid userId)
    {
        await WithdrawAsync(userId);
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var invitation = new Invitation
        {
            UserId = userId,
            TokenHash = HashOf(token),
            ExpiresAt = Now + Invitation.Life,
        };
        db.Add(invitation);
        await db.SaveChangesAsync();
        return new($"/Account/Invitation/{token}", invitation.ExpiresAt);
    }

    /// <summary>Stops every open link of a person.</summary>
    public async Task WithdrawAsync(Guid userId)
    {
        var now = Now;
        var open = await db.Set<Invitation>()
            .Where(one => one.UserId == userId && one.AcceptedAt == null && one.ExpiresAt > now)
            .ToListAsync();
        open.ForEach(one => one.ExpiresAt = now);
        await db.SaveChangesAsync();
    }

    /// <summary>The open invitation of a link with its person, or nothing.</summary>
    public async Task<(Invitation Invitation, User Person)?> FindAsync(string token)
    {
        var (hash, now) = (HashOf(token), Now);
        var found = await db.Set<Invitation>()
            .SingleOrDefaultAsync(one =>
                one.TokenHash == hash && one.AcceptedAt == null && one.ExpiresAt > now
            );
        var person = found is null
            ? null
            : await db.Set<User>()
                .SingleOrDefaultAsync(user => user.Id == found.UserId && user.LeftAt == null);
        return person is null ? null : (found!, person);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    // A token has 256 random bits, so a plain hash cannot be searched.
    internal static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.HasIndex(invitation => invitation.TokenHash).IsUnique();
        builder.HasIndex(invitation => invitation.UserId);
        builder.HasOne<User>().WithMany().HasForeignKey(invitation => invitation.UserId);
    }
}
