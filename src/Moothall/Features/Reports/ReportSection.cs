using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Reports;

/// <summary>A table of a report, made of records: its figures are not typed.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Headers">Names of the columns.</param>
/// <param name="Rows">As many cells in each row as there are columns.</param>
/// <param name="Widths">Shares of the width.</param>
public sealed record ReportTable(
    string Caption,
    IReadOnlyList<string> Headers,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    IReadOnlyList<int> Widths
);

/// <summary>What one writes in a section.</summary>
public sealed class ReportSectionDetails
{
    [Field("Heading", Limit = 200, Required = "Enter the heading")]
    public string Heading { get; set; } = "";

    [Field(
        "Text",
        Limit = 20000,
        Rows = 16,
        Conditional = true,
        Hint = "An empty line begins a paragraph. Lines that begin with a hyphen become a list."
    )]
    public string Text { get; set; } = "";

    [Field("Belongs to the heading above it", Hint = "It is shown as a part of that section.")]
    public bool IsPart { get; set; }
}

/// <summary>A section of a report: words that people edit and a table that records make.</summary>
public sealed class ReportSection : Record
{
    public required Guid ReportId { get; init; }

    /// <summary>Its place, from 1.</summary>
    public required int Order { get; set; }

    /// <summary>What makes it anew; empty for one that people added.</summary>
    public string Source { get; init; } = "";
    public required ReportSectionDetails Details { get; set; }

    /// <summary>The table as <see cref="ReportTable"/> in JSON; empty where there is none.</summary>
    public string TableContent { get; private set; } = "";

    /// <summary>What is expected here where records give nothing; people see it until something is written.</summary>
    public string Prompt { get; init; } = "";

    /// <summary>Whether it holds neither words nor a table. Such a section is not part of what is issued.</summary>
    public bool IsEmpty => TableContent.Length == 0 && string.IsNullOrWhiteSpace(Details.Text);

    /// <summary>The table, or nothing.</summary>
    public ReportTable? Table
    {
        get =>
            TableContent.Length == 0 ? null : JsonSerializer.Deserialize<ReportTable>(TableContent);
        set => TableContent = value is null ? "" : JsonSerializer.Serialize(value);
    }
}

internal sealed class ReportSectionMapping : IEntityTypeConfiguration<ReportSection>
{
    public void Configure(EntityTypeBuilder<ReportSection> builder)
    {
        builder.ComplexProperty(one => one.Details);
        builder.Ignore(one => one.IsEmpty);
        builder.Ignore(one => one.Table);
        builder.HasIndex(one => new { one.ReportId, one.Order });
    }
}
