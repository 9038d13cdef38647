using System.Globalization;
using System.Text;

namespace Moothall.Platform.Documents.Mail;

/// <summary>Reads a message as it travels over the Internet, and as most programs save it (.eml).</summary>
public static class MimeReader
{
    /// <summary>Reads it.</summary>
    /// <exception cref="UnreadableMailException">It is no message, or one made to do harm.</exception>
    public static MailMessage Read(byte[] message)
    {
        var root = MimePart.Parse(message);
        if (root.Headers.Count == 0)
        {
            throw new UnreadableMailException(
                "This is not an e-mail: it has no sender, date or subject."
            );
        }

        var (address, name) = MailAddresses.One([.. root.All("from")]);
        var (reply, _) = MailAddresses.One([.. root.All("reply-to")]);
        var content = new MailParts();
        content.Take(root, 0, inRelated: false);
        return new()
        {
            FromAddress = address,
            FromName = name,
            ReplyTo = reply == address ? "" : reply,
            Subject = Line(EncodedWords.Decode(root.Header("subject"))),
            SentAt = Date(root.Header("date")),
            MessageId = Line(root.Header("message-id")),
            Text = content.Words,
            Results = [.. root.All("authentication-results").Select(Line)],
            IsAutomatic = IsAutomatic(root),
            Files = content.Files,
            Remarks = content.Remarks,
        };
    }

    /// <summary>A header as one line that can be shown.</summary>
    internal static string Line(string text)
    {
        var line = new StringBuilder();
        foreach (var letter in text.Length > 500 ? text[..500] : text)
        {
            line.Append(char.IsControl(letter) ? ' ' : letter);
        }

        return line.ToString().Trim();
    }

    /// <summary>A date as messages write it (RFC 5322), in UTC.</summary>
    internal static DateTime? Date(string header)
    {
        var text = header.Split('(')[0].Trim();
        return
            DateTimeOffset.TryParse(
                text.Replace(" UT", " GMT", StringComparison.Ordinal)
                    .Replace("GMTC", "GMT", StringComparison.Ordinal),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var date
            ) && date.Year is > 1980 and < 2200
            ? date.UtcDateTime
            : null;
    }

    private static bool IsAutomatic(MimePart root)
    {
        var auto = root.Header("auto-submitted");
        return (auto.Length > 0 && !auto.StartsWith("no", StringComparison.OrdinalIgnoreCase))
            || root.Header("precedence").ToLowerInvariant() is "bulk" or "list" or "junk"
            || root.Header("x-auto-response-suppress").Length > 0
            || root.Header("list-id").Length > 0
            || root.MediaType == "multipart/report";
    }
}
