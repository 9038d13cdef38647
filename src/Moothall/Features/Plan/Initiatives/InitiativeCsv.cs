using System.Globalization;
using Moothall.Platform.Documents;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Initiatives;

/// <summary>A list of initiatives as a table file, a line each.</summary>
public static class InitiativeCsv
{
    private static readonly (string Head, Func<InitiativeLine, string> Value)[] Columns =
    [
        ("Title", line => line.Initiative.Details.Title),
        ("Kind", line => Wording.Of(line.Initiative.Details.Kind)),
        ("Status", line => DisplayNames.Of(line.Initiative.Status)),
        ("First day", line => Day(line.Initiative.Details.From)),
        ("Last day", line => Day(line.Initiative.Details.Until)),
        ("Lead organisation", line => line.Lead),
        ("Partners", line => line.PartnerWords),
        ("What is done", line => line.Initiative.Details.Done),
        ("Where", line => line.Initiative.Details.Where),
        ("Priorities", line => string.Join("; ", line.Priorities.Select(one => one.Name))),
        ("Output", line => Number(line.Initiative.Details.Output)),
        ("What was counted", line => line.Initiative.Details.Counted),
        ("People reached", line => Number(line.Initiative.Details.Reached)),
        ("Who they were", line => line.Initiative.Details.Who),
        ("Funders", line => Funders(line.Initiative)),
        ("Money in pounds", line => line.Pence is { } pence ? Money(pence) : ""),
        ("Evidence", line => line.Initiative.Details.Evidence),
        ("Source of the evidence", line => line.Initiative.Details.EvidenceSource),
        ("Year of the evidence", line => Number(line.Initiative.Details.EvidenceYear)),
        ("Result", line => line.Initiative.Details.Result),
        ("Message to the public", line => line.Initiative.Details.PublicMessage),
        ("Called off because", line => line.Initiative.CalledOffBecause),
    ];

    /// <summary>The file, UTF-8 with the mark by which spreadsheets recognise it.</summary>
    public static byte[] Of(IEnumerable<InitiativeLine> lines)
    {
        var table = new CsvTable();
        table.Row(Columns.Select(column => column.Head));
        foreach (var line in lines)
        {
            table.Row(Columns.Select(column => column.Value(line)));
        }

        return table.ToBytes();
    }

    private static string Funders(Initiative initiative) =>
        string.Join(
            "; ",
            initiative.Funders.Select(one =>
                one.Pence is { } pence ? $"{one.Name}: {FigureText.Money(pence)}" : one.Name
            )
        );

    // A spreadsheet reads days and numbers in this shape anywhere.
    private static string Day(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Number(int? number) =>
        number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Money(long pence) =>
        (pence / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
