namespace Moothall.Features.Public;

/// <summary>A labelled line of a published page.</summary>
public sealed record PublishedFact(string Label, string Text);

/// <summary>A part of a published page.</summary>
/// <param name="Level">Of its heading: 2, 3 or 4.</param>
/// <param name="Heading">The heading.</param>
/// <param name="Text">Paragraphs and lists as <see cref="Platform.Documents.TypedText"/> reads them; empty where there are none.</param>
/// <param name="Facts">Labelled lines.</param>
public sealed record PublishedSection(
    int Level,
    string Heading,
    string Text,
    IReadOnlyList<PublishedFact> Facts
)
{
    /// <summary>A table under the words, or nothing.</summary>
    public PublishedTable? Table { get; init; }
}

/// <summary>A table of a published page.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Headers">Names of the columns.</param>
/// <param name="Rows">As many cells in each row as there are columns.</param>
public sealed record PublishedTable(
    string Caption,
    IReadOnlyList<string> Headers,
    IReadOnlyList<IReadOnlyList<string>> Rows
);

/// <summary>
/// What everybody reads of something: words and nothing that leads back to a record. It is made once, looked at, and never made
/// again behind a reader's back.
/// </summary>
/// <param name="Introduction">What stands under the title.</param>
/// <param name="Sections">The parts in their order.</param>
public sealed record PublishedContent(
    string Introduction,
    IReadOnlyList<PublishedSection> Sections
);
