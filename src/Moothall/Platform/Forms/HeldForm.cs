using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Data;

namespace Moothall.Platform.Forms;

/// <summary>A form that arrived after its session had ended, kept for the same person until they sign in again (settled 22).</summary>
public sealed class HeldForm : Record, IUnaudited
{
    public required Guid OwnerId { get; init; }
    public required string Path { get; init; }
    public required byte[] Values { get; init; }
    public required DateTime HeldAt { get; init; }
}

/// <summary>Keeps and gives back forms whose session ended while they were being filled in.</summary>
public sealed class HeldForms(
    MoothallDb db,
    PostedValues posted,
    IDataProtectionProvider protection,
    TimeProvider clock
)
{
    /// <summary>Name of the address parameter under which a page finds a kept form.</summary>
    public const string Parameter = "held";

    /// <summary>Name of the hidden field that says, sealed, whose form it is.</summary>
    public const string OwnerField = "_owner";

    private const int LargestForm = 2 * 1024 * 1024;

    /// <summary>How long a form is kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    private readonly IDataProtector protector = protection.CreateProtector("Moothall.Forms.Owner");

    /// <summary>The sealed owner for a form's hidden field.</summary>
    public string Seal(Guid userId) =>
        WebEncoders.Base64UrlEncode(protector.Protect(userId.ToByteArray()));

    /// <summary>Where to sign in, carrying the posted form where there is one; it is never sent again by itself.</summary>
    public async Task<string> SignInAddressAsync(HttpContext context)
    {
        var request = context.Request;
        var back = request.Path + request.QueryString;
        // Whoever posts here is nobody yet: only a form of text, and no larger than one.
        // Forms of an account hold passwords and codes, which are kept nowhere.
        if (
            HttpMethods.IsPost(request.Method)
            && !request.Path.StartsWithSegments("/Account", StringComparison.OrdinalIgnoreCase)
            && request.HasFormContentType
            && request.ContentLength is <= LargestForm
        )
        {
            var form = await request.ReadFormAsync();
            if (Owner(form[OwnerField].ToString()) is { } owner)
            {
                var kept = new HeldForm
                {
                    OwnerId = owner,
                    Path = request.Path,
                    Values = posted.Protect(form),
                    HeldAt = clock.GetUtcNow().UtcDateTime,
                };
                db.Add(kept);
                await db.SaveChangesAsync();
                back = QueryHelpers.AddQueryString(back, Parameter, kept.Id.ToString());
            }
        }

        return QueryHelpers.AddQueryString("/Account/SignIn", "returnUrl", back);
    }

    /// <summary>The kept values for this person and page, or nothing.</summary>
    public async Task<byte[]?> FindAsync(Guid id, Guid userId, string path)
    {
        var since = clock.GetUtcNow().UtcDateTime - KeptFor;
        var kept = await db.Set<HeldForm>()
            .AsNoTracking()
            .SingleOrDefaultAsync(form =>
                form.Id == id && form.OwnerId == userId && form.HeldAt > since
            );
        return kept?.Path == path ? kept.Values : null;
    }

    private Guid? Owner(string seal)
    {
        try
        {
            return new Guid(protector.Unprotect(WebEncoders.Base64UrlDecode(seal)));
        }
        catch (Exception fault)
            when (fault is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A fingerprint of what was typed, to tell a repeat from a different text under the same key.</summary>
    internal static string Fingerprint(IFormCollection form)
    {
        var text = new StringBuilder();
        foreach (
            var pair in form.Where(pair => !pair.Key.StartsWith('_'))
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
        )
        {
            text.Append(pair.Key).Append('=').Append(pair.Value.ToString()).Append('\n');
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
