using System.Globalization;
using Moothall.Platform.Documents;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>A list of cases as a table file. It carries no names; a case that is shut has its reference and title only.</summary>
public static class CaseCsv
{
    private static readonly string[] Heads =
    [
        "Reference",
        "Title",
        "Kind",
        "Topics",
        "Priorities",
        "Status",
        "Who may see it",
        "Opened",
        "Open actions",
        "Next meeting",
    ];

    /// <summary>The file, UTF-8 with the mark by which spreadsheets recognise it.</summary>
    public static byte[] Of(IEnumerable<CaseLine> lines)
    {
        var table = new CsvTable();
        Row(table, Heads);
        foreach (var line in lines)
        {
            Row(table, line.IsOpen ? Open(line) : [line.Case.Reference, line.Case.Title]);
        }

        return table.ToBytes();
    }

    private static string[] Open(CaseLine line) =>
        [
            line.Case.Reference,
            line.Case.Title,
            DisplayNames.Of(line.Case.Kind),
            string.Join("; ", line.Topics),
            string.Join("; ", line.Priorities),
            DisplayNames.Of(line.Case.Status),
            DisplayNames.Of(line.Case.Visibility),
            UkTime.Date(UkTime.DateOf(line.Case.OpenedAt)),
            line.OpenActions.ToString(CultureInfo.InvariantCulture),
            line.NextMeeting is { } next ? UkTime.Date(UkTime.DateOf(next)) : "",
        ];

    private static void Row(CsvTable table, string[] cells) =>
        table.Row(cells.Concat(Enumerable.Repeat("", Heads.Length - cells.Length)));
}
