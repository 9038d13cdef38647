namespace Moothall.Features.Public.Publishing;

/// <summary>A page as what it is made of would make it now.</summary>
/// <param name="Title">What visitors read as its title.</param>
/// <param name="Content">The page.</param>
/// <param name="FileId">A file that is given with it, or nothing.</param>
public sealed record SourcePage(string Title, PublishedContent Content, Guid? FileId = null);

/// <summary>
/// Makes pages for everybody of what one area keeps. It is asked when a page is prepared, and again when it is published, so that
/// what has since become a matter for partners only does not go out.
/// </summary>
public interface IPageSource
{
    /// <summary>The kinds of page that it makes.</summary>
    IReadOnlyCollection<PublicationKind> Kinds { get; }

    /// <summary>The page, or nothing where there is nothing for everybody.</summary>
    /// <param name="kind">One of its kinds.</param>
    /// <param name="subjectId">What the page is made of.</param>
    /// <param name="cancel">Ends the reading.</param>
    Task<SourcePage?> MakeAsync(PublicationKind kind, Guid subjectId, CancellationToken cancel);
}
