using System.Text;

namespace Moothall.Platform.Documents.Tables;

/// <summary>
/// Reads separated values as people save them (RFC 4180 and what programs make of it): commas, semicolons or tabs, line ends
/// inside quotation marks, and a quotation mark in the middle of a cell, which is just one: people type 6" nails.
/// </summary>
internal static class CsvTables
{
    private static readonly char[] Separators = [',', ';', '\t', '|'];
    private const int LookedAt = 64 * 1024;

    public static List<SheetTable> Read(string text)
    {
        var rows = new List<SheetRow>();
        var blank = 0;
        foreach (var record in Records(text, Separator(text)))
        {
            var cells = record
                .Take(TableReader.MostColumns)
                .Select(cell => new SheetCell(CsvCells.Unescape(TableReader.Clean(cell))))
                .ToList();
            var number = rows.Count + 1;
            rows.Add(new($"Row {number}", number, cells));
            blank = cells.TrueForAll(cell => cell.IsBlank) ? blank + 1 : 0;
            TableReader.Bound(rows.Count - blank, "The file");
            if (blank >= TableReader.BlankRowsAtTheEnd)
            {
                break;
            }
        }

        rows.RemoveRange(rows.Count - blank, blank);
        return rows.Count == 0 ? [] : [SheetTable.Of("The file", rows)];
    }

    /// <summary>The records one after the other, each with its cells.</summary>
    internal static IEnumerable<List<string>> Records(string text, char separator)
    {
        var (record, cell, quoted, wasQuoted) = (
            new List<string>(),
            new StringBuilder(),
            false,
            false
        );
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            var next = at + 1 < text.Length ? text[at + 1] : '\n';
            if (quoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (next == '"')
                {
                    cell.Append('"');
                    at++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"' && cell.Length == 0 && !wasQuoted)
            {
                (quoted, wasQuoted) = (true, true);
            }
            else if (c == separator)
            {
                Take();
            }
            else if (c is '\n' or '\r')
            {
                if (c == '\r' && next == '\n')
                {
                    at++;
                }

                Take();
                yield return record;
                record = [];
            }
            else
            {
                cell.Append(c);
            }
        }

        if (cell.Length > 0 || record.Count > 0 || wasQuoted)
        {
            Take();
            yield return record;
        }

        void Take()
        {
            record.Add(cell.ToString());
            cell.Clear();
            wasQuoted = false;
        }
    }

    /// <summary>The separator that stands oftest in the first lines, outside quotation marks.</summary>
    internal static char Separator(string text)
    {
        var counts = new Dictionary<char, int>();
        var (quoted, lines) = (false, 0);
        foreach (var c in text.Take(LookedAt))
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c == '\n' && ++lines > 20)
            {
                break;
            }
            else if (!quoted && Separators.Contains(c))
            {
                counts[c] = counts.GetValueOrDefault(c) + 1;
            }
        }

        return counts.Count == 0 ? ',' : counts.MaxBy(pair => pair.Value).Key;
    }
}
