namespace Moothall.Platform.Documents;

/// <summary>What was decided about an uploaded file: accepted with its true type and a clean name, or refused for a reason the person can act on.</summary>
/// <param name="Accepted">Whether it may be stored.</param>
/// <param name="ContentType">Type found in the content; empty if refused.</param>
/// <param name="FileName">Clean name to keep and give back; empty if refused.</param>
/// <param name="Reason">Why it was refused, in words for the person; empty if accepted.</param>
public sealed record UploadVerdict(
    bool Accepted,
    string ContentType,
    string FileName,
    string Reason
)
{
    internal static UploadVerdict Accept(string contentType, string fileName) =>
        new(true, contentType, fileName, "");

    internal static UploadVerdict Refuse(string reason) => new(false, "", "", reason);
}

/// <summary>A kind of file that may be attached.</summary>
/// <param name="Words">Its name in a sentence.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Endings">Endings a name of this kind may have; the first is the usual one.</param>
internal sealed record FileKind(string Words, string ContentType, params string[] Endings)
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    public static readonly FileKind Pdf = new("a PDF", "application/pdf", ".pdf");
    public static readonly FileKind Png = new("a PNG picture", "image/png", ".png");
    public static readonly FileKind Jpeg = new("a JPEG picture", "image/jpeg", ".jpg", ".jpeg");
    public static readonly FileKind Text = new("plain text", "text/plain", ".txt");
    public static readonly FileKind Csv = new("a CSV table", "text/csv", ".csv");
    public static readonly FileKind Word = new(
        "a Word document",
        Office + "wordprocessingml.document",
        ".docx"
    );
    public static readonly FileKind Excel = new(
        "an Excel workbook",
        Office + "spreadsheetml.sheet",
        ".xlsx"
    );
    public static readonly FileKind PowerPoint = new(
        "a PowerPoint presentation",
        Office + "presentationml.presentation",
        ".pptx"
    );
    public static readonly FileKind Email = new("an e-mail", "message/rfc822", ".eml");
    public static readonly FileKind OutlookEmail = new(
        "an Outlook e-mail",
        "application/vnd.ms-outlook",
        ".msg"
    );
}
