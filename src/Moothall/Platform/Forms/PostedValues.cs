using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Primitives;

namespace Moothall.Platform.Forms;

/// <summary>The name–value pairs of a form as they were posted, to be kept encrypted and put back later (settled 21, 22).</summary>
public sealed class PostedValues(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector(
        "Moothall.Forms.PostedValues"
    );

    /// <summary>Encrypts what was typed; the form's own machinery (anti-forgery, keys) and files are left out.</summary>
    public byte[] Protect(IFormCollection form)
    {
        var values = form.Where(pair => !pair.Key.StartsWith('_'))
            .ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
        return protector.Protect(JsonSerializer.SerializeToUtf8Bytes(values));
    }

    /// <summary>Decrypts what was typed.</summary>
    public IReadOnlyDictionary<string, string?[]> Unprotect(byte[] kept) =>
        JsonSerializer.Deserialize<Dictionary<string, string?[]>>(protector.Unprotect(kept)) ?? [];

    /// <summary>Puts the values where the form's fields look first, so that any page refills without knowing.</summary>
    public void Refill(ModelStateDictionary state, byte[] kept)
    {
        foreach (var (name, values) in Unprotect(kept))
        {
            state.SetModelValue(name, new ValueProviderResult(new StringValues(values)));
        }
    }
}
