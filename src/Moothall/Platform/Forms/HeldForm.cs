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
                var kept = await KeepAsync(owner, request.Path, form);
                back = QueryHelpers.AddQueryString(back, Parameter, kept.ToString());
            }
        }

        return QueryHelpers.AddQueryString("/Account/SignIn", "returnUrl", back);
    }

    /// <summary>Keeps a form for a person, to be shown to them on one page; the answer is the identifier it is found by.</summary>
    public async Task<Guid> KeepAsync(Guid owner, string path, IFormCollection form)
    {
        var kept = new HeldForm
        {
            OwnerId = owner,
            Path = path,
            Values = posted.Protect(form),
            HeldAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Add(kept);
        await db.SaveChangesAsync();
        return kept.Id;
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

    /// <summary>The kept form of this person and page, taken out of keeping: whoever asks puts it somewhere lasting with the same save.</summary>
    public async Task<HeldForm?> TakeAsync(Guid id, Guid userId, string path)
    {
        var since = clock.GetUtcNow().UtcDateTime - KeptFor;
        var kept = await db.Set<HeldForm>()
            .SingleOrDefaultAsync(form =>
                form.Id == id && form.OwnerId == userId && form.Path == path && form.HeldAt > since
            );
        if (kept is not null)
        {
            db.Remove(kept);
        }

        return kept;
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
