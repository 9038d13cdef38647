using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Data;

namespace Moothall.Features.Public;

/// <summary>What visitors may read. Nothing else of the product is reached from here.</summary>
public static class PublicPages
{
    /// <summary>All that ever was published, current or not.</summary>
    public static IQueryable<Publication> Published(this MoothallDb db) =>
        db.Set<Publication>().AsNoTracking().Where(one => one.PublishedAt != null);

    /// <summary>What visitors should read today.</summary>
    public static IQueryable<Publication> Current(this IQueryable<Publication> published) =>
        published.Where(one => one.ReplacedAt == null && one.WithdrawnAt == null);
}
