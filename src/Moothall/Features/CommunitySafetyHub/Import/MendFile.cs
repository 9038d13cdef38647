using Moothall.Features.CommunitySafetyHub.Import.Recognising;
using Moothall.Platform.Documents;

namespace Moothall.Features.CommunitySafetyHub.Import;

/// <summary>The rows that could not be brought in, with their own headings and what is wrong, to be mended and brought again.</summary>
public static class MendFile
{
    /// <summary>The file: one block of headings and rows for each table that has any. No cell of it runs in a spreadsheet.</summary>
    public static byte[] Of(IReadOnlyList<RefusedRow> refused)
    {
        var text = new CsvTable();
        foreach (var table in refused.GroupBy(one => one.Table))
        {
            var columns = Math.Max(
                table.Key.Header.Cells.Count,
                table.Max(one => one.Row.Cells.Count)
            );
            // A remark that came with the file is replaced by the new one.
            var kept = Enumerable
                .Range(0, columns)
                .Where(at => !table.Key.Of(ImportField.Remark).Any(column => column.Index == at))
                .ToList();
            text.Row(
                kept.Select(at => table.Key.Header.At(at).Text).Append(HeadingWords.ErrorHeading)
            );
            foreach (var one in table)
            {
                text.Row(
                    kept.Select(at => one.Row.At(at).Text).Append($"{one.Place}: {one.Reason}")
                );
            }
        }

        return text.ToBytes();
    }
}
