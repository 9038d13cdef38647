using System.Security.Cryptography;
using System.Text;
using Moothall.Platform.Documents;

namespace Moothall.Platform.Backups;

/// <summary>
/// What opens every backup of a partnership: 32 letters and digits that a person can write down and read out. A copy lies in
/// the key folder, so that nightly backups need nobody; the other is kept elsewhere, for the day the server is gone.
/// </summary>
public sealed class RecoveryCode
{
    /// <summary>Name of the server's copy in the key folder.</summary>
    public const string FileName = "recovery.code";

    // Without I, L, O and U: what is written down by hand is read back right.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int SecretBytes = 18;
    private const int CheckBytes = 2;
    private const int BitsOfLetter = 5;
    private const int GroupLetters = 4;

    private readonly byte[] secret;

    private RecoveryCode(byte[] secret) => this.secret = secret;

    /// <summary>Makes a code that nobody can guess.</summary>
    public static RecoveryCode New() => new(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>Reads a code as people type it: small letters, spaces and the letters that look like digits are understood.</summary>
    /// <returns>The code; nothing where a letter is wrong or missing.</returns>
    public static RecoveryCode? Parse(string typed)
    {
        var letters = typed
            .ToUpperInvariant()
            .Where(char.IsAsciiLetterOrDigit)
            .Select(letter =>
                letter switch
                {
                    'O' => '0',
                    'I' or 'L' => '1',
                    _ => letter,
                }
            )
            .Select(letter => Alphabet.IndexOf(letter))
            .ToList();
        var bytes = new byte[SecretBytes + CheckBytes];
        if (letters.Count * BitsOfLetter != bytes.Length * 8 || letters.Contains(-1))
        {
            return null;
        }

        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var isSet = letters[bit / BitsOfLetter] >> (BitsOfLetter - 1 - bit % BitsOfLetter) & 1;
            bytes[bit / 8] |= (byte)(isSet << (7 - bit % 8));
        }

        var kept = bytes[..SecretBytes];
        return Check(kept).SequenceEqual(bytes[SecretBytes..]) ? new(kept) : null;
    }

    /// <summary>Reads the server's copy, which is made at the first backup.</summary>
    /// <returns>The code, and whether it is new and must be written down.</returns>
    public static (RecoveryCode Code, bool IsNew) LoadOrCreate(string keyFolder)
    {
        var path = Path.Combine(keyFolder, FileName);
        var isNew = PrivateFiles.CreateOnce(path, () => Encoding.ASCII.GetBytes($"{New()}\n"));
        PrivateFiles.RefuseIfOthersMayRead(path);
        var code =
            Parse(File.ReadAllText(path))
            ?? throw new BackupException(
                $"The file {path} holds no recovery code. Write the code into it that was written down, or move the file away to make another."
            );
        return (code, isNew);
    }

    /// <summary>Tells this code from others without telling anything about it.</summary>
    public byte[] Mark(int bytes) => Derive(bytes, [], "which code");

    /// <summary>The key of the one backup that has this salt.</summary>
    public byte[] KeyFor(byte[] salt) => Derive(FileChunks.KeyBytes, salt, "backup");

    /// <summary>The code in groups of four, to be written down.</summary>
    public override string ToString()
    {
        byte[] bytes = [.. secret, .. Check(secret)];
        var text = new StringBuilder();
        for (var letter = 0; letter < bytes.Length * 8 / BitsOfLetter; letter++)
        {
            if (letter > 0 && letter % GroupLetters == 0)
            {
                text.Append('-');
            }

            var value = 0;
            for (var bit = letter * BitsOfLetter; bit < (letter + 1) * BitsOfLetter; bit++)
            {
                value = value << 1 | bytes[bit / 8] >> (7 - bit % 8) & 1;
            }

            text.Append(Alphabet[value]);
        }

        return text.ToString();
    }

    private byte[] Derive(int bytes, byte[] salt, string purpose) =>
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            secret,
            bytes,
            salt,
            Encoding.ASCII.GetBytes(purpose)
        );

    private static byte[] Check(byte[] kept) => SHA256.HashData(kept)[..CheckBytes];
}
