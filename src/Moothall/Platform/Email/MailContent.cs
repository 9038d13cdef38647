using System.Globalization;
using System.Text;

namespace Moothall.Platform.Email;

/// <summary>Writes a message as it goes over the wire (RFC 5322 and 2045 to 2047), ASCII throughout.</summary>
public static class MailContent
{
    private const int LongestPlainLine = 900;
    private const int BytesInEncodedWord = 42;

    /// <summary>Headers and body, each line ended by CR LF, dots not yet doubled.</summary>
    /// <exception cref="ArgumentException">The message has a fault that <see cref="OutgoingMail.Fault"/> names.</exception>
    public static string Write(OutgoingMail mail, MailOptions options, DateTimeOffset now)
    {
        if (mail.Fault() is { } fault)
            throw new ArgumentException(fault, nameof(mail));

        var boundary = $"=_{mail.MessageId:n}";
        var content = new StringBuilder();
        Line(
            $"From: {Encoded(options.FromName, options.FromName.All(c => char.IsAsciiLetterOrDigit(c) || c == ' '))} <{options.FromAddress}>"
        );
        Line($"To: <{mail.To}>");
        Line(
            $"Subject: {Encoded(mail.Subject, IsPlain(mail.Subject) && !mail.Subject.Contains("=?", StringComparison.Ordinal))}"
        );
        Line(
            $"Date: {now.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture)}"
        );
        Line($"Message-ID: <{mail.MessageId:n}@{DomainOf(options.FromAddress)}>");
        // Out-of-office replies to a machine help nobody and may say too much.
        Line("Auto-Submitted: auto-generated");
        Line("X-Auto-Response-Suppress: All");
        Line("MIME-Version: 1.0");
        if (mail.Attachment is not { } file)
        {
            WriteText(mail.Text);
            return content.ToString();
        }

        Line($"Content-Type: multipart/mixed; boundary=\"{boundary}\"");
        Line("");
        Line($"--{boundary}");
        WriteText(mail.Text);
        Line($"--{boundary}");
        Line($"Content-Type: {file.ContentType}; name=\"{file.Name}\"");
        Line($"Content-Disposition: attachment; filename=\"{file.Name}\"");
        Line("Content-Transfer-Encoding: base64");
        Line("");
        Line(Convert.ToBase64String(file.Content.Span, Base64FormattingOptions.InsertLineBreaks));
        Line($"--{boundary}--");
        return content.ToString();

        void Line(string line) => content.Append(line).Append("\r\n");

        void WriteText(string text)
        {
            var lines = text.ReplaceLineEndings("\n").Split('\n');
            var plain = lines.All(line => line.Length <= LongestPlainLine && IsPlain(line));
            Line("Content-Type: text/plain; charset=utf-8");
            Line($"Content-Transfer-Encoding: {(plain ? "7bit" : "base64")}");
            Line("");
            var wire = string.Join("\r\n", lines);
            Line(
                plain
                    ? wire
                    : Convert.ToBase64String(
                        Encoding.UTF8.GetBytes(wire),
                        Base64FormattingOptions.InsertLineBreaks
                    )
            );
        }
    }

    private static bool IsPlain(string text) => text.All(c => c is >= ' ' and < '\u007f');

    /// <summary>The part of an address after the @.</summary>
    public static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];

    /// <summary>As it is where that is safe, otherwise as encoded words, broken between characters.</summary>
    private static string Encoded(string text, bool plain)
    {
        if (plain)
            return text;

        var words = new List<string>();
        var word = new List<byte>();
        foreach (var rune in text.EnumerateRunes())
        {
            if (word.Count + rune.Utf8SequenceLength > BytesInEncodedWord)
                End();
            word.AddRange(Encoding.UTF8.GetBytes(rune.ToString()));
        }

        End();
        return string.Join("\r\n ", words);

        void End()
        {
            words.Add($"=?utf-8?B?{Convert.ToBase64String([.. word])}?=");
            word.Clear();
        }
    }
}
