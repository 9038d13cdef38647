namespace Moothall.Platform.Documents.Mail;

/// <summary>A file of a message that may be kept.</summary>
public sealed record CheckedFile(string Name, string ContentType, byte[] Content);

/// <summary>A message whose files have been looked into.</summary>
/// <param name="Message">What it says.</param>
/// <param name="Files">Those of its files that may be kept.</param>
/// <param name="Attached">The words of Word documents among them, each under its name; forms are often sent so.</param>
/// <param name="Remarks">What was left out and why, one sentence each.</param>
public sealed record TakenMessage(
    MailMessage Message,
    IReadOnlyList<CheckedFile> Files,
    string Attached,
    IReadOnlyList<string> Remarks
);

/// <summary>Reads what arrives, a message in either form or a Word document, by the same rules for files as uploads.</summary>
public static class MailIntake
{
    /// <summary>What may be dropped, for the hint beside the field.</summary>
    public const string AcceptedKinds = "saved e-mails (.eml, .msg) and Word documents (.docx)";

    /// <summary>Reads a message as the mailbox gave it.</summary>
    /// <exception cref="UnreadableMailException">It cannot be read; the sentence says why.</exception>
    public static TakenMessage ReadMail(byte[] message, long largestFile) =>
        Guarded(() => Check(MimeReader.Read(message), largestFile));

    /// <summary>Reads a file that a person dropped, by what it is and not by what it is called.</summary>
    /// <exception cref="UnreadableMailException">It cannot be read or is of another kind; the sentence says why.</exception>
    public static TakenMessage ReadFile(byte[] content, string name, long largestFile) =>
        Guarded(() => ReadAny(content, name, largestFile));

    // A message made to trip its readers does so in ways no list is sure to name; each means the same to the person.
    private static TakenMessage Guarded(Func<TakenMessage> read)
    {
        try
        {
            return read();
        }
        catch (Exception problem) when (problem is not UnreadableMailException)
        {
            throw new UnreadableMailException("This message is damaged and could not be read.");
        }
    }

    private static TakenMessage ReadAny(byte[] content, string name, long largestFile)
    {
        if (FileNames.EndingOf(name) is not (".eml" or ".msg" or ".docx"))
        {
            throw new UnreadableMailException($"Only {AcceptedKinds} can be added here.");
        }

        using var stream = new MemoryStream(content, writable: false);
        var verdict = UploadInspector.Inspect(stream, name, largestFile);
        if (!verdict.Accepted)
        {
            throw new UnreadableMailException(verdict.Reason);
        }

        if (verdict.ContentType == FileKind.Email.ContentType)
        {
            return Check(MimeReader.Read(content), largestFile);
        }

        if (verdict.ContentType == FileKind.OutlookEmail.ContentType)
        {
            return Check(OutlookReader.Read(content), largestFile);
        }

        if (verdict.ContentType != FileKind.Word.ContentType)
        {
            throw new UnreadableMailException($"Only {AcceptedKinds} can be added here.");
        }

        var words = WordReader.Read(stream);
        return new(
            new() { Subject = Path.GetFileNameWithoutExtension(verdict.FileName), Text = words },
            [new(verdict.FileName, verdict.ContentType, content)],
            "",
            []
        );
    }

    private static TakenMessage Check(MailMessage message, long largestFile)
    {
        var files = new List<CheckedFile>();
        var remarks = message.Remarks.ToList();
        var attached = new List<string>();
        foreach (var file in message.Files)
        {
            using var stream = new MemoryStream(file.Content, writable: false);
            var verdict = UploadInspector.Inspect(stream, file.Name, largestFile);
            if (!verdict.Accepted)
            {
                remarks.Add($"“{FileNames.Clean(file.Name)}” was left out. {verdict.Reason}");
                continue;
            }

            files.Add(new(verdict.FileName, verdict.ContentType, file.Content));
            if (verdict.ContentType == FileKind.Word.ContentType)
            {
                attached.AddRange(WordsOf(stream, verdict.FileName));
            }
        }

        var words = string.Join("\n\n", attached);
        return new(
            message,
            files,
            words[..Math.Min(words.Length, MailLimits.LongestText)],
            remarks
        );
    }

    // A document whose words cannot be read is still a document that a person may open.
    private static IEnumerable<string> WordsOf(Stream document, string name)
    {
        try
        {
            return [$"{name}\n{WordReader.Read(document)}"];
        }
        catch (UnreadableMailException)
        {
            return [];
        }
    }
}
