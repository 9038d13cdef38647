namespace Moothall.Features.Public.Publishing;

/// <summary>A page that can be prepared, with what is published or waits of it already.</summary>
/// <param name="Kind">The kind of page.</param>
/// <param name="SubjectId">What it is made of.</param>
/// <param name="Title">What it is called.</param>
/// <param name="What">What it holds, and what stays inside.</param>
/// <param name="Current">What visitors read today, or nothing.</param>
/// <param name="Draft">What waits for a second person, or nothing.</param>
public sealed record PagePreparation(
    PublicationKind Kind,
    Guid SubjectId,
    string Title,
    string What,
    Publication? Current,
    Publication? Draft
)
{
    /// <summary>The same with what there is of it among these pages.</summary>
    public static PagePreparation Of(
        PublicationKind kind,
        Guid subjectId,
        string title,
        string what,
        IEnumerable<Publication> pages
    )
    {
        var own = pages
            .Where(one => one.Kind == kind && one.SubjectId == subjectId)
            .OrderByDescending(one => one.PreparedAt)
            .ToList();
        return new(
            kind,
            subjectId,
            title,
            what,
            own.Find(one => one.IsCurrent),
            own.Find(one => one.PublishedAt is null)
        );
    }
}
