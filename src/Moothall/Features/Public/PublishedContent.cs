namespace Moothall.Features.Public;

/// <summary>A labelled line of a published page.</summary>
public sealed record PublishedFact(string Label, string Text);

/// <summary>A part of a published page.</summary>
/// <param name="Level">Of its heading: 2, 3 or 4.</param>
/// <param name="Heading">The heading.</param>
/// <param name="Text">Paragraphs, a line each; empty where there is none.</param>
/// <param name="Facts">Labelled lines.</param>
public sealed record PublishedSection(
    int Level,
    string Heading,
    string Text,
    IReadOnlyList<PublishedFact> Facts
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
