using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Public;

/// <summary>What is published today, as data.</summary>
[Open("What is published is for everybody.")]
public sealed class DataModel(MoothallDb db) : PageModel
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
    };

    /// <summary>Gives it.</summary>
    public async Task<IActionResult> OnGetAsync(string format, CancellationToken cancel)
    {
        var pages = await db.Published()
            .Current()
            .OrderBy(one => one.PublishedAt)
            .ToListAsync(cancel);
        return format switch
        {
            "json" => File(Json(pages), "application/json", "published.json"),
            "csv" => File(Csv(pages), "text/csv; charset=utf-8", "published.csv"),
            _ => NotFound(),
        };
    }

    private static byte[] Json(IEnumerable<Publication> pages) =>
        JsonSerializer.SerializeToUtf8Bytes(
            pages.Select(one => new
            {
                Address = $"/Public/{one.Id}",
                Kind = DisplayNames.Of(one.Kind),
                one.Title,
                LastUpdated = UkTime.DateOf(one.PublishedAt!.Value),
                Document = one.FileId is null ? null : $"/Public/{one.Id}?handler=File",
                Content = one.Read(),
            }),
            Readable
        );

    // A row for each line that is said, so that a spreadsheet can filter.
    private static byte[] Csv(IEnumerable<Publication> pages)
    {
        var table = new CsvTable();
        table.Row("Kind", "Title", "Last updated", "Section", "Label", "Text");
        foreach (var one in pages)
        {
            var kind = DisplayNames.Of(one.Kind);
            var day = UkTime
                .DateOf(one.PublishedAt!.Value)
                .ToString("O", CultureInfo.InvariantCulture);
            var page = one.Read();
            if (page.Introduction.Length > 0)
            {
                table.Row(kind, one.Title, day, "", "", page.Introduction);
            }

            foreach (var section in page.Sections)
            {
                var facts =
                    section.Text.Length > 0
                        ? section.Facts.Prepend(new("", section.Text))
                        : section.Facts;
                foreach (var fact in facts.Concat(Cells(section.Table)))
                {
                    table.Row(kind, one.Title, day, section.Heading, fact.Label, fact.Text);
                }
            }
        }

        return table.ToBytes();
    }

    // "Anti-social behaviour: On track", 4.
    private static IEnumerable<PublishedFact> Cells(PublishedTable? table) =>
        table is null
            ? []
            : table.Rows.SelectMany(row =>
                table
                    .Headers.Skip(1)
                    .Select((header, at) => new PublishedFact($"{row[0]}: {header}", row[at + 1]))
            );
}
