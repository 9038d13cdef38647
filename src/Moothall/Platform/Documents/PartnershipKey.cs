using System.Security.Cryptography;
using System.Text;

namespace Moothall.Platform.Documents;

/// <summary>
/// The partnership's own key, kept in a file outside the database so that neither the database nor its backup
/// alone opens anything. It wraps the keys of files and seals small secrets (drafts, file passwords).
/// The key file has one key a line: the first seals, all open, so a key is replaced by writing a new first line.
/// </summary>
public sealed class PartnershipKey
{
    private const string Prefix = "moothall-key-1:";
    private const int KeyBytes = 32;
    private const int KeyIdBytes = 8;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly List<(byte[] Id, byte[] Key)> keys;

    private PartnershipKey(IEnumerable<byte[]> keys) =>
        this.keys = keys.Select(key => (SHA256.HashData(key)[..KeyIdBytes], key)).ToList();

    /// <summary>Reads the key file.</summary>
    /// <exception cref="InvalidOperationException">The file is not there, is readable by others, or is not a key file.</exception>
    public static PartnershipKey Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new InvalidOperationException(
                $"The partnership's key file {path} is missing. Restore it from its safe copy: what is encrypted cannot be read without it."
            );
        }

        PrivateFiles.RefuseIfOthersMayRead(path);
        var read = File.ReadLines(path)
            .Where(line => line.Length > 0)
            .Select(line => Parse(line, path))
            .ToList();
        return read.Count > 0
            ? new PartnershipKey(read)
            : throw new InvalidOperationException($"The key file {path} holds no key.");
    }

    /// <summary>Makes a new key, readable by the account of the application only; a key that is already there is left as it is.</summary>
    public static PartnershipKey LoadOrCreate(string path)
    {
        PrivateFiles.CreateOnce(path, NewFile);
        return Load(path);
    }

    /// <summary>Encrypts a small secret. <paramref name="purpose"/> separates kinds of secret; <paramref name="context"/> ties it to its row, so that a value copied to another row does not open.</summary>
    public byte[] Seal(string purpose, string context, ReadOnlySpan<byte> secret)
    {
        var (id, key) = keys[0];
        var sealedBytes = new byte[KeyIdBytes + NonceBytes + secret.Length + TagBytes];
        id.CopyTo(sealedBytes, 0);
        var nonce = sealedBytes.AsSpan(KeyIdBytes, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = CipherFor(key, purpose);
        cipher.Encrypt(
            nonce,
            secret,
            sealedBytes.AsSpan(KeyIdBytes + NonceBytes, secret.Length),
            sealedBytes.AsSpan(^TagBytes..),
            Encoding.UTF8.GetBytes(context)
        );
        return sealedBytes;
    }

    /// <summary>Opens what <see cref="Seal"/> made, given the same purpose and context.</summary>
    /// <exception cref="CryptographicException">It was changed, belongs elsewhere, or was sealed with a key that is not in the file.</exception>
    public byte[] Open(string purpose, string context, ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < KeyIdBytes + NonceBytes + TagBytes)
        {
            throw new CryptographicException("The sealed value is cut short.");
        }

        var id = sealedBytes[..KeyIdBytes];
        foreach (var (candidate, key) in keys)
        {
            if (id.SequenceEqual(candidate))
            {
                var secret = new byte[sealedBytes.Length - KeyIdBytes - NonceBytes - TagBytes];
                using var cipher = CipherFor(key, purpose);
                cipher.Decrypt(
                    sealedBytes.Slice(KeyIdBytes, NonceBytes),
                    sealedBytes[(KeyIdBytes + NonceBytes)..^TagBytes],
                    sealedBytes[^TagBytes..],
                    secret,
                    Encoding.UTF8.GetBytes(context)
                );
                return secret;
            }
        }

        throw new CryptographicException(
            "The value was sealed with a key that is not in the key file."
        );
    }

    private static AesGcm CipherFor(byte[] key, string purpose) =>
        new(
            HKDF.DeriveKey(
                HashAlgorithmName.SHA256,
                key,
                KeyBytes,
                info: Encoding.UTF8.GetBytes(purpose)
            ),
            TagBytes
        );

    private static byte[] Parse(string line, string path)
    {
        var key = new byte[KeyBytes];
        return
            line.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(line[Prefix.Length..].Trim(), key, out var written)
            && written == KeyBytes
            ? key
            : throw new InvalidOperationException(
                $"The key file {path} has a line that is not a key."
            );
    }

    private static byte[] NewFile() =>
        Encoding.ASCII.GetBytes(
            Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)) + "\n"
        );
}
