using System.Text;

namespace Moothall.Platform.Email.Mailbox;

/// <summary>One answer of the server: its text, in which <c>{n}</c> stands where a literal followed, and those literals.</summary>
internal sealed record ImapAnswer(string Text, IReadOnlyList<byte[]> Literals);

/// <summary>All the server said to one command.</summary>
/// <param name="Status">OK, NO or BAD.</param>
/// <param name="Words">What it said beside.</param>
/// <param name="Untagged">What it said before.</param>
internal sealed record ImapReply(string Status, string Words, IReadOnlyList<ImapAnswer> Untagged)
{
    public bool IsGood => Status == "OK";

    /// <summary>The server's words as a user may be shown them.</summary>
    public string Shown => Words.Length > 200 ? Words[..200] : Words;

    /// <summary>What follows this word in the answers that begin with it: <c>* SEARCH 1 2</c>.</summary>
    public IEnumerable<string> After(string word) =>
        Untagged
            .Select(answer => answer.Text)
            .Where(text => text.StartsWith($"* {word}", StringComparison.OrdinalIgnoreCase))
            .Select(text => text[(2 + word.Length)..].Trim());

    /// <summary>The number after a code in square brackets, in any answer: <c>[UIDVALIDITY 7]</c>.</summary>
    public uint? Code(string name)
    {
        foreach (var text in Untagged.Select(answer => answer.Text))
        {
            var start = text.IndexOf($"[{name} ", StringComparison.OrdinalIgnoreCase);
            if (start < 0)
            {
                continue;
            }

            var number = text.AsSpan(start + name.Length + 2);
            var end = number.IndexOf(']');
            if (end > 0 && uint.TryParse(number[..end], out var found))
            {
                return found;
            }
        }

        return null;
    }
}

/// <summary>Texts as IMAP takes them.</summary>
internal static class ImapText
{
    /// <summary>A quoted string (RFC 3501): ASCII without line breaks.</summary>
    public static string Quoted(string text)
    {
        if (text.Any(c => c is < ' ' or > '~'))
        {
            throw new ArgumentException("Only plain letters can be quoted.", nameof(text));
        }

        return $"\"{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Name and password for the sign-in by PLAIN (RFC 4616), in any script.</summary>
    public static string Plain(string user, string password) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{user}\0{password}"));
}
