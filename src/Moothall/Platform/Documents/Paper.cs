namespace Moothall.Platform.Documents;

/// <summary>
/// A document before it has a form: the same paper becomes a Word file, a PDF and a part of a page.
/// Text may hold line breaks; it carries no markup.
/// </summary>
public sealed record Paper
{
    /// <summary>What the document is called.</summary>
    public required string Title { get; init; }

    /// <summary>Protective marking on every page, for example "Official – Sensitive"; empty for none.</summary>
    public string Marking { get; init; } = "";

    /// <summary>Lines under the marking at the top of every page.</summary>
    public IReadOnlyList<string> HeaderLines { get; init; } = [];

    /// <summary>Lines at the foot of every page, above the page number: whose copy it is, the mark that the text is unchanged.</summary>
    public IReadOnlyList<string> FooterLines { get; init; } = [];

    /// <summary>The content, in reading order.</summary>
    public required IReadOnlyList<PaperBlock> Blocks { get; init; }
}

/// <summary>A piece of a paper.</summary>
public abstract record PaperBlock;

/// <summary>A heading below the title.</summary>
public sealed record PaperHeading : PaperBlock
{
    /// <summary>Makes a heading of level 1 to 3.</summary>
    public PaperHeading(int level, string text)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 3);
        (Level, Text) = (level, text);
    }

    /// <summary>1 (directly under the title) to 3.</summary>
    public int Level { get; }

    /// <summary>The words.</summary>
    public string Text { get; }
}

/// <summary>A paragraph.</summary>
public sealed record PaperText(string Text) : PaperBlock;

/// <summary>A list without order.</summary>
public sealed record PaperBullets(IReadOnlyList<string> Items) : PaperBlock;

/// <summary>A table whose first row names the columns, repeated on every page.</summary>
public sealed record PaperTable : PaperBlock
{
    /// <summary>Makes a table.</summary>
    /// <param name="caption">What the table shows.</param>
    /// <param name="headers">Names of the columns.</param>
    /// <param name="rows">As many cells in each row as there are columns.</param>
    /// <param name="widths">Shares of the width, one a column, in any unit; equal shares if not given.</param>
    /// <exception cref="ArgumentException">A row or the widths do not fit the columns.</exception>
    public PaperTable(
        string caption,
        IReadOnlyList<string> headers,
        IReadOnlyList<IReadOnlyList<string>> rows,
        IReadOnlyList<int>? widths = null
    )
    {
        if (headers.Count == 0 || rows.Any(row => row.Count != headers.Count))
        {
            throw new ArgumentException(
                "Each row must have one cell for each column.",
                nameof(rows)
            );
        }

        widths ??= [.. headers.Select(_ => 1)];
        if (widths.Count != headers.Count || widths.Any(width => width <= 0))
        {
            throw new ArgumentException("Each column must have a width.", nameof(widths));
        }

        (Caption, Headers, Rows, Widths) = (caption, headers, rows, widths);
    }

    /// <summary>What the table shows.</summary>
    public string Caption { get; }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; }

    /// <summary>Shares of the width.</summary>
    public IReadOnlyList<int> Widths { get; }
}

/// <summary>Facts with their names, one below the other.</summary>
public sealed record PaperKeyValues(IReadOnlyList<PaperKeyValue> Items) : PaperBlock;

/// <summary>A fact with its name.</summary>
public sealed record PaperKeyValue(string Key, string Value);
