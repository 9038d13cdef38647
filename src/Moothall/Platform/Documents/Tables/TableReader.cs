using System.Globalization;
using System.IO.Compression;

namespace Moothall.Platform.Documents.Tables;

/// <summary>
/// Reads the tables of a spreadsheet (.xlsx), a file of separated values (.csv) or a Word document (.docx) into one model.
/// Everything passes the upload inspection first; what is hostile, damaged, enormous or locked is refused with the reason.
/// </summary>
public static class TableReader
{
    /// <summary>Largest file read as tables, in bytes: 10 MB. A hub's list of ten years is far smaller.</summary>
    public const long LargestFile = 10 * 1024 * 1024;

    /// <summary>Most rows read from one table.</summary>
    public const int MostRows = 20_000;

    /// <summary>Most columns read from one table.</summary>
    public const int MostColumns = 200;

    /// <summary>Most tables read from one file.</summary>
    public const int MostTables = 200;

    /// <summary>After so many blank rows a sheet is taken to have ended; spreadsheets keep formatting far below their data.</summary>
    internal const int BlankRowsAtTheEnd = 1000;

    /// <summary>What can be read, for the hint beside a field.</summary>
    public const string AcceptedKinds = "Excel (.xlsx), CSV (.csv) or Word (.docx)";

    // Readers keep all of a document in memory, so less may come out of it than out of a file that is only kept.
    private const long LargestExpanded = 60L * 1024 * 1024;

    private const int LongestDocument = 500_000;

    private const string Damaged =
        "This file is damaged and cannot be read. Open it, save it again under another name and bring that.";

    /// <summary>Longest text kept of one cell, in characters, the most that a spreadsheet cell can hold.</summary>
    internal const int LongestCell = 32_767;

    /// <summary>Reads the tables of a file.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="claimedName">Its name, as the person or the browser gave it.</param>
    public static ReadTables Read(byte[] content, string claimedName) =>
        Opened(
            content,
            claimedName,
            (kind, text, stream) =>
            {
                var tables =
                    TablesOf(kind, text, stream)
                    ?? throw new UnreadableTableException(
                        $"This file holds no tables that can be read. Bring {AcceptedKinds}."
                    );
                return new ReadTables(
                    tables,
                    kind,
                    FileNames.Clean(claimedName),
                    tables.Count == 0 ? "There is no table in this file." : ""
                );
            },
            ReadTables.Refuse
        );

    /// <summary>The tables of a workbook, of separated values or of a Word document; nothing where it is another kind of file.</summary>
    /// <param name="kind">The type found in the content.</param>
    /// <param name="text">The text, where it is one.</param>
    /// <param name="stream">The content.</param>
    /// <param name="leftOut">Takes what was hidden; nothing where hidden rows and columns are to be read.</param>
    internal static List<SheetTable>? TablesOf(
        string kind,
        string? text,
        MemoryStream stream,
        List<LeftOut>? leftOut = null
    ) =>
        kind == FileKind.Csv.ContentType ? CsvTables.Read(text!)
        : kind == FileKind.Excel.ContentType ? ExcelTables.Read(stream, leftOut)
        : kind == FileKind.Word.ContentType ? WordTableReader.Read(stream)
        : null;

    /// <summary>
    /// Inspects a file and reads it; what is hostile, damaged, enormous or locked is refused. Text comes as text, whatever letters
    /// it was saved in, and packed documents only where they unpack to what can be read at once.
    /// </summary>
    internal static T Opened<T>(
        byte[] content,
        string claimedName,
        Func<string, string?, MemoryStream, T> read,
        Func<string, T> refuse
    )
    {
        var ending = FileNames.EndingOf(FileNames.Clean(claimedName));
        var isText = ending is ".csv" or ".tsv" or ".txt";
        if (content.Length > LargestFile)
        {
            return refuse(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"This file is larger than {LargestFile / (1024 * 1024)} MB. Bring it in in parts."
                )
            );
        }

        // The inspection knows text as UTF-8; older spreadsheets save it otherwise, so it is put into UTF-8 before it is looked at.
        var text = isText ? TextDecoding.Decode(content) : null;
        var looked = text is null ? content : System.Text.Encoding.UTF8.GetBytes(text);
        // The inspection knows tables by the usual ending.
        var name = isText ? Path.ChangeExtension(claimedName, ".csv") : claimedName;
        using var stream = new MemoryStream(looked, writable: false);
        var verdict = UploadInspector.Inspect(stream, name, LargestFile * 2);
        if (!verdict.Accepted)
        {
            return refuse(verdict.Reason);
        }

        try
        {
            var isPacked =
                verdict.ContentType == FileKind.Excel.ContentType
                || verdict.ContentType == FileKind.Word.ContentType;
            return read(verdict.ContentType, text, isPacked ? Small(stream) : stream);
        }
        catch (UnreadableTableException refused)
        {
            return refuse(refused.Message);
        }
        catch (Exception)
        {
            // A document made to trip its readers does so in ways no list is sure to name; each means the same to the person.
            return refuse(Damaged);
        }
    }

    /// <summary>Reads the words of a Word document, a paragraph or a row of a table a line; what cannot be read is refused with the reason.</summary>
    public static (string Text, string Refusal) ReadWords(byte[] content, string claimedName)
    {
        using var stream = new MemoryStream(content, writable: false);
        var verdict = UploadInspector.Inspect(stream, claimedName, LargestFile);
        if (!verdict.Accepted)
        {
            return ("", verdict.Reason);
        }

        if (verdict.ContentType != FileKind.Word.ContentType)
        {
            return ("", "Bring the minutes as a Word document (.docx).");
        }

        try
        {
            return (Clean(WordTableReader.Text(Small(stream)), LongestDocument), "");
        }
        catch (UnreadableTableException refused)
        {
            return ("", refused.Message);
        }
        catch (Exception)
        {
            return ("", Damaged);
        }
    }

    // The inspection has checked that each part expands to the length it declares.
    private static MemoryStream Small(MemoryStream stream)
    {
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
        {
            if (archive.Entries.Sum(entry => entry.Length) > LargestExpanded)
            {
                throw new UnreadableTableException(
                    "This file expands to more than can be read at once. Bring it in in parts."
                );
            }
        }

        stream.Position = 0;
        return stream;
    }

    /// <summary>Text of a cell: no characters that cannot be shown, line ends as one, and no longer than a cell can be.</summary>
    internal static string Clean(string text, int longest = LongestCell)
    {
        var kept = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (kept.Any(c => char.IsControl(c) && c is not ('\n' or '\t')))
        {
            kept = string.Concat(kept.Where(c => !char.IsControl(c) || c is '\n' or '\t'));
        }

        kept = Spelling.FoldedText.WellFormed(kept).Trim();
        return kept.Length > longest ? kept[..longest] : kept;
    }

    /// <summary>Refuses a table that has grown beyond what a person could check.</summary>
    internal static void Bound(int rows, string table)
    {
        if (rows > MostRows)
        {
            throw new UnreadableTableException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{table} has more than {MostRows:N0} rows. Bring it in in parts."
                )
            );
        }
    }
}
