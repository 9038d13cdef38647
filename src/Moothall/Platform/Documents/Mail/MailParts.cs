using System.Text;

namespace Moothall.Platform.Documents.Mail;

/// <summary>Goes through the parts of a message: words are joined, files kept, everything else named in a remark.</summary>
internal sealed class MailParts
{
    private const string Wrapped =
        "The sender's Outlook wrapped its files in “winmail.dat”, which only Outlook opens. Ask the sender to send them again with the message as plain text or HTML.";

    private readonly StringBuilder words = new();
    private readonly List<MailFile> files = [];
    private readonly List<string> remarks = [];
    private int parts;
    private int pictures;

    public IReadOnlyList<MailFile> Files => files;

    public string Words => Fit(words.ToString());

    public IReadOnlyList<string> Remarks =>
        pictures == 0
            ? remarks
            :
            [
                .. remarks,
                pictures == 1
                    ? "A picture inside the text was left out."
                    : $"{pictures} pictures inside the text were left out.",
            ];

    public void Take(MimePart part, int depth, bool inRelated)
    {
        if (depth > MailLimits.Deepest || ++parts > MailLimits.MostParts)
        {
            throw MailLimits.TooNested;
        }

        if (part.MediaType.StartsWith("multipart/", StringComparison.Ordinal) && !IsFile(part))
        {
            TakeMany(part, depth);
        }
        else if (
            part.MediaType is "application/ms-tnef"
            || part.FileName.Equals("winmail.dat", StringComparison.OrdinalIgnoreCase)
        )
        {
            Remark(Wrapped);
        }
        else if (
            part.MediaType is "application/pkcs7-mime" or "application/x-pkcs7-mime"
            && !IsSigned(part)
        )
        {
            Remark("This message is encrypted for somebody's own program and cannot be read here.");
        }
        else if (
            part.MediaType
            is "application/pkcs7-signature"
                or "application/x-pkcs7-signature"
                or "application/pgp-signature"
        )
        {
            return;
        }
        else if (
            part.MediaType.StartsWith("image/", StringComparison.Ordinal)
            && inRelated
            && part.Disposition.Value != "attachment"
        )
        {
            pictures++;
        }
        else if (part.MediaType is "text/plain" or "text/html" && !IsFile(part))
        {
            AddWords(TextOf(part));
        }
        else
        {
            Keep(part);
        }
    }

    private void TakeMany(MimePart part, int depth)
    {
        var children = part.Children();
        if (children.Count == 0)
        {
            // A message cut off on its way, or one that only says it has parts: what there is, is read.
            AddWords(Charsets.Decode(part.Body.Span, ""));
            Remark("The parts of this message could not be told apart; it may have been cut off.");
            return;
        }

        switch (part.MediaType)
        {
            case "multipart/alternative":
                TakeAlternative(children, depth);
                break;
            case "multipart/encrypted":
                Remark(
                    "This message is encrypted for somebody's own program and cannot be read here."
                );
                break;
            default:
                foreach (var child in children)
                {
                    Take(child, depth + 1, inRelated: part.MediaType == "multipart/related");
                }

                break;
        }
    }

    // The same words in several forms: plain ones where they say anything, and files that hang on any of the forms.
    private void TakeAlternative(List<MimePart> children, int depth)
    {
        var plain = children.Find(child =>
            child.MediaType == "text/plain" && !IsFile(child) && TextOf(child).Trim().Length > 0
        );
        foreach (var child in children)
        {
            var isWords =
                child.MediaType
                is "text/plain"
                    or "text/html"
                    or "text/enriched"
                    or "text/x-amp-html";
            if (child.MediaType == "text/calendar")
            {
                Remark("An invitation to a calendar was left out.");
            }
            else if (plain is null || !isWords || child == plain)
            {
                TakeOther(child, depth, onlyFiles: plain is not null && child != plain);
            }
        }
    }

    private void TakeOther(MimePart child, int depth, bool onlyFiles)
    {
        var before = words.Length;
        Take(child, depth + 1, inRelated: false);
        if (onlyFiles)
        {
            words.Length = before;
        }
    }

    private void Keep(MimePart part)
    {
        if (files.Count == MailLimits.MostFiles)
        {
            Remark($"Only the first {MailLimits.MostFiles} files were taken.");
            return;
        }

        var content = part.Content();
        var name = part.FileName;
        if (part.MediaType == "message/rfc822")
        {
            var subject = MimeReader.Line(
                EncodedWords.Decode(MimePart.Parse(content).Header("subject"))
            );
            name = $"{(subject.Length == 0 ? "Message" : subject)}.eml";
        }
        else if (part.MediaType is "message/delivery-status" or "text/rfc822-headers")
        {
            AddWords(Charsets.Decode(content, ""));
            return;
        }

        if (content.Length == 0 && name.Length == 0)
        {
            return;
        }

        files.Add(new(MimeReader.Line(name.Length == 0 ? "File without a name" : name), content));
    }

    private void AddWords(string text)
    {
        if (text.Trim().Length == 0 || words.Length > MailLimits.LongestText)
        {
            return;
        }

        if (words.Length > 0)
        {
            words.Append("\n\n");
        }

        words.Append(text);
    }

    private string Fit(string text)
    {
        var clean = PlainText.ForXml(text).Trim();
        if (clean.Length <= MailLimits.LongestText)
        {
            return clean;
        }

        const string cut = "The text is so long that only its beginning is shown.";
        if (!remarks.Contains(cut))
        {
            remarks.Add(cut);
        }

        return clean[..MailLimits.LongestText];
    }

    private void Remark(string remark)
    {
        if (!remarks.Contains(remark))
        {
            remarks.Add(remark);
        }
    }

    private static string TextOf(MimePart part)
    {
        var text = Charsets.Decode(part.Content(), part.Type["charset"]);
        if (part.MediaType == "text/html")
        {
            return HtmlText.Read(text);
        }

        return part.Type["format"].Equals("flowed", StringComparison.OrdinalIgnoreCase)
            ? FlowedText.Read(
                text,
                part.Type["delsp"].Equals("yes", StringComparison.OrdinalIgnoreCase)
            )
            : HtmlText.Tidy(text);
    }

    private static bool IsFile(MimePart part) =>
        part.Disposition.Value == "attachment"
        || (part.FileName.Length > 0 && part.Disposition.Value != "inline");

    private static bool IsSigned(MimePart part) =>
        part.Type["smime-type"].Equals("signed-data", StringComparison.OrdinalIgnoreCase);
}
